const PAGES = [
  () => import('../today/today-page.tsx'),
  () => import('../cases/cases-page.tsx'),
  () => import('../cases/case-page.tsx'),
  () => import('../calls/call-page.tsx'),
  () => import('../search/palette/palette.tsx'),
];

/** Milliseconds after the first page before the others are loaded. */
const LATER = 2000;

/** Fetches the other pages once the first is there: going to them is quick, also when the connection is gone by then. */
export const preparePages = (): void => {
  setTimeout(() => {
    for (const page of PAGES) void page().catch(() => {});
  }, LATER);
};

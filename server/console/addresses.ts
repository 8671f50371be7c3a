import { PAGES, SETTINGS_PAGES } from '@pharos/contract/pages.ts';

/** Addresses of the console in Fastify's writing. Each answers the same page, which shows what belongs there. */
export const ADDRESSES = [
  ...Object.values(PAGES).map((path) => path.replaceAll(/\$\w+/g, ':uuid')),
  ...SETTINGS_PAGES.map((name) => `${PAGES.settings}/${name}`),
];

/**
 * Checks an address to go to after signing in: only one of this site, never another's that a link brought along. It is
 * read as browsers read it, to whom `\\` is `/` and a tab or a line break nothing.
 */
export const safeRedirect = (to: string | undefined, origin: string): string => {
  if (!to?.startsWith('/') || !URL.canParse(to, origin)) return '/';
  const url = new URL(to, origin);
  const path = `${url.pathname}${url.search}${url.hash}`;
  return url.origin === origin && !path.startsWith('//') ? path : '/';
};

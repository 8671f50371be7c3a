const UUID = ':uuid';

/** The console's own addresses, in Fastify's writing. Each answers the same page, which shows what belongs there. */
export const ADDRESSES = [
  '/',
  '/cases',
  `/cases/${UUID}`,
  `/calls/${UUID}`,
  '/search',
  '/settings',
  '/settings/*',
  '/welcome',
  '/sign-in',
];

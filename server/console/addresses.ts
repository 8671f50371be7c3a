const UUID = ':uuid';

/** The console's own addresses, in Fastify's writing. Each answers the same page, which shows what belongs there. */
export const ADDRESSES = [
  '/',
  '/cases',
  `/cases/${UUID}`,
  `/cases/${UUID}/history`,
  `/calls/${UUID}`,
  `/calls/${UUID}/history`,
  '/search',
  '/settings',
  '/settings/*',
  '/welcome',
  '/sign-in',
];

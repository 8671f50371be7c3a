import assert from 'node:assert/strict';
import { errorsOf } from '@pharos/contract/table/errors.ts';
import type { Route } from '@pharos/contract/table/route.ts';
import { allServedRoutes } from '@pharos/contract/table/routes.ts';
import type { FastifyInstance } from 'fastify';

/** Statuses that any route may have, as their titles in the contract say, and those of HTTP's own conditions. */
const ANYWHERE = [405, 431, 500];
const OF_FILES = [206, 307, 416];

const routeOf = new Map(
  allServedRoutes.map((served) => [
    `${served.route.method} ${served.route.path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
    served,
  ]),
);

const isDocumented = (route: Route, status: number): boolean =>
  [route.status, 304, ...errorsOf(route), ...ANYWHERE, ...(route.answer_kind ? OF_FILES : [])].includes(status);

/** Watches what a server answers; the function that it returns fails where a route's row says nothing of a status. */
export const watchStatuses = (app: FastifyInstance): (() => void) => {
  const undocumented = new Set<string>();
  app.addHook('onResponse', async ({ method, routeOptions: { url } }, { raw: { statusCode } }) => {
    const served = routeOf.get(`${method} ${url}`);
    if (served && !isDocumented(served.route, statusCode)) undocumented.add(`${served.name} answered ${statusCode}`);
  });
  return () => assert.deepEqual([...undocumented], [], 'say so in the row: conflicts, rate_limit or also_refuses');
};

import type { Route } from '@pharos/contract/table/route.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import type { Analyser } from './analyser.ts';

const OF_CALLS = new Set<Route>(Object.values(routes.calls).filter(({ method }) => method !== 'GET'));
const OF_TEMPLATES = new Set<Route>(
  [routes.generationTemplates, routes.generationRuns].flatMap((table) =>
    Object.values<Route>(table).filter(({ method }) => method !== 'GET'),
  ),
);

/** Tells the analyser of a write after which a call may wait for its templates. */
export const noticed =
  (analyser: Analyser) =>
  (organization_uuid: string, route: Route, { call_uuid }: { call_uuid?: unknown }, data: unknown): void => {
    if (OF_TEMPLATES.has(route)) analyser.soon(organization_uuid, 'changed');
    // Its calls come back as they were: nothing says that they changed.
    if (route === routes.cases.restore) analyser.soon(organization_uuid, 'any');
    if (!OF_CALLS.has(route)) return;
    const uuid = call_uuid ?? (data as { uuid?: unknown } | undefined)?.uuid;
    if (typeof uuid === 'string') analyser.soon(organization_uuid, new Set([uuid]));
  };

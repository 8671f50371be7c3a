import { EXAMPLES } from '@pharos/contract/examples.ts';
import { pathNames, type Route } from '@pharos/contract/route.ts';
import { allRoutes } from '@pharos/contract/routes.ts';

/** A small subtitle file with one speaker. */
export const SUBTITLES = 'WEBVTT\n\n00:01.000 --> 00:02.000\n<v Sarah>Good morning\n';

/** A route's path with its names replaced. */
export const pathOf = (route: Route, ids: Record<string, string>): string =>
  pathNames(route.path).reduce((path, name) => path.replace(`{${name}}`, ids[name] as string), route.path as string);

/** A body that a route takes, with its type; JSON bodies with `more` in them. Nothing for a route without a body. */
export const validBody = (route: Route, more: object = {}): { body?: string; type?: string } => {
  if (!route.body) return {};
  if (route.body_kind === 'file') return { body: SUBTITLES, type: 'text/vtt' };
  const { name } = allRoutes.find((entry) => entry.route === route) as { name: string };
  const type = route.body_kind === 'merge_patch' ? 'application/merge-patch+json' : 'application/json';
  return { body: JSON.stringify({ ...(EXAMPLES[name] as object), ...more }), type };
};

import type { Route } from '@pharos/contract/table/route.ts';
import { allRoutes } from '@pharos/contract/table/routes.ts';
import { isAsTold } from './as-told.ts';

/** Visits of routes by clients that use `listening`: each answer has to be as the table says. */
export const openVisits = () => {
  const visited = new Set<string>();
  let last: Response | undefined;
  const listening: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    last = response.clone();
    return response;
  };
  const visit = async <Reply>(name: string, asked: Promise<Reply>): Promise<Reply> => {
    const reply = await asked;
    const { route } = allRoutes.find((entry) => entry.name === name) as { route: Route };
    await isAsTold(route, last as Response);
    visited.add(name);
    return reply;
  };
  return { visited, listening, visit, last: () => last as Response };
};

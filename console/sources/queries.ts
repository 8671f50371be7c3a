import type { Arrival } from '@pharos/contract/arrivals.ts';
import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

export const sourcePages = () => pagesOf(['sources'], (given) => pharos.sources.list(given));

/** Milliseconds after which an open source is read again: calls come in by themselves. */
const EVERY = 15_000;

export const sourceQuery = (source_uuid: string) =>
  queryOptions({
    queryKey: ['sources', source_uuid],
    queryFn: async ({ signal }) => (await pharos.sources.get({ source_uuid, signal })).data,
    refetchInterval: EVERY,
  });

/** Log of a source, newest first. */
export const arrivalPages = (source_uuid: string, state: Arrival['state'] | undefined) => ({
  ...pagesOf(['sources', source_uuid, 'arrivals', state ?? ''], (given) =>
    pharos.sources.arrivals({ ...given, source_uuid, state }),
  ),
  refetchInterval: EVERY,
});

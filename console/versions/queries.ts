import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';

export const callVersions = (call_uuid: string) =>
  pagesOf(['call versions', call_uuid], (given) => pharos.calls.versions({ ...given, call_uuid }));

export const caseVersions = (case_uuid: string) =>
  pagesOf(['case versions', case_uuid], (given) => pharos.cases.versions({ ...given, case_uuid }));

// Versions never change, and so neither does what differs between two.
const FOREVER = { staleTime: Number.POSITIVE_INFINITY };

/** Comparison of two versions of a call, with the call as of the first. */
export const callDiff = (call_uuid: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['call diff', call_uuid, from, to],
    queryFn: async ({ signal }) => {
      const [diff, version] = await Promise.all([
        pharos.calls.diff({ call_uuid, version: from, to, signal }),
        pharos.calls.version({ call_uuid, version: from, signal }),
      ]);
      return { diff: diff.data, before: version.data.call };
    },
    ...FOREVER,
  });

export const caseDiff = (case_uuid: string, from: number, to: number) =>
  queryOptions({
    queryKey: ['case diff', case_uuid, from, to],
    queryFn: async ({ signal }) => (await pharos.cases.diff({ case_uuid, version: from, to, signal })).data,
    ...FOREVER,
  });

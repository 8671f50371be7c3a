import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../shell/pharos.ts';

const SHOWN = 8;

/** What the first page of the day shows: voices to be named, the latest calls, and the cases they belong to. */
export const todayQuery = () =>
  queryOptions({
    queryKey: ['today'],
    queryFn: async ({ signal }) => {
      const [unnamed, latest, cases] = await Promise.all([
        pharos.calls.list({ is_fully_labelled: false, has_transcript: true, limit: SHOWN, signal }),
        pharos.calls.list({ limit: SHOWN, signal }),
        pharos.cases.list({ limit: 200, signal }),
      ]);
      return { unnamed: unnamed.data.items, latest: latest.data.items, cases: cases.data.items };
    },
  });

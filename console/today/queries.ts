import type { Case } from '@pharos/contract/cases.ts';
import { queryOptions } from '@tanstack/react-query';
import { isSignedOut } from '../api/failures.ts';
import { pharos } from '../api/pharos.ts';

const SHOWN = 8;
const MOST = 200;

/** Milliseconds after which the page of the day is read again while it is open: calls come in by themselves. */
const EVERY = 30_000;

/**
 * Data of the first page of the day: calls with speakers to name, upcoming services, the latest calls and cases, and if
 * there is nothing but the demo.
 */
export const todayQuery = () =>
  queryOptions({
    queryKey: ['today'],
    queryFn: async ({ signal }) => {
      const date_from = new Date().toLocaleDateString('sv');
      const [strange, unnamed, latest, cases, ahead, demo] = await Promise.all([
        pharos.calls.list({ identified: false, limit: SHOWN, signal }),
        pharos.calls.list({ is_fully_labelled: false, has_transcript: true, limit: SHOWN, signal }),
        pharos.calls.list({ limit: SHOWN, signal }),
        pharos.cases.list({ limit: MOST, signal }),
        pharos.cases.list({ date_field: 'date_of_service', date_from, limit: MOST, signal }),
        pharos.demo.get({ signal }),
      ]);
      return {
        strange: strange.data.items,
        unnamed: unnamed.data.items,
        latest: latest.data.items,
        cases: cases.data.items,
        services: ahead.data.items.sort(byService).slice(0, SHOWN),
        is_demo: demo.data.is_alone,
      };
    },
    refetchInterval: ({ state }) => (isSignedOut(state.error) ? false : EVERY),
  });

const byService = (a: Case, b: Case) => ((a.date_of_service as string) < (b.date_of_service as string) ? -1 : 1);

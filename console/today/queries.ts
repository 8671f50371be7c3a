import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import { queryOptions } from '@tanstack/react-query';
import { labelsQuery } from '../api/calls.ts';
import { offersQuery } from '../api/cases.ts';
import { isSignedOut } from '../api/failures.ts';
import { pharos } from '../api/pharos.ts';
import { queries } from '../api/query-client.ts';
import { peopleQuery } from '../api/users.ts';
import { callTime } from '../naming/call-title.ts';
import { dayAfter, startOfYesterday, today } from './days.ts';

/** Calls of each kind that are read at once; the rest follow when these are done. */
const MOST = 50;
const MOST_CASES = 200;

/** Milliseconds after which the page of the day is read again while it is open: calls come in by themselves. */
const EVERY = 30_000;

/** Thing that a call waits for: a case, a transcript, or names of its speakers. */
export type Due = 'identify' | 'transcribe' | 'name';
export type NeedingCall = { call: ListedCall; due: Due };

/**
 * Data of the morning page: calls that need somebody, each once; the services of this week; the latest calls; the newest
 * cases; and if there is nothing but the demo.
 */
export const todayQuery = () =>
  queryOptions({
    queryKey: ['today'],
    queryFn: async ({ signal }) => {
      const [date_from, date_to] = [today(), dayAfter(6)];
      const page = { limit: MOST, signal };
      const [strange, wordless, unnamed, latest, cases, ahead, demo] = await Promise.all([
        pharos.calls.list({ identified: false, ...page }),
        pharos.calls.list({ has_transcript: false, has_recording: true, ...page }),
        pharos.calls.list({ is_fully_labelled: false, has_transcript: true, ...page }),
        pharos.calls.list(page),
        pharos.cases.list({ limit: MOST_CASES, signal }),
        pharos.cases.list({ date_field: 'date_of_service', date_from, date_to, limit: MOST_CASES, signal }),
        pharos.demo.get({ signal }),
      ]);
      const lists = { identify: strange.data, transcribe: wordless.data, name: unnamed.data };
      const needs = needsOf(lists);
      await prepareCards(needs);
      const is_new = (call: ListedCall) => callTime(call) >= startOfYesterday();
      return {
        needs,
        needs_more: Object.values(lists).some(({ next_cursor }) => next_cursor !== null),
        latest: latest.data.items,
        new_count: latest.data.items.filter(is_new).length,
        new_more: latest.data.next_cursor !== null && latest.data.items.every(is_new),
        cases: cases.data.items,
        services: ahead.data.items.sort(byService),
        is_demo: demo.data.is_alone,
      };
    },
    refetchInterval: ({ state }) => (isSignedOut(state.error) ? false : EVERY),
  });

/** Cards shown at first. */
export const CARDS = 10;

/** Reads what the first cards show, so that nothing moves when it comes; a card without it says so itself. */
const prepareCards = async (needs: NeedingCall[]): Promise<void> => {
  const [first] = needs;
  const openings = needs
    .slice(0, CARDS)
    .flatMap(({ call, due }) => (due === 'transcribe' ? [] : [queries.fetchQuery(openingQuery(call))]));
  const answers: Promise<unknown>[] =
    first?.due === 'name'
      ? [queries.fetchQuery(labelsQuery(first.call.case_uuid)), queries.fetchQuery(peopleQuery)]
      : first?.due === 'identify'
        ? [queries.fetchQuery(offersQuery(first.call.uuid))]
        : [];
  await Promise.allSettled([...openings, ...answers]);
};

/** Every call once, with the first thing that it waits for; newest first. */
const needsOf = (lists: Record<Due, { items: ListedCall[] }>): NeedingCall[] => {
  const found = new Map<string, NeedingCall>();
  for (const [due, { items }] of Object.entries(lists) as [Due, { items: ListedCall[] }][]) {
    for (const call of items) if (!found.has(call.uuid)) found.set(call.uuid, { call, due });
  }
  return [...found.values()].sort((a, b) => (callTime(a.call) < callTime(b.call) ? 1 : -1));
};

const byService = (a: Case, b: Case) => ((a.date_of_service as string) < (b.date_of_service as string) ? -1 : 1);

/** Opening of a call; read again only when the call has changed. */
export const openingQuery = ({ uuid: call_uuid, updated_at }: Pick<ListedCall, 'uuid' | 'updated_at'>) =>
  queryOptions({
    queryKey: ['opening', call_uuid, updated_at],
    queryFn: async ({ signal }) => (await pharos.calls.opening({ call_uuid, signal })).data,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });

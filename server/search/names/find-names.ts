import type { Case } from '@pharos/contract/cases.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { CallColumns } from '../../calls/queries.ts';
import { callVoices, readSides } from '../../calls/voices.ts';
import { selectCases, selectCasesByUuid } from '../../cases/queries.ts';
import { record } from '../../platform/audit/record.ts';
import { limitOf } from '../../platform/auth/location.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import type { GiveWay } from '../../platform/worker-pool/give-way.ts';
import { termsOf } from '../../transcripts/search/tokens.ts';
import type { LabelledVoice, SideOf } from '../../transcripts/sides.ts';
import { inTurn } from '../in-turn.ts';
import { keyOf, peopleLike } from './people.ts';
import { amongCalls, called, endsWith, selectVisibleCalls } from './queries.ts';

const DEFAULT_LIMIT = 5;
/** Number as people type it, or its last four digits at least. */
const A_NUMBER = /^\+?(?:[\s().-]*\d){4,15}\s*$/;

type Person = { name: string; side: 'ours' | 'theirs' | null; kind: 'exact' | 'name' | 'number'; calls: CallColumns[] };

/** Finds people, cases and calls that a text names, among those that the actor may see. */
export const findNames = (request: RouteRequest<Routes['search']['names']>) =>
  inTurn(request, (giveWay) => readNames(request, giveWay));

const readNames = ({ database, actor, body }: RouteRequest<Routes['search']['names']>, giveWay: GiveWay) =>
  database.transaction(
    async (tx) => {
      const { organization_uuid } = actor;
      const limit = body.limit ?? DEFAULT_LIMIT;
      const q = body.q.trim();
      const digits = A_NUMBER.test(q) ? q.replace(/\D/g, '') : null;
      const visible = { organization_uuid, location_uuids: limitOf(actor), limit };
      const { sideOf } = await readSides(tx, organization_uuid);
      const [named, numbered, titled, listed] = await Promise.all([
        findPeople(tx, visible, q, sideOf, giveWay),
        digits === null ? [] : select(tx, visible, endsWith(digits)),
        q === '' ? [] : select(tx, visible, called(q, q.toLowerCase().split(/\s+/))),
        q === '' ? [] : selectCases(tx, organization_uuid, { q }, visible.location_uuids, { after: null, limit }),
      ]);
      const callers = callersOf(numbered, sideOf);
      const others = named.filter(({ name }) => !callers.some((one) => one.name === name));
      const people = [...callers, ...others].slice(0, limit);
      const calls = uniqueOf([...numbered, ...titled]).slice(0, limit);
      const needed = [...numbered, ...people.flatMap((one) => one.calls[0] ?? [])].map(({ case_uuid }) => case_uuid);
      const cases = await selectCasesByUuid(tx, organization_uuid, [...new Set(needed)]);
      const case_of = new Map(cases.map((one) => [one.uuid, one]));
      record(tx, actor, { subject_type: 'organization', listed: people.length + calls.length + listed.length });
      return {
        data: {
          people: people.map(({ name, side, kind, calls }) => {
            const [call] = calls as [CallColumns];
            return { name, side, kind, calls: calls.length, call, case: case_of.get(call.case_uuid) as Case };
          }),
          cases: uniqueOf([...numbered.flatMap(({ case_uuid }) => case_of.get(case_uuid) ?? []), ...listed]).slice(
            0,
            limit,
          ),
          calls,
        },
      };
    },
    { lazy: true, snapshot: true },
  );

type Visible = { organization_uuid: string; location_uuids: string[] | null; limit: number };

const select = (
  tx: Transaction,
  { organization_uuid, location_uuids, limit }: Visible,
  condition: Parameters<typeof selectVisibleCalls>[3],
  most = limit,
) => selectVisibleCalls(tx, organization_uuid, location_uuids, condition, most);

/** People by their labels. Of those who are alike, some may be in calls that the actor may not see: more are looked at. */
const findPeople = async (
  tx: Transaction,
  visible: Visible,
  q: string,
  sideOf: SideOf,
  giveWay: GiveWay,
): Promise<Person[]> => {
  const alike = (await peopleLike(tx, visible.organization_uuid, termsOf(q), giveWay)).slice(0, 10 * visible.limit);
  const uuids = [...new Set(alike.flatMap(({ call_uuids }) => call_uuids))];
  const seen = uuids.length === 0 ? [] : await select(tx, visible, amongCalls(uuids), uuids.length);
  const voices = new Map<string, { voice: LabelledVoice; calls: CallColumns[] }>();
  for (const call of seen)
    for (const voice of callVoices(call, sideOf).values()) {
      const key = keyOf(voice.label);
      if (key === null) continue;
      const known = voices.get(key);
      if (!known) voices.set(key, { voice, calls: [call] });
      else if (known.calls.at(-1) !== call) known.calls.push(call);
    }
  return alike.flatMap(({ key, kind }): Person[] => {
    const found = voices.get(key);
    return found ? [{ name: found.voice.label ?? '', side: found.voice.side, kind, calls: found.calls }] : [];
  });
};

/** People who call from numbers, or are called at them: the only named voice of the other side in a call. */
const callersOf = (calls: readonly CallColumns[], sideOf: SideOf): Person[] => {
  const people = new Map<string, Person>();
  for (const call of calls) {
    const others = [...callVoices(call, sideOf).values()].filter(
      ({ label, side }) => label !== null && side === 'theirs',
    );
    const [voice] = others;
    const key = keyOf(voice?.label);
    if (others.length !== 1 || !voice?.label || key === null) continue;
    const known = people.get(key);
    if (known) known.calls.push(call);
    else people.set(key, { name: voice.label, side: voice.side, kind: 'number', calls: [call] });
  }
  return [...people.values()];
};

const uniqueOf = <Thing extends { uuid: string }>(things: readonly Thing[]): Thing[] => [
  ...new Map(things.map((thing) => [thing.uuid, thing])).values(),
];

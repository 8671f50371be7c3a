import type { Source } from '@pharos/contract/sources.ts';
import type { Transaction } from '../platform/database/database.ts';
import { findMessageKind } from './kinds/kinds.ts';
import {
  type ActivityRow,
  countRefused,
  findTimeZone,
  type SourceRow,
  selectActivity,
  selectDays,
  settingsOf,
} from './queries.ts';
import { silenceOf } from './silence.ts';

const SHOWN_DAYS = 15;
const DAY_MS = 86_400_000;

/** Base URL at which the outside reaches the server. */
export type AddressBase = () => string;

/** A source as it is answered: without its secrets, and with what came from it lately. */
export const answerSource = async (tx: Transaction, row: SourceRow, base: AddressBase): Promise<Source> =>
  (await answerSources(tx, [row], base))[0] as Source;

const NOTHING: ActivityRow = { last_call_at: null, first_call_at: null, longest_gap_hours: null, hours_since: null };

/** Sources of one organization as they are answered; what came from all of them is asked for at once. */
export const answerSources = async (tx: Transaction, rows: SourceRow[], base: AddressBase): Promise<Source[]> => {
  const [first] = rows;
  if (!first) return [];
  const { organization_uuid } = first;
  const uuids = rows.map(({ uuid }) => uuid);
  const time_zone = (await findTimeZone(tx, organization_uuid))?.time_zone ?? 'UTC';
  const activities = await selectActivity(tx, organization_uuid, uuids);
  const refused = await countRefused(tx, organization_uuid, uuids, time_zone);
  const counted = await selectDays(tx, organization_uuid, uuids, time_zone);
  const shown = lastDays(28, time_zone);
  return rows.map((row) => {
    const isOwn = ({ source_uuid }: { source_uuid: string }) => source_uuid === row.uuid;
    const calls = new Map(counted.filter(isOwn).map((one) => [one.day, one.calls]));
    const days = shown.map((day) => ({ day, calls: calls.get(day) ?? 0 }));
    const refused_today = refused.find(isOwn)?.count ?? 0;
    return answered(row, { ...(activities.find(isOwn) ?? NOTHING), refused_today, days }, base);
  });
};

type Lately = ActivityRow & { refused_today: number; days: { day: string; calls: number }[] };

const answered = (row: SourceRow, lately: Lately, base: AddressBase): Source => {
  const { secret_names, secrets: _sealed, ...source } = row;
  const { days, last_call_at, refused_today } = lately;
  const { usual_a_day, silent_hours } = silenceOf(lately, days, source.quiet_until);
  return {
    ...source,
    settings: settingsOf(row),
    secrets: secret_names,
    address: findMessageKind(source.kind) ? addressOfSource(base, source.uuid) : null,
    activity: {
      last_call_at,
      today: days.at(-1)?.calls ?? 0,
      usual_a_day,
      silent_hours,
      refused_today,
      days: days.slice(-SHOWN_DAYS),
    },
  };
};

export const addressOfSource = (base: AddressBase, source_uuid: string): string => `${base()}/v1/intake/${source_uuid}`;

const lastDays = (count: number, timeZone: string): string[] => {
  const format = new Intl.DateTimeFormat('sv', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  const today = Date.parse(`${format.format(new Date())}T00:00:00Z`);
  return Array.from({ length: count }, (_, index) =>
    new Date(today - (count - 1 - index) * DAY_MS).toISOString().slice(0, 10),
  );
};

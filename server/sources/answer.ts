import type { Source } from '@pharos/contract/sources.ts';
import type { Transaction } from '../platform/database/database.ts';
import { findMessageKind } from './kinds/kinds.ts';
import { findTimeZone, readActivity, type SourceRow, selectDays, settingsOf } from './queries.ts';
import { silenceOf } from './silence.ts';

const SHOWN_DAYS = 15;
const DAY_MS = 86_400_000;

/** Base URL at which the outside reaches the server. */
export type AddressBase = () => string;

/** A source as it is answered: without its secrets, and with what came from it lately. */
export const answerSource = async (tx: Transaction, row: SourceRow, base: AddressBase): Promise<Source> => {
  const { secret_names, secrets: _sealed, ...source } = row;
  const { organization_uuid, uuid } = source;
  const time_zone = (await findTimeZone(tx, organization_uuid))?.time_zone ?? 'UTC';
  const activity = await readActivity(tx, organization_uuid, uuid, time_zone);
  const counted = new Map(
    (await selectDays(tx, organization_uuid, uuid, time_zone)).map(({ day, calls }) => [day, calls]),
  );
  const last = lastDays(28, time_zone).map((day) => ({ day, calls: counted.get(day) ?? 0 }));
  const { usual_a_day, silent_hours } = silenceOf(activity, last, source.quiet_until);
  return {
    ...source,
    settings: settingsOf(row),
    secrets: secret_names,
    address: findMessageKind(source.kind) ? addressOfSource(base, uuid) : null,
    activity: {
      last_call_at: activity.last_call_at,
      today: last.at(-1)?.calls ?? 0,
      usual_a_day,
      silent_hours,
      refused_today: activity.refused_today,
      days: last.slice(-SHOWN_DAYS),
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

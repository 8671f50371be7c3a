import { basename } from 'node:path';
import type { SourceSettings } from '@pharos/contract/sources.ts';
import type { ToldFacts } from '../kinds/kind.ts';
import { instantAt } from './instant-at.ts';

type Preset = NonNullable<SourceSettings['preset']>;

/** Recordings, by the endings that telephone systems give them. */
export const SOUND = /\.(wav|wave|mp3|m4a|mp4|aac|ogg|oga|opus|flac|webm)$/i;
/** Names of files that are still on their way. */
export const UNFINISHED = /^\.|\.(tmp|part|partial|filepart|crdownload)$/i;

/** Reads what a file's name says of its call. `time_zone`: the clock of the telephone system. */
export const factsOfName = (path: string, preset: Preset, time_zone: string): ToldFacts => {
  const name = basename(path).replace(SOUND, '');
  if (preset === '3cx') return factsOf3cx(name, time_zone);
  return preset === 'any' ? {} : factsOfAsterisk(name, time_zone);
};

/** `out-5550123-101-20261130-091400-1764511440.42`, as FreePBX and Issabel call them: kind, to, from, when, unique id. */
const ASTERISK = /^([a-z]+)-(.*?)-(.*?)-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)-(\d+\.\d+)$/i;

/** Kinds that are not incoming: queues, ring groups and extensions are called from outside. */
const DIRECTIONS: Record<string, ToldFacts['direction']> = { out: 'outgoing', internal: 'internal' };
const INCOMING = ['external', 'in', 'q', 'rg', 'exten', 'ivr', 'g'];

const factsOfAsterisk = (name: string, time_zone: string): ToldFacts => {
  const [, kind = '', to, from, year, month, day, hour, minute, second, unique_id] = ASTERISK.exec(name) ?? [];
  if (!unique_id) return {};
  const lower = kind.toLowerCase();
  const direction = DIRECTIONS[lower] ?? (INCOMING.includes(lower) ? 'incoming' : undefined);
  return {
    started_at: startOf([year, month, day, hour, minute, second], unique_id, time_zone),
    direction,
    from: numberOf(from),
    to: numberOf(to),
    source_call_id: unique_id,
  };
};

const DAY_MS = 86_400_000;
const QUARTER_HOUR_MS = 15 * 60_000;

/**
 * Start of a call. A unique id begins with the second at which its channel was opened, so where both agree but for the
 * zone, it is the more exact of the two: it has none.
 */
const startOf = (parts: (string | undefined)[], unique_id: string, time_zone: string): string | undefined => {
  const [year, month, day, hour, minute, second] = parts.map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local_ms = Date.UTC(year, month - 1, day, hour, minute, second);
  const opened_ms = Math.floor(Number(unique_id)) * 1000;
  const apart = local_ms - opened_ms;
  const offset = Math.round(apart / QUARTER_HOUR_MS) * QUARTER_HOUR_MS;
  if (Math.abs(apart) < DAY_MS && Math.abs(apart - offset) < QUARTER_HOUR_MS / 3) {
    return new Date(local_ms - offset).toISOString();
  }
  return instantAt(local_ms, time_zone);
};

/** `[Nora Ellery]_101-5550123_20261130091400(1234)`, as 3CX calls them: name, from, to, when, id. */
const THREE_CX = /^\[(.*?)\]_(.*?)-(.*?)_(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)\((\d+)\)$/;

const factsOf3cx = (name: string, time_zone: string): ToldFacts => {
  const [, person = '', from, to, ...rest] = THREE_CX.exec(name) ?? [];
  const id = rest.at(-1);
  if (!id) return {};
  const [year, month, day, hour, minute, second] = rest.map(Number) as [number, number, number, number, number, number];
  const direction = directionBetween(from, to);
  return {
    started_at: instantAt(Date.UTC(year, month - 1, day, hour, minute, second), time_zone),
    direction,
    from: numberOf(from),
    to: numberOf(to),
    answered_by: /\p{L}/u.test(person) ? person : undefined,
    source_call_id: id,
  };
};

const EXTENSION = /^\d{2,6}$/;

const directionBetween = (from = '', to = ''): ToldFacts['direction'] => {
  const [ours, theirs] = [EXTENSION.test(from), EXTENSION.test(to)];
  if (ours && theirs) return 'internal';
  return ours ? 'outgoing' : theirs ? 'incoming' : undefined;
};

const numberOf = (text: string | undefined): string | undefined =>
  text && !/^(unknown|anonymous|unavailable|private|s)$/i.test(text) ? text : undefined;

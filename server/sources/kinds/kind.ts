import type { IncomingHttpHeaders } from 'node:http';
import type { ArrivalReason } from '@pharos/contract/arrivals.ts';
import type { SourceSettings } from '@pharos/contract/sources.ts';

/** A message as it came: the body byte for byte. */
export type Message = {
  headers: IncomingHttpHeaders;
  body: Buffer;
  /** Address that the source was given, with the query that it was asked with. */
  url: string;
};

/** Settings and secrets of a source. */
export type Known = { settings: SourceSettings; secrets: Readonly<Record<string, string>> };

/** Facts of a call, as its source tells them. */
export type ToldFacts = {
  started_at?: string;
  direction?: 'incoming' | 'outgoing' | 'internal';
  from?: string;
  to?: string;
  answered_by?: string;
  title?: string;
  source_call_id?: string;
};

/** A recording that a message tells of. `recording_id` is the source's own, by which it is taken once. */
export type ToldRecording = {
  recording_id: string;
  url: string;
  file_name?: string;
  facts: ToldFacts;
};

/** Meaning of a message: recordings, a challenge that is answered with JSON, or nothing that is of use. */
export type Told = { recordings: ToldRecording[] } | { challenge: object } | { ignored: ArrivalReason };

/** Reason for not believing a message, or for not understanding one. */
export class MessageRefused extends Error {
  override name = 'MessageRefused';
  readonly reason: ArrivalReason;

  constructor(reason: ArrivalReason) {
    super(`A message of a source was refused: ${reason}`);
    this.reason = reason;
  }
}

/** Ways into a recording: what a fetch needs besides its address. */
export type Access = { headers: Record<string, string> };

/** Asks a host of the source and answers its JSON. */
export type AskJson = (
  url: string,
  given?: { headers?: Record<string, string>; method?: 'GET' | 'POST'; body?: string },
) => Promise<unknown>;

/** Time for which a telephone system is asked what it recorded, and the page that is asked for. */
export type Pull = { since: string; until: string; next?: string };

/** Recordings of a page; `next`: the page behind it. */
export type Pulled = { recordings: ToldRecording[]; next?: string };

/** A kind of source whose recordings are fetched by HTTPS. */
export type FetchedKind = {
  /** Hosts that recordings are fetched from where the settings name none. */
  hosts: readonly string[];
  /** Ways into a recording; absent: its address is enough. */
  accessTo?(recording: ToldRecording, known: Known, ask: AskJson): Promise<Access>;
  /** More facts, asked of the source. */
  ask?(recording: ToldRecording, known: Known, ask: AskJson): Promise<ToldFacts>;
  /** Asks what was recorded; absent: it tells by itself. */
  pull?(known: Known, ask: AskJson, pull: Pull): Promise<Pulled>;
};

/** A kind of source that sends signed messages. */
export type MessageKind = FetchedKind & {
  /** Throws MessageRefused where the signature is not the source's. `now` in ms; null: whenever it was signed. */
  verify(message: Message, known: Known, now: number | null): void;
  /** Reads a verified message. Throws MessageRefused for what it does not understand. */
  read(message: Message, known: Known): Told;
  /** Headers that a message of the source itself would have; for tests of its secrets. */
  sign?(message: Omit<Message, 'headers'>, known: Known, now: number): IncomingHttpHeaders;
  /** A message without effect, for tests of its secrets. */
  sample: Buffer;
};

/** Milliseconds for which a signed message is good. */
export const WINDOW_MS = 5 * 60_000;

/** Throws where a message was signed too long ago, or ahead of time. `seconds` since 1970. */
export const requireWindow = (seconds: string, now: number | null): void => {
  if (!/^\d{1,12}$/.test(seconds)) throw new MessageRefused('signature_missing');
  if (now !== null && Math.abs(now - Number(seconds) * 1000) > WINDOW_MS)
    throw new MessageRefused('timestamp_outside_window');
};

export const requireSecret = ({ secrets }: Known, name: string): string => {
  const secret = secrets[name];
  if (!secret) throw new MessageRefused('secret_missing');
  return secret;
};

/** The one value of a header; throws where it is not there, or several times. */
export const requireHeader = ({ headers }: Pick<Message, 'headers'>, name: string): string => {
  const value = headers[name];
  if (typeof value !== 'string' || value === '') throw new MessageRefused('signature_missing');
  return value;
};

/** A body as a JSON object. */
export const jsonOf = ({ body }: Message): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Refused below, as every other body that is no object.
  }
  throw new MessageRefused('body_malformed');
};

/** Characters of a text of a message, at most. */
const LONGEST = 2048;

/** Text of a field, if it has one, without what no database keeps; numbers too, which some systems use for ids. */
export const textOf = (value: unknown): string | undefined => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value : '';
  return text.replaceAll('\0', '').slice(0, LONGEST).toWellFormed() || undefined;
};

/** An object's field that is an object; an empty one where it is not. */
export const objectOf = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** A field that is a list; an empty one where it is not. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** A time in any form that JavaScript reads with its zone, as RFC 3339; nothing where it is none that a call can have. */
export const timeFrom = (value: unknown): string | undefined => {
  const text = textOf(value) ?? '';
  const ms = /(Z|[+-]\d\d:?\d\d|GMT)\s*$/i.test(text) ? Date.parse(text) : Number.NaN;
  const time = Number.isNaN(ms) ? '' : new Date(ms).toISOString();
  return /^(19|2\d)\d\d-/.test(time) ? time : undefined;
};

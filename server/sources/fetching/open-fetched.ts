import { buffer } from 'node:stream/consumers';
import type { OpenedRecording } from '../arrivals/opened.ts';
import type { AskJson, Known, ToldFacts, ToldRecording } from '../kinds/kind.ts';
import { FETCHED_KINDS } from '../kinds/kinds.ts';
import type { SourceRow } from '../queries.ts';
import { FetchError } from './fetch-error.ts';
import { type FetchLimits, fetchMedia } from './fetch-media.ts';
import type { Network } from './network.ts';

/** A recording of a call may be an hour of uncompressed sound. */
const LIMITS: FetchLimits = { max_bytes: 2 * 1024 ** 3, total_ms: 60 * 60_000, idle_ms: 60_000 };
const ANSWER_LIMITS: FetchLimits = { max_bytes: 4 * 1024 * 1024, total_ms: 30_000, idle_ms: 15_000 };

export type Outside = { network: Network; known: Known; signal: AbortSignal };

/** Opens a recording by HTTPS, and asks for what else is known of it. */
export const openFetched = async (
  outside: Outside,
  source: SourceRow,
  recording: ToldRecording,
): Promise<OpenedRecording> => {
  const { network, known, signal } = outside;
  const kind = FETCHED_KINDS[source.kind];
  if (!kind) throw new FetchError('no_recording', { final: true });
  const ask = askJson(outside, kind.hosts);
  const more = await kind.ask?.(recording, known, ask);
  const { headers = {} } = (await kind.accessTo?.(recording, known, ask)) ?? {};
  const hosts = hostsOf(known, kind.hosts);
  const bytes = await fetchMedia(network, recording.url, { hosts, headers, limits: LIMITS, signal });
  return { bytes, file_name: recording.file_name ?? null, facts: { ...recording.facts, ...given(more) } };
};

const given = (facts: ToldFacts = {}): ToldFacts =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));

const hostsOf = ({ settings }: Known, preset: readonly string[]) => (settings.hosts?.length ? settings.hosts : preset);

/** Asks hosts of a kind, and those of its settings, for JSON. */
export const askJson =
  ({ network, known, signal }: Outside, preset: readonly string[]): AskJson =>
  async (url, { headers, method, body } = {}) => {
    const hosts = [...hostsOf(known, preset), ...preset];
    const asking = { hosts, headers, method, body, limits: ANSWER_LIMITS, signal };
    const answer = await buffer(await fetchMedia(network, url, asking));
    try {
      return JSON.parse(answer.toString('utf8'));
    } catch {
      throw new FetchError('fetch_failed');
    }
  };

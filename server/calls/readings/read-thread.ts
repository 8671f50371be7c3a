import { REDACTION_KINDS, type Word } from '@pharos/contract/transcripts.ts';
import { type CallFacts, readStoredCall, type WordRange } from '../../understanding/call.ts';
import { type Measures, measuresOf } from '../../understanding/measures/measures.ts';
import { type Opening, openingOf } from '../../understanding/opening.ts';
import { findSecrets, type SecretWords } from '../../understanding/redaction/find-secrets.ts';

/** A call for a thread: its transcript as it is kept, so that no thread but its own parses it. */
export type Unread = {
  transcript: Uint8Array;
  facts: CallFacts & { direction?: string | null };
  wanted: 'measures' | 'opening' | 'redactions';
};

/** Place of words in time, and whose they are. */
export type Placed<T extends WordRange> = T & { start_ms: number; end_ms: number; speaker: string | null };

export type Read = { measures: Measures } | { opening: Opening } | { redactions: Placed<SecretWords>[] };

/** Reads a call by rules: in a thread, because a day of words takes seconds. */
export const read = ({ transcript: utf8, facts, wanted }: Unread): Read => {
  const call = readStoredCall(utf8, facts);
  if (wanted === 'measures') return { measures: measuresOf(call) };
  if (wanted === 'opening') return { opening: openingOf(call, facts.direction) };
  return { redactions: findSecrets(call, REDACTION_KINDS).map((secret) => placed(call.words, secret)) };
};

const placed = <T extends WordRange>(words: readonly Word[], range: T): Placed<T> => {
  const said = words.slice(range.start_word, range.end_word);
  return {
    ...range,
    start_ms: Math.min(...said.map(({ start_ms }) => start_ms)),
    end_ms: Math.max(...said.map(({ end_ms }) => end_ms)),
    speaker: said[0]?.speaker || null,
  };
};

export default read;

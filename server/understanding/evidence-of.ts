import type { Evidence } from '@pharos/contract/generations.ts';
import { type SpokenCall, turnAt, type WordRange } from './call.ts';

/** Words of a range with their times and speaker; null where the call has no such words. */
export const evidenceOf = (call: SpokenCall, { start_word, end_word }: WordRange): Evidence | null => {
  const words = call.words.slice(start_word, end_word);
  if (start_word < 0 || words.length === 0 || words.length !== end_word - start_word) return null;
  const turn = turnAt(call, start_word);
  return {
    start_word,
    end_word,
    start_ms: Math.min(...words.map(({ start_ms }) => start_ms)),
    end_ms: Math.max(...words.map((word) => Math.max(word.start_ms, word.end_ms))),
    speaker: turn?.speaker ?? null,
    label: turn?.label ?? null,
    text: words.map(({ text }) => text.trim()).join(' '),
  };
};

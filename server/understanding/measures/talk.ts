import type { Word } from '@pharos/contract/transcripts.ts';

/** Pause between two words that still belongs to talking: a breath. Milliseconds. */
const BREATH_MS = 1000;

/** Time in which words are spoken, with short pauses between them, in milliseconds. Words that overlap count once. */
export const talkOf = (words: readonly Word[]): number => {
  let talk_ms = 0;
  let until: number | null = null;
  for (const { start_ms, end_ms } of words.toSorted((a, b) => a.start_ms - b.start_ms)) {
    const from: number = until !== null && start_ms - until <= BREATH_MS ? until : start_ms;
    talk_ms += Math.max(0, end_ms - from);
    until = Math.max(until ?? 0, start_ms, end_ms);
  }
  return talk_ms;
};

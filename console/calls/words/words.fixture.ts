import type { Word } from '@pharos/contract/transcripts.ts';

/** Words of one speaker, half a second each, one every second. */
export const say = (text: string, speaker: string | null = 'A', from_ms = 0): Word[] =>
  text.split(' ').map((one, index) => ({
    text: one,
    start_ms: from_ms + index * 1000,
    end_ms: from_ms + index * 1000 + 500,
    confidence: 0.9,
    speaker,
  }));

import type { SpokenCall } from '../call.ts';

/** Milliseconds for which two voices talk at once before one interrupts the other: less is how people take turns. */
const OVERLAP_MS = 300;
/** Words that are no interruption: "mm-hmm", "okay, yes". */
const PUT_IN = 3;

/** Turns that begin while another voice goes on, and are more than a word or two. */
export const interruptionsIn = ({ turns }: SpokenCall): { speaker: string | null; turn: number }[] => {
  const found: { speaker: string | null; turn: number }[] = [];
  let latest = { speaker: null as string | null, end_ms: -Infinity };
  for (const { speaker, start_ms, end_ms, words, index } of turns) {
    const isAnother = speaker !== latest.speaker;
    if (isAnother && words.length > PUT_IN && latest.end_ms - start_ms >= OVERLAP_MS)
      found.push({ speaker, turn: index });
    if (end_ms >= latest.end_ms) latest = { speaker, end_ms };
  }
  return found;
};

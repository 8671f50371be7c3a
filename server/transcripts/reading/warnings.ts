import type { Word } from '@pharos/contract/transcripts.ts';
import type { Warning } from '../warning-sentences.ts';

const WORDS_A_MINUTE = 250;
const SHORTEST_MS = 30;
const FEW_WORDS = 50;
const SAME_MS = 300;
const FEW_WORDS_OF_A_CHANNEL = 5;

/** Speech runs at 127–187 words a minute; more, or many words of no length, is how invented and looping words show. */
const implausible = (words: readonly Word[]): Warning | undefined => {
  if (words.length < FEW_WORDS) return undefined;
  let [from, to, short] = [Number.POSITIVE_INFINITY, 0, 0];
  for (const { start_ms, end_ms } of words) {
    from = Math.min(from, start_ms);
    to = Math.max(to, end_ms);
    if (end_ms - start_ms < SHORTEST_MS) short++;
  }
  const speed = Math.round((words.length * 60_000) / Math.max(1, to - from));
  if (speed > WORDS_A_MINUTE) {
    return { code: 'speech_too_fast', given: { words_a_minute: speed } };
  }
  if (short > words.length / 5) {
    return { code: 'words_too_short', given: { count: short, ms: SHORTEST_MS } };
  }
};

/** Tells two channels of which more than 90 % of the words are the same within 300 ms. */
const sameSpeech = (one: readonly Word[], other: readonly Word[]): boolean => {
  const longer = Math.max(one.length, other.length);
  if (Math.min(one.length, other.length) < FEW_WORDS_OF_A_CHANNEL) return false;
  const starts = new Map<string, { at: number[]; next: number }>();
  for (const { text, start_ms } of other) {
    const entry = starts.get(text.toLowerCase());
    if (entry) entry.at.push(start_ms);
    else starts.set(text.toLowerCase(), { at: [start_ms], next: 0 });
  }
  const shared = one.filter(({ text, start_ms }) => {
    const entry = starts.get(text.toLowerCase());
    if (!entry) return false;
    while ((entry.at[entry.next] ?? Number.POSITIVE_INFINITY) <= start_ms - SAME_MS) entry.next++;
    const found = (entry.at[entry.next] ?? Number.POSITIVE_INFINITY) < start_ms + SAME_MS;
    if (found) entry.next++;
    return found;
  });
  return shared.length > longer * 0.9;
};

/** Warnings for a person who is to rely on these words; `tracks` are the channels. */
export const warningsFor = (tracks: readonly (readonly Word[])[]): Warning[] => {
  const warnings = tracks.map(implausible).filter((warning) => warning !== undefined);
  if (tracks.some((track, i) => sameSpeech(tracks[i - 1] ?? [], track))) {
    warnings.push({ code: 'speech_twice' });
  }
  return warnings;
};

import type { SpokenCall, SpokenTurn } from './call.ts';

/** Consecutive words of one voice, by index; others may have said a word or two in between. */
export type Passage = Pick<SpokenTurn, 'speaker' | 'side'> & { words: number[] };

/** Words that another voice may put in, such as "okay, I see", and milliseconds of silence, before a passage ends. */
const [MOST_PUT_IN, SILENCE_MS] = [3, 10_000];

/** Turns of each voice, joined where another voice only said "uh-huh" in between. */
export const passagesOf = ({ turns }: SpokenCall): Passage[] => {
  const passages: Passage[] = [];
  const latest = new Map<string | null, { passage: Passage; end_word: number; end_ms: number }>();
  for (const { speaker, side, start_word, end_word, start_ms, end_ms } of turns) {
    const before = latest.get(speaker);
    const goesOn = before && start_word - before.end_word <= MOST_PUT_IN && start_ms - before.end_ms <= SILENCE_MS;
    const passage = goesOn ? before.passage : { speaker, side, words: [] };
    if (!goesOn) passages.push(passage);
    for (let word = start_word; word < end_word; word += 1) passage.words.push(word);
    latest.set(speaker, { passage, end_word, end_ms });
  }
  return passages;
};

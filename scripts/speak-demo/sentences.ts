import type { Turn } from '../../server/demo/dialogue.ts';

/** Words that a speaker says in one breath. */
export type Sentence = { speaker: string; words: string[] };

const ABBREVIATION = /^(St|Mr|Mrs|Dr)\.$/;
const END = /[.?!—]["']?$/;

/** Cuts a turn where a speaker takes breath: after a sentence, and where one is broken off. */
export const sentencesOf = ({ speaker, words }: Turn): Sentence[] => {
  const sentences: Sentence[] = [];
  let open: string[] = [];
  for (const [at, word] of words.entries()) {
    open.push(word);
    const ends = (END.test(word) && !ABBREVIATION.test(word)) || at === words.length - 1;
    if (!ends) continue;
    sentences.push({ speaker, words: open });
    open = [];
  }
  return sentences;
};

/** Text for Festival: a word that is broken off ends without a fall, and a hum is not read as an abbreviation. */
export const spellingOf = (words: string[]): string => {
  const text = words.join(' ').replaceAll('—', ',').replace('Mm-hm', 'um-hum');
  if (/[^ -~]/.test(text)) throw new Error(`the voice speaks English in ASCII only, not "${text}"`);
  return text;
};

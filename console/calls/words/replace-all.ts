import type { Word } from '@pharos/contract/transcripts.ts';
import { textOf } from '../../transcript/turns.ts';

/** A word that was written otherwise, without the marks around it: “Hollace,” → “Hollis,” is Hollace → Hollis. */
export type Fix = { from: string; to: string };

const EDGES = /^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu;
const core = (token: string) => token.replaceAll(EDGES, '');
const tokensOf = (words: readonly Word[]) => textOf(words).split(/\s+/);

/** The one word that a correction has changed, or null where it has changed more, less, or only marks. */
export const fixOf = (before: readonly Word[], after: readonly Word[]): Fix | null => {
  const [old, fresh] = [tokensOf(before), tokensOf(after)];
  if (old.length !== fresh.length) return null;
  const changed = old.flatMap((token, index) => (token === fresh[index] ? [] : [index]));
  const [index] = changed;
  if (index === undefined || changed.length > 1) return null;
  const [from, to] = [core(old[index] as string), core(fresh[index] as string)];
  return from !== '' && to !== '' && from !== to ? { from, to } : null;
};

/** Number of words in a call that still have the mistake. */
export const countFixes = (words: readonly Word[], { from }: Fix): number =>
  words.filter(({ text }) => text.includes(from) && text.split(/\s+/).some((token) => core(token) === from)).length;

/** Replaces a word everywhere in a call; punctuation, times and all other words stay. */
export const fixEverywhere = (words: readonly Word[], fix: Fix): Word[] =>
  words.map((word) => {
    if (!word.text.includes(fix.from)) return word;
    const text = word.text.replaceAll(/\S+/g, (token) =>
      core(token) === fix.from ? token.replace(fix.from, () => fix.to) : token,
    );
    return text === word.text ? word : { ...word, text, confidence: 1 };
  });

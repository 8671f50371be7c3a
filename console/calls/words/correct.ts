import type { Word } from '@pharos/contract/transcripts.ts';
import { diffIndices } from 'node-diff3';

/** The words beside the corrected ones, for the times of what is added at an edge. */
export type Neighbours = { before?: Word; after?: Word };

const tokensOf = (text: string): string[] => text.split(/\s+/).filter((token) => token !== '');

/** Roughly as long as it takes to say, in milliseconds: what is added to a silence does not fill it. */
const spokenMs = (token: string) => 150 + 60 * token.length;

/**
 * Words after a correction to `text`. A word that is still there is the same word, with its times,
 * whatever its spelling of spaces; a new one takes the time of what it stands for, or a place between its neighbours,
 * and the confidence 1, as it was written by a person. The same array comes back where nothing has changed.
 */
export const correctWords = (words: readonly Word[], text: string, { before, after }: Neighbours = {}): Word[] => {
  const fresh = tokensOf(text);
  const kept = keptWords(words, fresh);
  const corrected: Word[] = [];
  let [word, token] = [0, 0];
  for (const stay of [...kept, { word: words.length, token: fresh.length, length: 0 }]) {
    const gone = words.slice(word, stay.word);
    corrected.push(
      ...gone.filter((one) => tokensOf(one.text).length === 0),
      ...placed(
        gone.filter((one) => tokensOf(one.text).length > 0),
        fresh.slice(token, stay.token),
        corrected.at(-1) ?? before,
        words[stay.word] ?? after,
        words[0],
      ),
    );
    const same = words[stay.word];
    if (same) corrected.push(same);
    [word, token] = [stay.word + 1, stay.token + stay.length];
  }
  const unchanged = corrected.length === words.length && corrected.every((one, index) => one === words[index]);
  return unchanged ? (words as Word[]) : corrected;
};

type KeptWord = { word: number; token: number; length: number };

/** The words whose every token is still there, in a row, and where. */
const keptWords = (words: readonly Word[], fresh: string[]): KeptWord[] => {
  const old = words.flatMap((word, index) => tokensOf(word.text).map((token) => ({ token, word: index })));
  const target: (number | null)[] = old.map(() => null);
  let [from, to] = [0, 0];
  const hunks = diffIndices(
    old.map(({ token }) => token),
    fresh,
  );
  for (const { buffer1, buffer2 } of [...hunks, { buffer1: [old.length, 0], buffer2: [fresh.length, 0] }]) {
    while (from < (buffer1[0] as number)) target[from++] = to++;
    [from, to] = [(buffer1[0] as number) + (buffer1[1] as number), (buffer2[0] as number) + (buffer2[1] as number)];
  }
  const kept: KeptWord[] = [];
  for (let start = 0; start < old.length; ) {
    const { word } = old[start] as { word: number };
    let end = start;
    while (old[end]?.word === word) end++;
    const token = target[start];
    const stays = old.slice(start, end).every((_, n) => token != null && target[start + n] === token + n);
    if (stays && token != null) kept.push({ word, token, length: end - start });
    start = end;
  }
  return kept;
};

/** New words in the place of those that are gone. */
const placed = (gone: Word[], fresh: string[], before?: Word, after?: Word, sibling?: Word): Word[] => {
  const [first, last] = [gone[0], gone.at(-1)];
  if (fresh.length === 0) return [];
  if (!first || !last) {
    const like = sibling ?? before ?? after;
    const from = before?.end_ms ?? Math.max((after?.start_ms ?? 0) - sum(fresh.map(spokenMs)), 0);
    const room = Math.max((after?.start_ms ?? Number.POSITIVE_INFINITY) - from, 0);
    return shared(fresh, from, Math.min(room, sum(fresh.map(spokenMs))), like);
  }
  // A cue that came as one word of many stays one: its inner times were never known.
  if (gone.length === 1 && tokensOf(first.text).length > 1) return [{ ...first, text: fresh.join(' '), confidence: 1 }];
  if (gone.length === fresh.length) {
    return gone.map((word, index) => ({ ...word, text: fresh[index] as string, confidence: 1 }));
  }
  return shared(fresh, first.start_ms, Math.max(last.end_ms - first.start_ms, 0), first);
};

/** A stretch of milliseconds shared out by the length of the words. */
const shared = (fresh: string[], from: number, length: number, like?: Word): Word[] => {
  const total = sum(fresh.map((token) => token.length));
  let at = 0;
  return fresh.map((text) => {
    const start_ms = Math.round(from + (length * at) / total);
    at += text.length;
    const end_ms = Math.round(from + (length * at) / total);
    return { ...(like && 'speaker' in like && { speaker: like.speaker }), text, start_ms, end_ms, confidence: 1 };
  });
};

const sum = (numbers: number[]) => numbers.reduce((total, n) => total + n, 0);

import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import type { SpokenCall, WordRange } from '../call.ts';
import { secretsAskedFor } from './asked-for.ts';
import { birthsIn } from './births.ts';
import { cardNumberIn } from './card-numbers.ts';
import { cuesIn } from './cues.ts';
import { type DigitGroup, digitGroups } from './digit-groups.ts';
import { countOtherWords } from './other-words.ts';
import { readBack } from './read-back.ts';
import { rowsOf } from './rows.ts';
import type { Secret } from './secrets.ts';
import { type DigitPiece, type Token, tokensOfCall } from './tokens.ts';

/** Words of a call that hold a number which does not belong into other hands. */
export type SecretWords = WordRange & { kind: RedactionKind };

/**
 * Finds card numbers, social security numbers, account and routing numbers, dates of birth and codes in a call, said or
 * written, over turns and voices. A card number is known by its check digit, the others by what was asked for or said
 * before them. In the order of the call; words that stand between the digits of one number are left alone.
 */
export const findSecrets = (call: SpokenCall, kinds: readonly RedactionKind[]): SecretWords[] => {
  if (kinds.length === 0) return [];
  const tokens = tokensOfCall(call);
  const all = digitGroups(tokens);
  const cues = cuesIn(tokens);
  const births = birthsIn(cues, tokens, call.called_on);
  const otherWords = countOtherWords(all, tokens);
  const isAskedFor = ({ pieces: [first] }: Secret) =>
    cues.findLast(({ at }) => at < (first?.start ?? 0))?.kind === 'card_number';
  const cards = [
    ...rowsOf(all, otherWords, true).flatMap(cardsIn),
    ...rowsOf(all, otherWords, false).flatMap(cardsIn).filter(isAskedFor),
  ];
  const written = all.flatMap((group) => writtenInThreeParts(group, tokens));
  const known = [...cards, ...written, ...births];
  const rest = without(all, known);
  const secrets = [...known, ...secretsAskedFor(rest, cues, tokens, otherWords)];
  return wordsOf(
    [...secrets, ...readBack(secrets, all)].filter(({ kind }) => kinds.includes(kind)),
    tokens,
  );
};

const cardsIn = (row: readonly DigitPiece[]): Secret[] => {
  const found = cardNumberIn(row);
  if (!found) return [];
  return [{ kind: 'card_number', pieces: row.slice(found.from, found.to) }, ...cardsIn(row.slice(found.to))];
};

/** Social security numbers written as such: 123-45-6789. */
const writtenInThreeParts = ({ pieces }: DigitGroup, tokens: readonly Token[]): Secret[] =>
  pieces.flatMap((_, at): Secret[] => {
    const parts = pieces.slice(at, at + 3);
    const texts = new Set(parts.map(({ start }) => tokens[start]?.text ?? ''));
    const isOne = texts.size === 1 && /^\D*\d{3}[-–]\d{2}[-–]\d{4}\D*$/.test([...texts][0] ?? '');
    return isOne && parts.length === 3 ? [{ kind: 'social_security_number', pieces: parts }] : [];
  });

/** Groups without the pieces of secrets that are known already. */
const without = (groups: readonly DigitGroup[], secrets: readonly Secret[]): DigitGroup[] => {
  const known = new Set(secrets.flatMap(({ pieces }) => pieces.map(({ start }) => start)));
  return groups.flatMap((group) => {
    const pieces = group.pieces.filter(({ start }) => !known.has(start));
    return pieces.length > 0 ? [{ ...group, pieces, digits: pieces.map(({ digits }) => digits).join('') }] : [];
  });
};

/** Words inside a number or a date that belong to it. */
const INSIDE = new Set(['dash', 'hyphen', 'slash', 'the', 'of', 'de', 'del']);

/** Words of the secrets' pieces, each word once; those side by side in one turn are one range. */
const wordsOf = (secrets: readonly Secret[], tokens: readonly Token[]): SecretWords[] => {
  const pieces = secrets.flatMap(({ kind, pieces }) => pieces.map((piece) => ({ kind, ...piece })));
  const ranges: (SecretWords & { end: number })[] = [];
  for (const { kind, start, end } of pieces.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const [first, last] = [tokens[start] as Token, tokens[end - 1] as Token];
    const before = ranges.at(-1);
    const turn = before && tokens[before.end - 1]?.turn;
    const isOver = before && last.word < before.end_word;
    if (isOver) continue;
    const goesOn =
      before?.kind === kind &&
      turn === first.turn &&
      tokens.slice(before.end, start).every(({ term }) => INSIDE.has(term));
    if (goesOn) Object.assign(before, { end, end_word: last.word + 1 });
    else ranges.push({ kind, start_word: Math.max(first.word, before?.end_word ?? 0), end_word: last.word + 1, end });
  }
  return ranges.map(({ kind, start_word, end_word }) => ({ kind, start_word, end_word }));
};

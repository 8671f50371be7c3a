import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import { isCardNumber } from './card-numbers.ts';
import type { Cue } from './cues.ts';
import type { DigitGroup } from './digit-groups.ts';
import type { OtherWords } from './other-words.ts';
import { isQuantity } from './quantities.ts';
import { rowsOf } from './rows.ts';
import { digitsOf, type Secret } from './secrets.ts';
import type { DigitPiece, Token } from './tokens.ts';

type Kind = Exclude<RedactionKind, 'date_of_birth'>;

/** Rules by which the digits of a kind are gathered once it was asked for. */
type Form = {
  /** Digits that its first group has at least, and that there are at most. */
  first: number;
  first_after_weak_cue?: number;
  most: number;
  isWhole(digits: string): boolean;
  /** Tells whether the digits that were said are worth to be kept secret, after a strong cue or a weak one. */
  counts(digits: string, is_strong: boolean): boolean;
  /** Other words that may stand before more of its digits. */
  reach: number;
};

const isTelephone = (digits: string) => digits.length === 10 || (digits.length === 11 && digits.startsWith('1'));

const isTollFree = (digits: string) => isTelephone(digits) && /^1?8(?:00|88|77|66|55|44|33)/.test(digits);

const FORMS: Readonly<Record<Kind, Form>> = {
  card_number: {
    first: 3,
    most: 19,
    isWhole: isCardNumber,
    counts: (digits, is_strong) => digits.length >= 12 || (is_strong && digits.length >= 8 && !isTelephone(digits)),
    reach: 40,
  },
  social_security_number: {
    first: 3,
    most: 9,
    isWhole: ({ length }) => length === 9,
    counts: ({ length }, is_strong) => length >= 8 || (is_strong && length === 4),
    reach: 30,
  },
  bank_account: {
    first: 3,
    first_after_weak_cue: 6,
    most: 34,
    isWhole: () => false,
    counts: (digits, is_strong) => (is_strong ? digits.length >= 4 : digits.length >= 6 && !isTollFree(digits)),
    reach: 30,
  },
  security_code: { first: 3, most: 8, isWhole: () => false, counts: ({ length }) => length >= 3, reach: 8 },
};
const hasForm = (kind: RedactionKind | null): kind is Kind => kind !== null && Object.hasOwn(FORMS, kind);

/** Words in which somebody looks for the rest of a number: "hold on, let me see". */
const PAUSE = 6;

type Gathering = { cue: Cue; from: number; reach: number; said: { speaker: string | null; piece: DigitPiece }[] };

/** Finds what was asked for in one turn and given in that or a later one, by anybody, or given first and named after it. */
export const secretsAskedFor = (
  groups: readonly DigitGroup[],
  cues: readonly Cue[],
  tokens: readonly Token[],
  otherWords: OtherWords,
): Secret[] => {
  const secrets: Secret[] = [];
  const open = new Map<Kind, Gathering>();
  const rowLengths = lengthsOfRows(rowsOf(groups, otherWords, true));

  const close = (kind: Kind) => {
    const gathering = open.get(kind);
    open.delete(kind);
    if (!gathering || gathering.said.length === 0) return;
    const counts = (pieces: readonly DigitPiece[]) => FORMS[kind].counts(digitsOf(pieces), gathering.cue.is_strong);
    const voices = [...Map.groupBy(gathering.said, ({ speaker }) => speaker).values()];
    const pieces = voices.map((said) => said.map(({ piece }) => piece));
    // What another voice said of it is read back, or belongs to it where one voice was taken for two.
    if (pieces.some(counts)) for (const one of pieces) secrets.push({ kind, pieces: one });
    else if (counts(pieces.flat())) secrets.push({ kind, pieces: gathering.said.map(({ piece }) => piece) });
  };

  /** Adds a group to what is gathered of a kind; answers whether it was taken for that. */
  const take = (kind: Kind, { pieces, digits, speaker }: DigitGroup): boolean => {
    const gathering = open.get(kind) as Gathering;
    const [start, end] = [(pieces[0] as DigitPiece).start, (pieces.at(-1) as DigitPiece).end];
    const between = otherWords(gathering.from, start);
    if (between > gathering.reach) {
      close(kind);
      return false;
    }
    const { most, isWhole, reach, ...form } = FORMS[kind];
    const first = gathering.cue.is_strong ? form.first : (form.first_after_weak_cue ?? form.first);
    const isFirst = gathering.said.length === 0;
    // Of a number that is said digit by digit, with answers in between, all of it counts.
    const row = rowLengths.get(start) ?? digits.length;
    if (isFirst ? row < first : digits.length < (between === 0 ? 1 : 2)) return false;
    if (isFirst && kind !== 'bank_account' && isTelephone(digits)) return false;
    const mine = gathering.said.filter((said) => said.speaker === speaker).map(({ piece }) => piece);
    const startsAnew = kind === 'bank_account' && between > PAUSE && mine.length > 0;
    const isFull = digitsOf(mine).length + digits.length > most;
    if (startsAnew || (isFull && FORMS[kind].counts(digitsOf(mine), gathering.cue.is_strong))) {
      close(kind);
      if (!startsAnew || digits.length < first) return false;
      open.set(kind, { ...gathering, said: [] });
    } else if (isFull) {
      // What came before was something else: "It's on his form 214. Five oh three, ..."
      if (digits.length > most || digits.length < first) return false;
      mine.length = 0;
      gathering.said = gathering.said.filter((said) => said.speaker !== speaker);
    }
    const now = open.get(kind) as Gathering;
    now.said.push(...pieces.map((piece) => ({ speaker, piece })));
    now.from = end;
    now.reach = reach;
    if (!isWhole(digitsOf([...(startsAnew ? [] : mine), ...pieces]))) return true;
    close(kind);
    // "And yours, as informant?": another may follow, though no fewer digits than a whole one.
    open.set(kind, { ...now, cue: { ...now.cue, is_strong: false }, said: [] });
    return true;
  };

  const events = [
    ...cues.map((cue) => ({ at: cue.at, cue })),
    ...groups
      .filter((group) => !isQuantity(group, tokens))
      .map((group) => ({ at: group.pieces[0]?.start ?? 0, group })),
  ].sort((a, b) => a.at - b.at);
  let before: DigitGroup | undefined;
  for (const event of events) {
    if ('group' in event) {
      before = event.group;
      for (const kind of inOrderOfAnswers(open, event.group.turn, tokens)) if (take(kind, event.group)) break;
      continue;
    }
    const { kind, ends, at, end, reach } = event.cue;
    if (kind === null) for (const one of [...open.keys()]) if (ends === undefined || ends === one) close(one);
    if (!hasForm(kind)) continue;
    if (before && isNamedBehind(before, event.cue, tokens) && FORMS[kind].first <= before.digits.length)
      if (FORMS[kind].counts(before.digits, event.cue.is_strong) && before.digits.length <= FORMS[kind].most)
        secrets.push({ kind, pieces: before.pieces });
    if (open.get(kind)?.said.length) close(kind);
    open.set(kind, { cue: event.cue, from: Math.max(at, end), reach, said: [] });
  }
  for (const kind of [...open.keys()]) close(kind);
  return secrets;
};

/** Digits of the row that begins at each token or goes on there. */
const lengthsOfRows = (rows: readonly DigitPiece[][]): Map<number, number> =>
  new Map(
    rows.flatMap((row) => {
      const { length } = digitsOf(row);
      return row.map(({ start }): [number, number] => [start, length]);
    }),
  );

/** Kinds that were asked for last come first; those of one earlier turn are answered as they were asked for. */
const inOrderOfAnswers = (open: ReadonlyMap<Kind, Gathering>, turn: number, tokens: readonly Token[]): Kind[] => {
  const turnOf = ({ cue }: Gathering) => tokens[cue.at]?.turn ?? 0;
  const order = (a: Gathering, b: Gathering) =>
    turnOf(b) - turnOf(a) || (turnOf(a) === turn ? b.cue.at - a.cue.at : a.cue.at - b.cue.at);
  return [...open].sort(([, a], [, b]) => order(a, b)).map(([kind]) => kind);
};

/** "4471 is the gate code", "punch in 4471 as soon as you open the door, that's the alarm code". */
const isNamedBehind = ({ pieces, turn }: DigitGroup, { at }: Cue, tokens: readonly Token[]): boolean => {
  const end = (pieces.at(-1) as DigitPiece).end;
  const between = tokens.slice(end, at);
  const isNaming = between.some(({ term }) => /^(?:is|its|thats|was|es|for)$/.test(term));
  const isSaid = /^(?:thats|thatd be|thatll be) (?:the|my|his|her|our|your)$/.test(
    between
      .slice(-2)
      .map(({ term }) => term)
      .join(' '),
  );
  return tokens[at]?.turn === turn && ((between.length <= 5 && isNaming) || (between.length <= 14 && isSaid));
};

import type { RedactionKind } from '@pharos/contract/transcripts.ts';
import type { Cue } from './cues.ts';
import type { DigitGroup } from './digit-groups.ts';
import { FORMS, isTelephone, type Kind } from './forms.ts';
import type { OtherWords } from './other-words.ts';
import { isQuantity } from './quantities.ts';
import { rowsOf } from './rows.ts';
import { digitsOf, type Secret } from './secrets.ts';
import type { DigitPiece, Token } from './tokens.ts';

const hasForm = (kind: RedactionKind | null): kind is Kind => kind !== null && Object.hasOwn(FORMS, kind);

/** Words in which somebody looks for the rest of a number: "hold on, let me see". */
const PAUSE = 6;

/** Words by which somebody takes back digits, and says others instead. */
const CORRECTS = /^(?:no|sorry|wait|rather|correction|mean|actually)$/;

/** Digits that were said; those that were taken back stay secret, though they do not count. */
type Said = { speaker: string | null; piece: DigitPiece; is_corrected?: boolean };
type Gathering = { cue: Cue; from: number; reach: number; said: Said[]; is_again?: boolean };

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
    const counts = (said: readonly Said[]) => FORMS[kind].counts(digitsOf(countedOf(said)), gathering.cue.is_strong);
    const voices = [...Map.groupBy(gathering.said, ({ speaker }) => speaker).values()];
    // What another voice said of it is read back, or belongs to it where one voice was taken for two.
    if (voices.some(counts)) for (const said of voices) secrets.push({ kind, pieces: said.map(({ piece }) => piece) });
    else if (counts(gathering.said)) secrets.push({ kind, pieces: gathering.said.map(({ piece }) => piece) });
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
    const said = gathering.said.filter((one) => one.speaker === speaker);
    const isCorrection = tokens.slice(gathering.from, start).some(({ term }) => CORRECTS.test(term));
    // "Four four oh eight, sorry, oh seven": of a whole number, more is said anew.
    if (isCorrection && isFirst && gathering.is_again && between <= PAUSE) {
      secrets.push({ kind, pieces });
      gathering.from = end;
      return true;
    }
    if (isCorrection) takeBack(said, digits.length, most);
    // "..., one one one two, sorry, one one one one": the end of a number of no certain length is said anew.
    const isEnough = FORMS[kind].counts(digitsOf(countedOf(said)), gathering.cue.is_strong);
    if (isCorrection && isEnough && kind !== 'social_security_number' && between <= PAUSE && !isTelephone(digits)) {
      gathering.said.push(...pieces.map((piece) => ({ speaker, piece, is_corrected: true })));
      gathering.from = end;
      return true;
    }
    const mine = countedOf(said);
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
    open.set(kind, { ...now, cue: { ...now.cue, is_strong: false }, said: [], is_again: true });
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

/** Takes back the last digits that are too many with those which are said instead. */
const takeBack = (said: readonly Said[], coming: number, most: number): void => {
  const counted = said.filter(({ is_corrected }) => !is_corrected);
  let excess = digitsOf(counted.map(({ piece }) => piece)).length + coming - most;
  for (const one of counted.toReversed()) {
    if (excess < one.piece.digits.length) return;
    one.is_corrected = true;
    excess -= one.piece.digits.length;
  }
};

const countedOf = (said: readonly Said[]): DigitPiece[] =>
  said.filter(({ is_corrected }) => !is_corrected).map(({ piece }) => piece);

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

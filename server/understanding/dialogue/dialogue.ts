import type { Side, SpokenCall, WordRange } from '../call.ts';
import { once } from '../once-per-call.ts';
import { sideReader } from './sides.ts';
import { type Token, tokensOf } from './tokens.ts';

/** Tokens of a dialogue, by index; `end` is exclusive. */
export type Stretch = { start: number; end: number };

/** Terms of one voice, joined by single blanks in `text`, without punctuation. */
export type Passage = Stretch & { turn: number; side: Side; text: string };
export type Sentence = Passage & { is_question: boolean };
export type DialogueTurn = Passage & { label: string | null; speaker: string | null; sentences: Sentence[] };

/** A call as tokens, turns and sentences. `terms` are the tokens'; `is_cased` tells that names have capitals. */
export type Dialogue = {
  call: SpokenCall;
  tokens: readonly Token[];
  terms: readonly string[];
  turns: readonly DialogueTurn[];
  is_cased: boolean;
};

const QUESTION =
  /^(?:(?:and|ok|okay|so|alright|all right|good|well|now|then|um) )*(?:who|whos|what|whats|when|where|wheres|which|how|is|are|was|did|do|does|has|have|can|could|would|will|any|may)\b/;
/** Words before which a long sentence without punctuation is cut. */
const OPENERS = new Set(['so', 'but', 'okay', 'ok', 'well', 'because', 'yeah', 'please']);

/** Reads a call's words as a dialogue. */
export const readDialogue = (call: SpokenCall): Dialogue => {
  const tokens = tokensOf(call);
  const sideOf = sideReader(call);
  const turns: DialogueTurn[] = [];
  for (let start = 0, end = 0; start < tokens.length; start = end) {
    const turn = (tokens[start] as Token).turn;
    while (end < tokens.length && tokens[end]?.turn === turn) end += 1;
    const spoken = call.turns[turn] as SpokenCall['turns'][number];
    const { label, speaker } = spoken;
    const passage = passageOf(tokens, start, end, sideOf(spoken), turns.length);
    turns.push({ ...passage, label, speaker, sentences: sentencesOf(call, tokens, passage) });
  }
  const capitals = tokens.filter(({ text }) => /^\p{Lu}\p{Ll}/u.test(text)).length;
  return { call, tokens, terms: tokens.map(({ term }) => term), turns, is_cased: capitals > tokens.length / 25 };
};

const passageOf = (tokens: readonly Token[], start: number, end: number, side: Side, turn: number): Passage => ({
  start,
  end,
  turn,
  side,
  text: tokens
    .slice(start, end)
    .map(({ term }) => term)
    .join(' '),
});

const sentencesOf = (
  { words }: SpokenCall,
  tokens: readonly Token[],
  { start, end, side, turn }: Passage,
): Sentence[] => {
  const sentences: Sentence[] = [];
  const isPunctuated = tokens.slice(start, end).some(({ ends }) => ends === '.' || ends === '?');
  let from = start;
  for (let place = start; place < end; place += 1) {
    const { ends } = tokens[place] as Token;
    const next = tokens[place + 1];
    const isCut =
      !isPunctuated && next && (isPause(words, tokens[place], next) || (OPENERS.has(next.term) && place - from >= 2));
    if (ends !== '.' && ends !== '?' && !isCut && place + 1 < end) continue;
    const passage = passageOf(tokens, from, place + 1, side, turn);
    sentences.push({ ...passage, is_question: ends === '?' || QUESTION.test(passage.text) });
    from = place + 1;
  }
  return sentences;
};

/** Milliseconds of silence that end a sentence where nobody wrote full stops. */
const PAUSE_MS = 600;

const isPause = (words: SpokenCall['words'], one: Token | undefined, next: Token): boolean =>
  (words[next.word]?.start_ms ?? 0) - (words[one?.word ?? next.word]?.end_ms ?? 0) >= PAUSE_MS;

/** Words that bear out a value found in these stretches of tokens. */
export const evidenceOf = ({ tokens }: Dialogue, ...stretches: readonly Stretch[]): WordRange[] =>
  stretches
    .filter(({ start, end }) => end > start)
    .map(({ start, end }) => ({
      start_word: (tokens[start] as Token).word,
      end_word: (tokens[end - 1] as Token).word + 1,
    }));

export type Match = Stretch & { groups: Readonly<Record<string, string | undefined>>; text: string };

/** Tokens that a pattern matches in a passage, in their order. The pattern sees terms and single blanks only. */
export const matchesIn = ({ text, start }: Passage, pattern: RegExp): Match[] => {
  return [...text.matchAll(globalOf(pattern))].map((match) => {
    const first = start + blanks(text, match.index);
    return {
      start: first,
      end: first + blanks(match[0].trim(), match[0].length) + 1,
      groups: match.groups ?? {},
      text: match[0],
    };
  });
};

const globalOf = once(
  (pattern: RegExp): RegExp => (pattern.global ? pattern : new RegExp(pattern.source, `${pattern.flags}g`)),
);

const blanks = (text: string, until: number): number => {
  let count = 0;
  for (let at = 0; at < until && at < text.length; at += 1) if (text[at] === ' ') count += 1;
  return count;
};

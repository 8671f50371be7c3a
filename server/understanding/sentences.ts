import { termsOf } from '../transcripts/search/tokens.ts';
import type { SpokenCall, SpokenTurn, WordRange } from './call.ts';
import { lacksApostrophes, longForm } from './contractions.ts';
import { oncePerCall } from './once-per-call.ts';

/** A word of a sentence as patterns see it, the transcript's word that holds it, and the mark that follows it. */
export type Term = { text: string; word: number; mark: '' | ',' | '.' | '?' };

/**
 * A sentence of one turn, or, where nobody writes full stops, a clause of it. `text` holds its terms joined by single
 * blanks: lower case, without punctuation and fillers, short forms written out. `starts` has where each term begins in it.
 */
export type Sentence = {
  turn: SpokenTurn;
  index: number;
  terms: readonly Term[];
  text: string;
  starts: readonly number[];
  asks: boolean;
};

const FILLER = /^(?:u+[hm]+|e+r+m?|a+h+|h+m+|mm+|uhhuh|mhm)$/;
/** Hums that say yes, in one word or two: "mm-hmm", "uh huh". */
const HUM = /^(?:m+ ?h+m+|uh ?huh|mhm+)$/;
const TITLE = /^(?:dr|mr|mrs|ms|st|jr|sr|no|rev|fr|lt|sgt|col|capt|prof|apt|ext|ave|blvd|rd|[a-z])$/;
/** Words that people restart on: "the, the", "I, I". */
const RESTARTED = /^(?:i|the|a|an|we|it|he|she|they|you|to|of|in|and|but|that|is|my|our|so|for|with|do|if|at)$/;
const QUESTION_START =
  /^(?:so |and |okay |um |but |well |now |then |all right )*(?:who|whom|what|when|where|why|how|which|is|are|was|were|do|does|did|can|could|would|will|have|has|may|should|any)\b/;
const CLAUSE_START = /^(?:so|but|because|then|now|okay|well|also|yeah|yes|no|anyway|i|we|he|she|they)$/;
const JOINS = /^(?:and|or)$/;
/** Words that a clause goes on after: "what they bill", "because he". */
const LEADS_IN =
  /^(?:and|or|so|but|because|what|that|which|who|if|when|as|than|where|how|until|till|whatever|before|after|once)$/;
const AFTER_JOIN = /^(?:i|we|he|she|they|you|it|then|so|also|there|if|what|the|my|that|this)$/;
/** Terms of a clause, at least and at most, where nobody writes full stops. */
const SHORT_CLAUSE = 9;
const LONG_CLAUSE = 40;
/** Words to a full stop, at most, in a call that is written with them. */
const WORDS_PER_STOP = 40;

const marked = (text: string, terms: readonly string[]): Term['mark'] => {
  const mark = /([.?!,;:…—–-])["'”’)\]]*$/.exec(text)?.[1];
  if (mark === undefined || mark === '-') return '';
  if (mark === '.' && !/\.{2,}$/.test(text) && TITLE.test(terms.at(-1) ?? '')) return '';
  return mark === '?' ? '?' : /[.!…]/.test(mark) ? '.' : ',';
};

const termsOfTurn = (turn: SpokenTurn, isWrittenWithout: boolean): Term[] => {
  const found: Term[] = [];
  const terms = turn.words.map(({ text }) => termsOf(text));
  for (const [at, { text }] of turn.words.entries()) {
    const written = terms[at] ?? [];
    const mark = marked(text, written);
    const hums = HUM.test(written.join(' ')) || HUM.test(`${terms[at - 1]?.join(' ') ?? ''} ${written.join(' ')}`);
    const said = hums ? ['yes'] : written;
    const next = terms[at + 1]?.[0] ?? '';
    const hasApostrophe = /['’ʼ]/.test(text);
    const long = said.flatMap((term) => longForm(term, { hasApostrophe, isWrittenWithout, next }));
    const kept = long.filter((term) => !FILLER.test(term));
    for (const term of kept) {
      const before = found.at(-1);
      if (before?.text === term && RESTARTED.test(term) && before.mark !== '.' && before.mark !== '?') found.pop();
      found.push({ text: term, word: turn.start_word + at, mark: '' });
    }
    const last = found.at(-1);
    if (last && mark !== '' && (kept.length > 0 || last.mark === '')) last.mark = mark;
  }
  return found;
};

/** Cuts at full stops and question marks; a run without them is cut before words that begin a clause. */
const cut = (terms: readonly Term[], hasStopsElsewhere: boolean): Term[][] => {
  const pieces: Term[][] = [];
  let piece: Term[] = [];
  const hasStops =
    terms.some(({ mark }, at) => isStop(mark) && at < terms.length - 1) ||
    (hasStopsElsewhere && terms.length <= LONG_CLAUSE);
  for (const [at, term] of terms.entries()) {
    const begins = beginsClause(term.text, terms[at - 1]?.text, terms[at + 1]?.text);
    if (piece.length >= LONG_CLAUSE || (!hasStops && piece.length >= SHORT_CLAUSE && begins)) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(term);
    if (isStop(term.mark)) {
      pieces.push(piece);
      piece = [];
    }
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
};

const isStop = (mark: Term['mark']): boolean => mark === '.' || mark === '?';

const beginsClause = (term: string, before = '', next = ''): boolean =>
  JOINS.test(term) ? AFTER_JOIN.test(next) : CLAUSE_START.test(term) && !LEADS_IN.test(before);

const sentenceOf = (turn: SpokenTurn, index: number, terms: readonly Term[]): Sentence => {
  const starts: number[] = [];
  let text = '';
  for (const term of terms) {
    if (text !== '') text += ' ';
    starts.push(text.length);
    text += term.text;
  }
  const mark = terms.at(-1)?.mark;
  return { turn, index, terms, text, starts, asks: mark === '?' || (mark !== '.' && QUESTION_START.test(text)) };
};

/** The sentences of a call, in its order. */
export const sentencesOf = oncePerCall((call): readonly Sentence[] => {
  const isWrittenWithout = lacksApostrophes(call);
  const turns = call.turns.map((turn) => ({ turn, terms: termsOfTurn(turn, isWrittenWithout) }));
  const stops = turns.reduce((sum, { terms }) => sum + terms.filter(({ mark }) => isStop(mark)).length, 0);
  const hasStops = stops * WORDS_PER_STOP > call.words.length;
  const sentences: Sentence[] = [];
  for (const { turn, terms: said } of turns)
    for (const terms of cut(said, hasStops)) sentences.push(sentenceOf(turn, sentences.length, terms));
  return sentences;
});

/** The term of a sentence that holds a character of its text. */
export const termAt = ({ starts }: Sentence, character: number): number => {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] as number) <= character) low = middle;
    else high = middle - 1;
  }
  return low;
};

/** The transcript's words of a sentence, or of the terms from `first` to `last`, inclusive. */
export const rangeOf = ({ terms }: Sentence, first = 0, last = terms.length - 1): WordRange => ({
  start_word: (terms[first] as Term).word,
  end_word: (terms[last] as Term).word + 1,
});

/** The words of a range as the transcript writes them. */
export const wordsOf = (call: SpokenCall, { start_word, end_word }: WordRange): string =>
  call.words
    .slice(start_word, end_word)
    .map(({ text }) => text.trim())
    .join(' ');

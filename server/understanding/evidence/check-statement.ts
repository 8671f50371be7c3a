import { stemOf } from '../../transcripts/search/forms.ts';
import type { SpokenCall, WordRange } from '../call.ts';
import { lacksApostrophes } from '../contractions.ts';
import { isNegation } from '../phrases/negations.ts';
import { phraseTerms } from '../phrases/terms.ts';
import { type Sentence, sentencesOf } from '../sentences.ts';
import { readAttribution } from './attribution.ts';
import { type FoundQuote, findQuote, termsOfTurn } from './find-quote.ts';

/** Statement about a call with the words that it claims to rest on. Nothing of it is believed. */
export type Statement = { text: string; quotes: readonly string[] };

/** Words that may stand in a statement without having been said: they join, they do not tell. */
const JOINING = new Set(
  (
    'a an the of to in on at for and is are was were be been being has have had do does did that this these those it its ' +
    'he she they him her them his hers their theirs we us our i me my you your with by from as there so'
  ).split(' '),
);
/** Words that make something less than certain; a statement that leaves one out says more than was said. */
const HEDGES = new Set(
  (
    'if unless until maybe perhaps might may could would should can will probably possibly likely think guess suppose ' +
    'hope wish or about around roughly almost nearly unsure either whether before instead ' +
    'say says said saying tell tells told heard claim claims pretend'
  ).split(' '),
);
const [MALE, FEMALE] = [new Set(['he', 'him', 'his']), new Set(['she', 'her', 'hers'])];
/** Words that want to make a reader do something: they are no evidence of anything. */
const INSTRUCTS =
  /\b(?:ignore|disregard|forget|override) (?:all|any|every|the|these|those|your|my|previous|prior)\b|\binstructions?\b|\bprompts?\b|\b(?:system|assistant|developer) (?:message|mode|role)\b/;
/** Characters of a statement, at most: a longer one is none. */
const LONGEST = 400;
const YES =
  /^(?:yes|yeah|yep|yup|correct|right|exactly|absolutely|sure|certainly|please|of course|uhhuh|that is right)\b/;

/**
 * Checks a statement against the words of a call, and answers the places of its quotes; null where it does not follow from
 * them. Each quote has to be there word for word. All that the statement says has to stand in the quotes, in their order:
 * its names, numbers, dates and amounts too. Of the sentences that hold the quotes, no negation, condition or doubt may be
 * left out, and a question is no answer.
 */
export const checkStatement = (call: SpokenCall, { text, quotes }: Statement): WordRange[] | null => {
  if (text.length > LONGEST) return null;
  const found = quotes.map((quote) => findQuote(call, quote));
  const cited = found.filter((quote) => quote !== null);
  if (cited.length === 0 || cited.length !== found.length) return null;
  const said = readAttribution(
    text,
    cited.map(({ turn }) => turn),
  );
  const statement = phraseTerms(said.text, lacksApostrophes(call));
  const sentences = sentencesOf(call).filter((sentence) => cited.some((quote) => isIn(sentence, quote)));
  const whole = sentences.flatMap((sentence) => termsIn(call, sentence));
  const isSupported =
    statement.some(isTelling) &&
    !cited.some(({ turn }) =>
      INSTRUCTS.test(
        termsOfTurn(call, turn)
          .map(({ term }) => term)
          .join(' '),
      ),
    ) &&
    negationsOf(statement) === negationsOf(whole) &&
    whole.filter((term) => HEDGES.has(term)).every((hedge) => statement.includes(hedge)) &&
    !contradictsGender(statement, whole) &&
    (said.asks
      ? sentences.some(({ asks }) => asks) && isWithin(statement, termsOf(cited))
      : isTold(statement, cited, sentences));
  return isSupported ? cited.map(({ range }) => range) : null;
};

/** Words of quotes in the order in which they are cited. */
const termsOf = (cited: readonly FoundQuote[]): string[] => cited.flatMap(({ terms }) => terms.map(({ term }) => term));

/** True where sentences that tell hold the statement, or one that asks does and the next turn of somebody else agrees. */
const isTold = (
  statement: readonly string[],
  cited: readonly FoundQuote[],
  sentences: readonly Sentence[],
): boolean => {
  const asks = (quote: FoundQuote) => sentences.some((sentence) => sentence.asks && isIn(sentence, quote));
  if (isWithin(statement, termsOf(cited.filter((quote) => !asks(quote))))) return true;
  const [question, answer, ...more] = cited;
  if (!question || !answer || more.length > 0 || !asks(question) || asks(answer)) return false;
  const agrees = YES.test(answer.terms.map(({ term }) => term).join(' '));
  return agrees && answer.turn.index === question.turn.index + 1 && isWithin(statement, termsOf([question, answer]));
};

const isIn = ({ terms, turn }: Sentence, { range, turn: other }: FoundQuote): boolean =>
  turn === other && terms.some(({ word }) => range.start_word <= word && word < range.end_word);

/** Terms of a sentence, as statements are compared with them. */
const termsIn = (call: SpokenCall, { turn, terms }: Sentence): string[] => {
  const [first, last] = [terms[0]?.word ?? 0, terms.at(-1)?.word ?? -1];
  return termsOfTurn(call, turn)
    .filter(({ start_word, end_word }) => start_word <= last && end_word > first)
    .map(({ term }) => term);
};

const isTelling = (term: string): boolean => !JOINING.has(term);

/** True where all that a statement tells stands in these terms, in their order. */
const isWithin = (statement: readonly string[], cited: readonly string[]): boolean => {
  let at = 0;
  return statement.filter(isTelling).every((term) => {
    const place = cited.findIndex((other, index) => index >= at && (other === term || stemOf(other) === stemOf(term)));
    at = place + 1;
    return place >= 0;
  });
};

const negationsOf = (terms: readonly string[]): number =>
  terms.filter((term, index) => isNegation(term) && terms[index - 1] !== term).length;

const contradictsGender = (statement: readonly string[], cited: readonly string[]): boolean =>
  [
    [MALE, FEMALE],
    [FEMALE, MALE],
  ].some(
    ([one, other]) =>
      statement.some((term) => one?.has(term)) &&
      cited.some((term) => other?.has(term)) &&
      !cited.some((term) => one?.has(term)),
  );

import type { Finding, SpokenCall, WordRange } from '../call.ts';
import { sideReader } from '../dialogue/sides.ts';
import { type Amount, amountsIn } from '../mentions/amounts.ts';
import { oncePerCall } from '../once-per-call.ts';
import { rangeOf, type Sentence, sentencesOf, wordsOf } from '../sentences.ts';
import { kindOfAnswer, type Unpriced } from './answers.ts';
import { asksOn, asksPrice } from './asks.ts';
import { findFirstItem, findItem } from './items.ts';
import { isOwnPrice } from './own-price.ts';

type How = 'exact' | 'range' | 'package' | 'starting_at' | Exclude<Unpriced, 'free'>;
type Price = {
  item: string;
  how: How;
  amounts: number[];
  ask: Sentence | null;
  words: readonly WordRange[];
};
/** Question for a price that has no answer yet, with the words of the home that put it off. */
type Open = { ask: Sentence; item: string; answer: { how: Unpriced; sentences: Sentence[] } | null };

/** Turns after which the home's words answer a question no more. */
const ANSWER_TURNS = 5;

/** Reads the home's own and current prices, and its answers to questions for one. */
export const extractPrices = oncePerCall((call: SpokenCall): Finding[] => {
  const sideOf = sideReader(call);
  const textOf = (word: number) => call.words[word]?.text ?? '';
  const prices: Price[] = [];
  const said = new Set<number>();
  let open: Open | null = null;
  let question: Sentence | null = null;
  let topic: string | null = null;
  let before: Sentence | null = null;
  let carried: Sentence | null = null;
  let lastPriced: Sentence | null = null;

  const close = () => {
    if (open) prices.push(...unpriced(open));
    open = null;
  };

  for (const sentence of sentencesOf(call)) {
    const side = sideOf(sentence.turn);
    const amounts = wholeAmounts(sentence, joinedAmounts(sentence, amountsIn(sentence.terms, textOf)));
    if (open && sentence.turn.index - open.ask.turn.index > ANSWER_TURNS) close();
    if (side !== 'ours') {
      if (sentence.asks || asksPrice(sentence)) question = sentence;
      topic = findItem(sentence.text) ?? topic;
      const isTelling = lastPriced !== null && sentence.turn.index - lastPriced.turn.index <= 4;
      if (side === 'theirs' && (asksPrice(sentence) || (isTelling && asksOn(sentence)))) {
        const item = findFirstItem(sentence.text);
        // A second asking of the same question is no second question.
        if (!open || open.answer || (item !== null && item !== open.item)) {
          close();
          open = { ask: sentence, item: item ?? topic ?? 'price', answer: null };
        }
      }
      if (!sentence.asks) for (const { dollars, marked } of amounts) if (marked || dollars >= 60) said.add(dollars);
      before = null;
      continue;
    }
    const isAsked: boolean =
      open !== null || (question !== null && sentence.turn.index - question.turn.index <= 2 && prices.length > 0);
    const isTelling = lastPriced !== null && sentence.turn.index - lastPriced.turn.index <= 4;
    const wasTelling = lastPriced !== null && sentence.turn.index - lastPriced.turn.index <= 12;
    const own = amounts.filter((amount) => {
      if (
        said.has(amount.dollars) &&
        !open &&
        !isTelling &&
        !(wasTelling && !isClockLike(amount.dollars)) &&
        !prices.some((price) => price.amounts.includes(amount.dollars))
      )
        return false;
      if (open === null && /\bthe (?:county|state) charges?\b/.test(sentence.text)) return false;
      const hasItem =
        findItem(sentence.text) !== null || (carried?.turn === sentence.turn && REFERS.test(lead(sentence, amount)));
      const isBare = sentence.terms.length <= amount.end - amount.start + 1 && amount.dollars >= 100;
      const goesOnPricing =
        ((STATES.test(lead(sentence, amount)) && amount.dollars >= 100) || isBare) &&
        (isTelling || (wasTelling && !isClockLike(amount.dollars)));
      // A question that is not of a price is answered by a price only where the number is one of prices.
      const isAnswered = open !== null || (isAsked && (amount.dollars >= 100 || amount.marked));
      return isOwnPrice(sentence, amount, { isAsked: isAnswered || goesOnPricing, hasItem, goesOn: before !== null });
    });
    const found = pricesOf(sentence, own, open?.ask ?? nearby(question, sentence), open?.item ?? topic);
    const corrects =
      /\b(?:misspoke|i am sorry it is|my mistake|correction|let me correct|i was wrong|read that wrong|wrong line|sorry that is|actually it is|i said .{0,30} it is|excuse me it is)\b/.test(
        sentence.text,
      );
    // A question that was put off stays so, though the next one has its price.
    if (found.length > 0 && open?.answer && open.answer.how !== 'not_answered' && isLater(sentence, open)) close();
    for (const price of found) {
      if (corrects && prices.length > 0) prices.pop();
      if (isNew(prices, price)) prices.push(price);
      open = null;
    }
    if (found.length > 0) before = lastPriced = sentence;
    else if (before?.turn !== sentence.turn) before = null;
    const free = freeItem(sentence.text);
    if (free && !open) {
      prices.push({
        item: free,
        how: 'exact',
        amounts: [0],
        ask: nearby(question, sentence),
        words: [rangeOf(sentence)],
      });
      continue;
    }
    if (findItem(sentence.text) !== null) carried = sentence;
    topic = findItem(sentence.text) ?? topic;
    if (open && found.length === 0) {
      const how = kindOfAnswer(sentence.text);
      if (how && how === open.answer?.how) open.answer.sentences.push(sentence);
      else if (how && (!open.answer || rank(how) > rank(open.answer.how))) open.answer = { how, sentences: [sentence] };
    }
  }
  close();
  if (!sentencesOf(call).some(({ turn }) => sideOf(turn) === 'ours'))
    return prices.map((price) => findingOf(call, price));
  return prices.filter(({ words }) => words.length > 0).map((price) => findingOf(call, price));
});

/** Beginnings of a sentence that goes on about what the one before has named. */
const REFERS =
  /\b(?:it|that|that one|those|these|they|this|this one)(?: is| are| would be| runs?| comes to| starts? at)(?: \w+)?$/;
/** Ends of what stands before a price, where prices are being told: "that's", "then you'd need the room, that's". */
const STATES =
  /\b(?:it|that|that one|those|they|this) (?:is|are|runs?|would be|comes to)(?: about| just| only)?$|^(?:or |and |then |plus |so )*$/;

const lead = ({ text, starts }: Sentence, { start }: Amount): string => text.slice(0, starts[start]).trimEnd();

/** Thing that is free of charge by a sentence that names it. */
const freeItem = (text: string): string | null => {
  const [, ...things] =
    /\bno (?:extra |additional )?charge for (?:the |a |your |our )([a-z ]{3,30})$|\bthe ([a-z ]{3,20}) (?:is|are) free\b|\bdo not charge (?:anything |you |extra )?for (?:our |the |a )?(?!that\b|it\b|this\b|those\b)([a-z ]{3,30})$|^for (?:a |the )?([a-z ]{3,25}) we do not charge\b|\bno (?!extra|additional|separate|further|other)([a-z]{4,}) charge\b/.exec(
      text,
    ) ?? [];
  return things.find((thing) => thing !== undefined) ?? null;
};

const isLater = ({ turn }: Sentence, { answer }: Open): boolean =>
  turn.index > (answer?.sentences.at(-1)?.turn.index ?? 0);

const isClockLike = (dollars: number): boolean => dollars <= 1259 && dollars % 100 < 60 && dollars % 5 === 0;

const rank = (how: Unpriced): number => ['not_answered', 'free', 'call_back', 'refused', 'must_come_in'].indexOf(how);

const nearby = (question: Sentence | null, { turn }: Sentence): Sentence | null =>
  question && turn.index - question.turn.index <= 2 ? question : null;

/** One price said twice is one; another amount of the same item is another. */
const isNew = (prices: readonly Price[], { item, amounts, how }: Price): boolean =>
  !prices.some(
    (price) =>
      (String(price.amounts) === String(amounts) && (amounts[0] !== 0 || price.item === item)) ||
      (amounts.length === 1 && how === 'exact' && price.amounts.includes(amounts[0] as number)),
  );

const CORRECTION =
  /\b(?:no|sorry|i mean|actually|excuse me|correction|make that|strike that|wait|scratch that|rather)\b/;

const pricesOf = (
  sentence: Sentence,
  own: readonly Amount[],
  ask: Sentence | null,
  fallback: string | null,
): Price[] => {
  const prices: Price[] = [];
  const { text, starts, terms } = sentence;
  const at = (term: number) => starts[term] ?? text.length;
  for (let index = 0; index < own.length; index += 1) {
    const first = own[index] as Amount;
    const second = own[index + 1];
    const named = text.slice(index > 0 ? at((own[index - 1] as Amount).end) : 0, at(first.start));
    const between = second ? text.slice(at(first.end), at(second.start)).trim() : '';
    if (second && between.length < 30 && CORRECTION.test(between)) continue;
    const isRange = second !== undefined && joins(between, named);
    const tail = text.slice(
      at((isRange ? second : first).end),
      index + (isRange ? 2 : 1) < own.length ? at((own[index + (isRange ? 2 : 1)] as Amount).start) : undefined,
    );
    const item = itemOf(named, tail) ?? (index === 0 ? fallback : (prices.at(-1)?.item ?? fallback)) ?? 'price';
    const amounts = isRange ? scaled(first.dollars, second.dollars) : [first.dollars];
    const how: How = isRange
      ? 'range'
      : /\bstart(?:s|ing)?\b|\bbegins?\b|\bas low as\b|\bat least\b|\bup from there\b|\band up\b|\b(?:anywhere )?from$/.test(
            named.trim(),
          ) || /^(?:and|they) (?:\w+ )?(?:go |goes )?up\b/.test(tail)
        ? 'starting_at'
        : /\b(?:package|bundle|plan)\b/.test(item)
          ? 'package'
          : 'exact';
    const last = (isRange ? second : first).end - 1;
    const from = index > 0 ? (own[index - 1] as Amount).end : 0;
    if (isRange) index += 1;
    const until = index === own.length - 1 ? terms.length - 1 : last;
    prices.push({ item, how, amounts, ask, words: [rangeOf(sentence, from, until)] });
  }
  return prices;
};

const joins = (between: string, lead: string): boolean =>
  /^(?:for (?:the |a )?[a-z ]{2,25} )?(?:on |all the way )?(?:up )?to(?: about| around| maybe)?$|^through$/.test(
    between,
  ) ||
  (/^(?:and|or)$/.test(between) && /\b(?:between|from|somewhere|anywhere)\b/.test(lead)) ||
  /^(?:and |they |it )*(?:go|goes|run|runs|range)? ?(?:all the way )?up to(?: about| around)?$/.test(between);

/** Amounts of a sentence, one where a comma stands after its thousands: "two thousand, two hundred and ten". */
const joinedAmounts = ({ terms }: Sentence, amounts: readonly Amount[]): Amount[] => {
  const whole: Amount[] = [];
  for (const amount of amounts) {
    const last = whole.at(-1);
    const isRest = last?.end === amount.start && terms[last.end - 1]?.text === 'thousand' && amount.dollars < 1000;
    if (isRest) whole.splice(-1, 1, { ...last, dollars: last.dollars + amount.dollars, end: amount.end });
    else whole.push(amount);
  }
  return whole;
};

/** Amounts of a sentence, the first of a range with the scale of the second: "twelve to fifteen hundred". */
const wholeAmounts = ({ text, starts }: Sentence, amounts: readonly Amount[]): Amount[] =>
  amounts.map((amount, at) => {
    const next = amounts[at + 1];
    if (amount.dollars >= 100 && /^(?:a|per) (?:loaded )?mile\b/.test(text.slice(starts[amount.end])))
      return { ...amount, dollars: amount.dollars / 100 };
    if (!next || !/^(?:to|or|and)(?: about| maybe)?$/.test(text.slice(starts[amount.end], starts[next.start]).trim()))
      return amount;
    const [low = amount.dollars] = scaled(amount.dollars, next.dollars);
    return { ...amount, dollars: low };
  });

/** "Twelve to fifteen hundred" begins at twelve hundred. */
const scaled = (low: number, high: number): number[] => {
  if (low >= high || low >= 100) return [low, high];
  const scale = high % 1000 === 0 && low < 20 ? 1000 : high % 100 === 0 ? 100 : 1;
  return low * scale < high ? [low * scale, high] : [low, high];
};

const itemOf = (lead: string, tail: string): string | null => {
  const purpose =
    /^(?:dollars? )?(?:charge |fee )?(?:more |extra |each )?for (?:the |a |an |our |that |placing )?(.*)$/.exec(
      tail.trim(),
    );
  const named = purpose ? findFirstItem(purpose[1] as string) : null;
  return named ?? findItem(lead);
};

const unpriced = ({ ask, item, answer }: Open): Price[] => {
  if (!answer) return [{ item, how: 'not_answered', amounts: [], ask, words: [] }];
  const words = answer.sentences.map((sentence) => rangeOf(sentence));
  if (answer.how === 'free') return [{ item, how: 'exact', amounts: [0], ask, words }];
  return [{ item, how: answer.how, amounts: [], ask, words }];
};

const findingOf = (call: SpokenCall, { item, how, amounts, ask, words }: Price): Finding => {
  const asked = ask ? rangeOf(ask) : null;
  const value = {
    item,
    asked: asked && wordsOf(call, asked),
    how,
    amounts,
    quote: words[0] ? wordsOf(call, words[0]) : null,
  };
  return { name: 'prices', value, evidence: [...words, ...(asked ? [asked] : [])] };
};

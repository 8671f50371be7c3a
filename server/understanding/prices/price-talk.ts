import { type Amount, mayBeHour } from '../mentions/amounts.ts';
import { rangeOf, type Sentence } from '../sentences.ts';
import { freeItem, isFree, kindOfAnswer, outweighs, type Unpriced } from './answers.ts';
import { asksOn, asksOther, asksPrice } from './asks.ts';
import { findFirstItem, findItem } from './items.ts';
import { isOwnPrice } from './own-price.ts';
import { priceAmountsIn } from './price-amounts.ts';
import { type Price, statedPrices } from './stated-prices.ts';

/** Question for a price that has no answer yet, with the words of the home that put it off. */
type Open = { ask: Sentence; item: string; answer: { how: Unpriced; sentences: Sentence[] } | null };

/** Turns after which the home's words no longer answer a question, and no longer go on with prices, for sure and at most. */
const [ANSWER_TURNS, NEAR_TURNS, FAR_TURNS, QUESTION_TURNS, OTHER_TURNS, ASKED_TURNS] = [5, 4, 12, 2, 2, 1];
/** Ends of what stands before a price that goes on about what the sentence before has named. */
const REFERS =
  /\b(?:it|that|that one|those|these|they|this|this one)(?: is| are| would be| runs?| comes to| (?:starts?|begins?) (?:at|from|around))(?: \w+)?$/;
/** Ends of what stands before a price, where prices are being told: "that's", "then you'd need the room, that's". */
const STATES =
  /\b(?:it|that|that one|those|they|this) (?:is|are|runs?|would be|comes to)(?: about| just| only)?$|^(?:or |and |then |plus |so )*$/;
const CORRECTS =
  /\b(?:misspoke|i am sorry it is|my mistake|correction|let me correct|i was wrong|read that wrong|wrong line|sorry that is|actually it is|i said .{0,30} it is|excuse me it is)\b/;

/** Talk of prices as it goes on: sentences are heard in their order, and prices are told from what was said before them. */
export class PriceTalk {
  private readonly prices: Price[] = [];
  /** Amounts that others have named, which the home may only repeat. */
  private readonly named = new Set<number>();
  private open: Open | null = null;
  private question: Sentence | null = null;
  private topic: string | null = null;
  private lastPriced: Sentence | null = null;
  private lastNaming: Sentence | null = null;
  private other: Sentence | null = null;
  private lastFree: Sentence | null = null;
  private asked: Sentence | null = null;
  private readonly textOf: (word: number) => string;

  constructor(textOf: (word: number) => string) {
    this.textOf = textOf;
  }

  /** Hears a sentence of another side; only a caller's asks for prices. */
  hearOther(sentence: Sentence, isCaller: boolean): void {
    this.closeAfter(sentence);
    const isAsk = asksPrice(sentence);
    this.hearQuestion(sentence, isAsk);
    if (sentence.asks || isAsk) this.question = sentence;
    this.topic = findItem(sentence.text) ?? this.topic;
    if (isCaller && (isAsk || (this.isTelling(sentence, NEAR_TURNS) && asksOn(sentence)))) this.ask(sentence);
    // "So twenty-two hundred": a caller's sum of the home's own prices.
    if (sentence.asks || (/^so\b/.test(sentence.text) && this.isTelling(sentence, NEAR_TURNS))) return;
    for (const { dollars, marked } of priceAmountsIn(sentence, this.textOf))
      if (marked || dollars >= 60) this.named.add(dollars);
  }

  /** Hears a sentence of the home. */
  hearHome(sentence: Sentence): void {
    this.closeAfter(sentence);
    this.hearQuestion(sentence, false);
    const amounts = priceAmountsIn(sentence, this.textOf).filter((amount) => this.isPrice(sentence, amount));
    const found = statedPrices(sentence, amounts, {
      ask: this.open?.ask ?? this.nearQuestion(sentence),
      item: this.open?.item ?? this.topic,
    });
    if (found.length > 0) this.take(sentence, found);
    else this.hearAnswer(sentence);
    if (!this.open) this.hearFree(sentence);
    const item = findItem(sentence.text);
    if (item === null) return;
    this.lastNaming = sentence;
    this.topic = item;
  }

  /** All prices, and the questions that have stayed without one. */
  end(): readonly Price[] {
    this.close();
    return this.prices;
  }

  private hearQuestion(sentence: Sentence, isForPrice: boolean): void {
    if (isForPrice) this.other = null;
    else if (sentence.asks && asksOther(sentence)) this.other = sentence;
  }

  private ask(sentence: Sentence): void {
    const item = findFirstItem(sentence.text);
    // A second asking of the same question is no second question.
    if (this.open && !this.open.answer && (item === null || item === this.open.item)) return;
    this.close();
    this.asked = sentence;
    this.open = { ask: sentence, item: item ?? this.topic ?? 'price', answer: null };
  }

  private take(sentence: Sentence, found: readonly Price[]): void {
    const { open } = this;
    // A question that was put off stays so, though the next one has its price.
    const isPutOff = open?.answer && open.answer.how !== 'not_answered';
    if (isPutOff && sentence.turn.index > (open.answer?.sentences[0]?.turn.index ?? 0)) this.close();
    for (const price of found) {
      if (CORRECTS.test(sentence.text)) this.prices.pop();
      if (this.isNew(price)) this.prices.push(price);
    }
    this.open = null;
    this.lastPriced = sentence;
  }

  private hearAnswer(sentence: Sentence): void {
    const { open } = this;
    const how = open && kindOfAnswer(sentence.text);
    if (!open || !how) return;
    if (how === open.answer?.how) open.answer.sentences.push(sentence);
    else if (!open.answer || outweighs(how, open.answer.how)) open.answer = { how, sentences: [sentence] };
  }

  private hearFree(sentence: Sentence): void {
    const isAsked =
      this.asked !== null &&
      sentence.turn.index - this.asked.turn.index <= ASKED_TURNS &&
      this.lastPriced?.turn !== sentence.turn;
    const named = isAsked && isFree(sentence.text) ? (findItem(sentence.text) ?? this.topic ?? 'service') : null;
    const item = freeItem(sentence.text) ?? named;
    if (item === null) return;
    const ask = this.nearQuestion(sentence);
    // What is free is often said twice in a breath: "There's no charge. Nothing."
    const isRepeated = this.lastFree !== null && sentence.turn.index - this.lastFree.turn.index <= 1;
    this.lastFree = sentence;
    const price: Price = { item, how: 'exact', amounts: [0], ask, words: [rangeOf(sentence)] };
    if (!isRepeated && this.isNew(price)) this.prices.push(price);
  }

  private isPrice(sentence: Sentence, amount: Amount): boolean {
    const { dollars, marked } = amount;
    const isNear = this.isTelling(sentence, NEAR_TURNS);
    const isAmongPrices = isNear || (this.isTelling(sentence, FAR_TURNS) && !mayBeHour(dollars));
    const isKnown = this.prices.some((price) => price.amounts.includes(dollars));
    const lead = sentence.text.slice(0, sentence.starts[amount.start]).trimEnd();
    const isStated = isAmongPrices && (marked || (lead !== '' && STATES.test(lead)));
    if (this.named.has(dollars) && !this.open && !isKnown && !isStated) return false;
    if (this.isAboutOther(sentence) && !marked && findItem(sentence.text) === null) return false;
    if (!this.open && /\bthe (?:county|state) charges?\b/.test(sentence.text)) return false;
    const isBare = sentence.terms.length <= amount.end - amount.start + 1;
    // A question that is not for a price is answered by one only where the number is as high as prices are.
    const isAnswer = this.prices.length > 0 && this.nearQuestion(sentence) !== null && (dollars >= 100 || marked);
    const isAsked =
      this.open !== null || isAnswer || (isAmongPrices && dollars >= 100 && (isBare || STATES.test(lead)));
    const hasItem = findItem(sentence.text) !== null || (this.lastNaming?.turn === sentence.turn && REFERS.test(lead));
    return isOwnPrice(sentence, amount, { isAsked, hasItem, goesOn: this.lastPriced?.turn === sentence.turn });
  }

  /** Tells if the last question, of either side, asks for something else than a price: an hour, an age, a weight, an address. */
  private isAboutOther({ turn }: Sentence): boolean {
    return this.other !== null && turn.index - this.other.turn.index <= OTHER_TURNS;
  }

  private isTelling({ turn }: Sentence, turns: number): boolean {
    return this.lastPriced !== null && turn.index - this.lastPriced.turn.index <= turns;
  }

  private nearQuestion({ turn }: Sentence): Sentence | null {
    return this.question && turn.index - this.question.turn.index <= QUESTION_TURNS ? this.question : null;
  }

  /** One price said twice is one; another amount of the same item is another. */
  private isNew({ item, amounts, how }: Price): boolean {
    return !this.prices.some(
      (price) =>
        (String(price.amounts) === String(amounts) && (amounts[0] !== 0 || price.item === item)) ||
        (how === 'exact' && price.amounts.includes(amounts[0] as number) && amounts[0] !== 0),
    );
  }

  private closeAfter({ turn }: Sentence): void {
    if (this.open && turn.index - this.open.ask.turn.index > ANSWER_TURNS) this.close();
  }

  private close(): void {
    if (!this.open) return;
    const { ask, item, answer } = this.open;
    const words = answer?.sentences.map((sentence) => rangeOf(sentence)) ?? [];
    const how = answer === null ? 'not_answered' : answer.how === 'free' ? 'exact' : answer.how;
    if (answer?.how === 'free') this.lastFree = answer.sentences.at(-1) ?? null;
    this.prices.push({ item, how, amounts: answer?.how === 'free' ? [0] : [], ask, words });
    this.open = null;
  }
}

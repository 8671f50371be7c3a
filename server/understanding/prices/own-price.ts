import { type Amount, mayBeHour } from '../mentions/amounts.ts';
import type { Sentence } from '../sentences.ts';
import { findItem } from './items.ts';

/** Words of a sentence about what others charge, what was charged once or will be, and money that is no price. */
const NOT_OURS =
  /\b(?:they|he|she|somebody|someone|other (?:home|homes|place|places)|competitors?|the (?:cemetery|city|church|coroner|paper|newspaper|florist|sexton)) (?:\w+ )?(?:charges?|charged|wants?|wanted|gets?|quoted|told|asks?|said)\b|\b(?:told|quoted) (?:you|them|him|her)\b|\b(?:down the (?:street|road)|across town|on (?:the|their) website)\b|\btheirs\b|\btheir (?:prices?|charge|fee)\b/;
/** "The airline is separate, I'd guess three thousand." */
const SEPARATE =
  /\b(?:airlines?|cemetery|church|paper|county|state|crematory) (?:is|are|has|bills?|sets?) (?:separate|extra|its own|theirs|that|on (?:its|top))/;
const NOT_CURRENT =
  /\b(?:used to|last (?:year|letter|time|month)|years? ago|back (?:in|then)|previously|originally|before the (?:increase|change)|old (?:price|list|rate)|next year|going up to|goes up to .{0,30}\b(?:january|july|next)|went up|will be going)\b/;
const NOT_PRICE =
  /\b(?:allowance|benefits?|insurance (?:pays|paid|policy)|polic(?:y|ies) (?:that |which )?(?:pays?|is|for|covers?)|face value|deposit|already paid|(?:you|they|he|she|we) paid|should not be|you have paid|paid so far|refund|credit|discount|off the|worth|reimburse\w*|va (?:pays|will)|social security|donat\w+|save you|saves you|budget|afford)\b/;
const UNITS =
  /^(?:minutes?|hours?|days?|weeks?|months?|years?|miles?|pounds?|lbs?|feet|foot|inch(?:es)?|percent|people|persons?|guests?|chairs?|seats?|cop(?:y|ies)|nights?|cubic|gauge|steps?|times|oclock|am|pm|road|street|avenue|drive|lane|boulevard|highway|court|way|st|rd|ave|west|east|north|south|north|degrees|words|lines|families|funerals|of|north|block)$/;
/** Words that may follow a number that is a price. After any other it counts something. */
const FOLLOWERS =
  /^(?:and|or|to|for|with|plus|flat|even|each|apiece|total|dollars?|a|an|per|but|if|that|which|by|including|includes?|all|in|up|just|as|on|is|are|because|so|we|it|you|then|right|now|today|before|after|more|extra|normally|usually|charge|fee|from|at|through|not|depending|us|sir|maam|minus|less|i|the|altogether|everything|complete|no|would|will|here|there|range|package|option|one|this|these|those|when|while|there|they|unless|without|tax|hon|minimum|maximum|depends|around|roughly|something|somewhere|he|she|okay|yes|again|until|of|give|roughly|maybe|\w{3,}(?:ed|ly))$/;
const CUES =
  /^(?:is|are|was|be|at|for|to|only|just|about|around|roughly|run|runs|cost|costs|charge|charges|plus|add|adds|another|total|between|from|and|or|it|that|ours|like|say|the|a|with|usually|normally|currently|now|here|includes|including|probably|exactly|approximately|over|under|than|additional|extra|up|comes|go|goes|get|price|fee|one|same|would|them|those|these|us|so|okay|yes|well|near|cremation|embalming|casket|vault|urn|service|viewing|package|burial|each|as|low|of)$/;
const PRICE_WORDS =
  /\b(?:costs?|charges?|prices?|priced|fees?|runs?|total|package|plus|each|apiece|dollars?|start(?:s|ing)? (?:\w+ )?(?:at|from|around)|(?:you|we|i|it|that|ours) (?:would be|will be|are|am|is) (?:looking )?at|ours (?:is|are|would be)|neighborhood of|as low as|minimum|range|statement)\b/;
/** Words of goods so cheap that their prices look like counts. */
const SMALL_PRICE =
  /\b(?:certificates?|copies|copy|each|apiece|first one|line|page|placing|permit|folders?|cards?|candles?|keepsakes?|stamps?|postage|from (?:the )?(?:county|state))\b/;
const STARTS =
  /\b(?:start|starts|starting|begin|begins|beginning|priced|comes? in|sits?|is|are|was|goes?|currently|range)(?: out| right)? (?:at|around|about|from|with)$/;

const GATHERING_FROM =
  /\b(?:viewing|visitation|calling hours|wake|service|services|mass|rosary|funeral|reception|doors?|open|see (?:him|her|them))\b.{0,30}\b(?:from|between)$/;
/** Words that make a number which may be an hour one. */
const DAYTIME =
  /\b(?:morning|afternoon|evening|tonight|tomorrow|noon|oclock|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|scheduled|pick ?up|be (?:here|there)|arrive|meet)\b/;

/** Surroundings of an amount: those of its sentence, whether a price was asked for, and whether prices stand before it. */
export type Surroundings = { isAsked: boolean; hasItem: boolean; goesOn: boolean };

/** Tells if an amount that the home names is its own and current price. */
export const isOwnPrice = (sentence: Sentence, amount: Amount, { isAsked, hasItem, goesOn }: Surroundings): boolean => {
  const { text, terms, starts } = sentence;
  const { start, end, marked } = amount;
  const before = text.slice(0, starts[start]).trimEnd();
  const after = end < terms.length ? text.slice(starts[end]) : '';
  if (terms.at(-1)?.mark === '?') return false;
  // "It used to be nine hundred, now it's eleven": only the part that speaks of now counts.
  const current = currentPart(sentence, start, end);
  if (SEPARATE.test(before) || NOT_OURS.test(current) || NOT_PRICE.test(text)) return false;
  if (NOT_CURRENT.test(current)) return false;
  if (
    /\b(?:not|no longer|never)(?: \w+)?$|\bnot (?:going to |gonna )?(?:be|cost|run)(?: \w+)?$|\b(?:more|less) than$/.test(
      before,
    ) ||
    /^(?:should|can|could|do|does|did) not\b|^off\b/.test(after)
  )
    return false;
  if (!isPriceShaped(sentence, amount)) return false;
  return marked || isAsked || PRICE_WORDS.test(text) || hasItem || goesOn;
};

/** Tells if an amount stands as prices do, rather than as a count, a year, an hour or a part of other digits. */
export const isPriceShaped = (sentence: Sentence, { dollars, start, end, marked }: Amount): boolean => {
  const { text, terms, starts } = sentence;
  const before = text.slice(0, starts[start]).trimEnd();
  const after = end < terms.length ? text.slice(starts[end]) : '';
  const next = terms[end - 1]?.mark === '' ? (terms[end]?.text ?? '') : '';
  if (isPartOfDigits(sentence, start, end)) return false;
  if (marked) return true;
  if (
    /^0\d/.test(terms[start]?.text ?? '') ||
    /^by (?:\d|one|two|three|four|five|six|seven|eight|nine|ten|\w+teen|\w+ty)/.test(after)
  )
    return false;
  if (UNITS.test(next) || (next !== '' && !FOLLOWERS.test(next))) return false;
  const previous = terms[start - 1]?.text;
  if (previous !== undefined && terms[start - 1]?.mark === '' && !CUES.test(previous) && findItem(previous) === null)
    return false;
  if (
    /\b(?:in|since|until|(?<!\b(?:fee|charge|price|total|cost|rate|amount|minimum|neighborhood|vicinity|order) )of|born|year|january|february|march|april|may|june|july|august|september|october|november|december|route|room|page|lot|block|space|section|unit|bed|apartment|number|exit|age|file|case)$/.test(
      before,
    )
  )
    return false;
  if (isHour(dollars) && isSaidAsHour(sentence, start, end)) return false;
  if (dollars < 2 || dollars > 60_000) return false;
  if (
    dollars < 20 &&
    !/^(?:a|per) (?:loaded )?(?:mile|copy|line|word|page|night|day)\b/.test(after) &&
    !(dollars >= 5 && next !== '' && SMALL_PRICE.test(text))
  )
    return false;
  if (dollars < 60 && !SMALL_PRICE.test(text)) return false;
  return true;
};

/** A whole hour is said with "o'clock" or by itself, which a price is not. */
const isHour = (dollars: number): boolean => dollars >= 100 && dollars % 100 !== 0 && mayBeHour(dollars);

/** Tells if a number that may be an hour stands as one. Of both readings, the price is left out rather than guessed. */
const isSaidAsHour = ({ text, starts, terms }: Sentence, start: number, end: number): boolean => {
  const before = text.slice(0, starts[start]).trimEnd();
  const after = end < terms.length ? text.slice(starts[end]) : '';
  if (GATHERING_FROM.test(before)) return true;
  if (STARTS.test(before)) return false;
  if (/\b(?:at|by|until|till|before|after)$/.test(before)) return true;
  return (
    (!PRICE_WORDS.test(text) && DAYTIME.test(text)) ||
    /^(?:to|till|until) (?:noon|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,2})$/.test(after)
  );
};

/** Part of a sentence, between commas, that holds an amount, where it or another part says that it is about now. */
const currentPart = ({ text, starts, terms }: Sentence, start: number, end: number): string => {
  const from = terms.findLastIndex(({ mark }, at) => at < start && mark === ',') + 1;
  const until = terms.findIndex(({ mark }, at) => at >= end - 1 && mark === ',');
  const part = text.slice(starts[from], until < 0 ? undefined : starts[until + 1]);
  if (/\b(?:now|today|currently|these days|this year)\b/.test(part) && from > 0) return part;
  const now = text.slice(0, starts[start]).lastIndexOf(' now ');
  return now < 0 ? text : text.slice(now, starts[start]);
};

/** Tells if digits said one by one stand with a number, as in telephone numbers. */
const isPartOfDigits = ({ terms }: Sentence, start: number, end: number): boolean => {
  const isDigit = (at: number) =>
    /^(?:zero|oh|o|one|two|three|four|five|six|seven|eight|nine|\d)$/.test(terms[at]?.text ?? '');
  let [first, last] = [start, end];
  while (isDigit(first - 1)) first -= 1;
  while (isDigit(last)) last += 1;
  return start - first + (last - end) >= 2;
};

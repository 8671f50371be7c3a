import type { Sentence } from '../sentences.ts';
import { findItem } from './items.ts';

const ASKS: readonly RegExp[] = [
  /\bhow much\b/,
  /\bwhat is (?:the|your) (?:cheapest|least expensive|lowest|most expensive|simplest)\b/,
  /\bwhat (?:do|does|did|would|will|is|are|was|should)\b.{0,60}\b(?:cost|costs|charge|charges|run|runs|price|prices|fees?|total|rates?|get for|ask for|come to|looking at|set (?:me|us) back|go for)\b/,
  /\bwhat (?:do |does )?(?:you|you all|they|it|that|a|an|the|your)\b.{0,40}\b(?:cost|costs|charge|charges|run|runs|go for|goes for)\b/,
  /\bwhat (?:do|does) you(?: all)? (?:get|ask) for\b|\bwhat do you get\b/,
  /\bwhat (?:is|are|would) .{1,40} (?:by (?:itself|themselves)|alone|all in|going for|these days|nowadays)\b/,
  /\b(?:is|are) there (?:a|any|an|some)?(?: \w+){0,2} ?(?:charge|fee|cost)\b/,
  /\b(?:do|would|will) you(?: all)? charge (?:to|for|extra|by|if|more|anything)\b|\bdoes (?:it|that) cost\b/,
  /\bwhat (?:are|is) (?:you|you all|you guys|yours|your folks) (?:at|running|charging|getting)\b/,
  /\bthere is a (?:fee|charge)\b/,
  /\b(?:do|would|will) (?:i|we) (?:have|need|got) to pay (?:for|extra)\b/,
  /\b(?:price|prices|pricing|cost|quote|estimate|ballpark|fee|charge) (?:of|for|on|per)\b/,
  /\b(?:your|the|a|some|any) (?:prices?|pricing|rates?|costs?)\b/,
  /\b(?:ballpark|price list)\b/,
  /\bwhat (?:do|does|did|would) .{1,30} (?:want|get|ask) for (?:it|that|one|those|them|a|an|the)\b/,
  /\b(?:your|the) (?:cheapest|lowest|least expensive|most basic|simplest)\b/,
  /^(?:so |and |okay |well )*(?:what is|what are|how about|what about) yours\b/,
];
const NO_ASK =
  /\bif you\b.{0,40}\bwant to\b|\b(?:same|good|fair|best|list|website|other|their|his|old) prices?\b|\bprice list\b|\b(?:mail|email|send|hand|fax)\b.{0,30}\b(?:prices?|list|pricing)\b|\bthank/;
/** Words of others that stand before what they said of a price. */
const QUOTED =
  /\b(?:he|she|they|somebody|someone|place|guy|lady|one|friend|neighbor|cousin|sister|brother)(?: \w+){0,3} (?:said|told|quoted|charged|paid)\b/;
const ASKING = /\b(?:what|asking|asked|ask|wondering|know|tell me|looking for|need|wanted|calling|get|about|curious)\b/;
const NO_PRICE =
  /\bhow much (?:time|longer|notice|room|space|(?:do|does|did) (?:he|she|they) weigh|of a|i|we|she|he|this|that means)\b/;

/** Tells if a sentence asks for a price in so many words. */
export const asksPrice = ({ text, asks }: Sentence): boolean => {
  const match = ASKS.map((pattern) => pattern.exec(text)).find((found) => found !== null);
  if (!match) return false;
  if (match[0] === 'how much') return !NO_PRICE.test(text);
  if (NO_ASK.test(text) || (!asks && !ASKING.test(text))) return false;
  return match[0].startsWith('there is') ? asks : !QUOTED.test(text.slice(0, match.index));
};

/** Tells if a sentence asks for another number than a price: an hour, an age, a weight, an address, a telephone number. */
export const asksOther = ({ text }: Sentence): boolean =>
  /\b(?:when|what (?:time|day|date|year)|how (?:old|early|soon|late|long|far|heavy|big|tall)|weigh\w*|address|what street|(?:phone|best|your|his|her|a good) number|what room|which room|born|birth\w*)\b/.test(
    text,
  );

/** Tells if a sentence asks on where prices are being told: "And the permit?", "what about urns". */
export const asksOn = ({ text, turn, terms }: Sentence): boolean =>
  terms.length <= 8 &&
  turn.words.length <= 12 &&
  /^(?:and |okay |so |now )*(?:what about|how about|what if|and|or)(?: for| with| if)? (?:the |a |an |your |you |if )?[a-z]/.test(
    text,
  ) &&
  findItem(text) !== null;

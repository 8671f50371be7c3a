import { questionsOn } from '../dialogue/answers.ts';
import type { Dialogue, Passage, Stretch } from '../dialogue/dialogue.ts';
import { addressesIn } from '../mentions/addresses.ts';
import { type WeightMention, weightsIn } from '../mentions/weights.ts';
import { finding, type Rule, textOf } from './field.ts';
import { isOfAnother } from './subject.ts';

const ASKED =
  /\b(?:how (?:big|heavy|large|much (?:does|did|do)) (?!is the |of )|weighs?|weight|(?:big|large|heavy|small) (?:man|woman|lady|guy|fella|person|gentleman|fellow)|(?:his|her|what) size|size$|^size|heavyset|pounds|approximate)\b/;
const TOLD =
  /\b(?:weigh|weighs|weighed|weight|down to|pounds|lbs|chart says|closer to|every bit of|(?:hes|shes|he is|she is|he isnt|she isnt|is he|is she)(?: \w+){0,3} (?:heavy|tiny|thin|skinny|little|big|small|stick|large|stocky|frail|light))\b/;
const PUT_DOWN = /\b(?:(?:ill|let me|well) (?:put|say|call it)|so thats|thats about|call it)\b/;
const IN_THE_PAST = /\b(?:was|used to be|before he was|before she was)(?: like| about| around)?$/;
const NOT_WEIGHT =
  /^(?:years?|year|steps|stairs|minutes|dollars|kilos?|kg|feet|foot|oclock|people|men|miles|percent|am|pm|hours|days|inches|square|in the|cubic)\b/;
/** Turns after the subject came up in which the home puts a weight down. */
const SOON = 2;

/** Weight in pounds as it was settled: the second guess is the better one, and what the home puts down the best. */
export const weight: Rule = (dialogue, found) => {
  if (['', 'other', 'vendor'].includes(textOf(found, 'call_kind'))) return [];
  const asked = new Set(questionsOn(dialogue, ASKED).map(({ answer }) => answer.turn));
  const weights: WeightMention[] = [];
  let talked = -9;
  for (const turn of dialogue.turns) {
    if (asked.has(turn.turn) || TOLD.test(turn.text)) talked = turn.turn;
    const addresses = addressesIn(dialogue, turn);
    for (const [place, sentence] of turn.sentences.entries()) {
      const context = `${turn.sentences[place - 1]?.text ?? ''} ${sentence.text}`;
      for (const mention of clausesOf(dialogue, sentence).flatMap(({ start, end }) =>
        weightsIn(dialogue.terms, start, end),
      )) {
        const words = dialogue.terms.slice(Math.max(sentence.start, mention.start - 4), mention.start).join(' ');
        const after = dialogue.terms.slice(mention.end, mention.end + 3).join(' ');
        const isMeant =
          turn.side === 'ours'
            ? PUT_DOWN.test(words) && turn.turn - talked <= SOON
            : asked.has(turn.turn) || TOLD.test(context) || mention.is_named;
        const isPast = IN_THE_PAST.test(words) && /^(?:when|before|but|then)\b/.test(after);
        const isAddress = addresses.some(({ start, end }) => start <= mention.start && mention.end <= end);
        if (!isMeant || isPast || isAddress || NOT_WEIGHT.test(after)) continue;
        if (!isOfAnother(dialogue, found, sentence, mention.start)) weights.push(mention);
      }
    }
  }
  const last = weights.at(-1);
  return last ? finding(dialogue, 'weight_lb', last.pounds, last) : [];
};

/** Stretches between commas: "one-sixty, five foot four" is a weight and a height. */
const clausesOf = ({ tokens }: Dialogue, { start, end }: Passage): Stretch[] => {
  const clauses: Stretch[] = [];
  let from = start;
  for (let at = start; at < end; at += 1)
    if (tokens[at]?.ends || at === end - 1) {
      clauses.push({ start: from, end: at + 1 });
      from = at + 1;
    }
  return clauses;
};

/** Kinds of answer to a question for a price that name no amount. */
export type Unpriced = 'call_back' | 'refused' | 'must_come_in' | 'not_answered' | 'free';

const PHONE = '(?:over|on|by) (?:the |a )?(?:phone|telephone)';
const COME_IN = new RegExp(
  [
    '\\b(?:you|have|need|want|better|best|easiest|please|just|just|again|then|to) (?:\\w+ ){0,4}(?:come|stop|swing|drop) (?:on )?(?:in|by|down|see)\\b',
    '\\b(?:only|just|rather|prefer)\\b.{0,40}\\b(?:in (?:the|our) office|in person|face to face|at the (?:office|home)|here in)\\b',
    '\\b(?:make|set up|schedule|book) (?:you )?an appointment\\b',
    '^(?:come|stop) (?:in|by|down)\\b',
  ].join('|'),
);
const REFUSES = new RegExp(
  [
    `\\b(?:can not|do not|does not|will not|not able to|not allowed to|not permitted to|would not|unable to|never)\\b.{0,40}\\b(?:give|giving|quote|quoting|discuss|share|break|disclose|release|talk|do|read|get into|go over)\\b.{0,40}\\b(?:prices?|pricing|figures?|numbers?|that|those|it|${PHONE}|without)\\b`,
    `\\b(?:do not|can not|will not|never)\\b.{0,30}\\b(?:prices?|pricing|figures?|numbers?)\\b.{0,20}\\b${PHONE}`,
    '\\bnot something (?:we|i)\\b',
    '\\bdo not have (?:the |any |those )?(?:prices|pricing|figures)\\b',
    '\\bagainst (?:our |company )?policy\\b',
    '\\b(?:i|we) (?:can not|will not) (?:tell|say|quote) you that\\b',
  ].join('|'),
);
const CALLS_BACK =
  /\b(?:call|ring|phone|text|email|get) (?:you )?(?:back|right back)\b|\bget back (?:to|with) you\b|\bhave (?:\w+ ){1,4}(?:call|phone|ring|reach|email|get back)\b|\b(?:i|we) (?:will|can|would have to|have to|need to) (?:\w+ )?(?:look (?:it|that|those|them) up|find (?:that |it )?out|check (?:on|with|and|that))\b|\b(?:he|she|they|\w+) will (?:call|phone|ring|email) you\b|\b(?:leave|take) (?:me )?(?:a|your) (?:name and )?number\b|\bgive you (?:a|the) (?:call|ring|buzz|figure|number|price)\b|\bhave to (?:check|ask|look|price (?:it|that))\b|\bcall you (?:with|later|tomorrow|this|once|when|as soon|first)\b/;
const FREE =
  /\bno (?:extra |additional |separate )?(?:charge|cost|fee)\b|\b(?:do|does|would|will) not (?:\w+ )?charge (?:for|you|anything|extra)\b|\bfree of charge\b|\bcomplimentary\b|\b(?:is|are) free\b|\bat no (?:charge|cost)\b/;
const EVADES =
  /\b(?:it|that|they|everything|prices?) (?:all |really |just |kind of )?(?:depends?|var(?:y|ies))\b|\bdepends on\b|\bhard to say\b|\b(?:can not|could not|would not be able to) (?:say|tell you|break)\b|\boff the top of my head\b|\b(?:do not|would not|not) (?:know|have|sure)\b|\bevery(?:body|one| family| service) is different\b|\bnot sure\b/;

/** Kind of answer that some words of the home are to a question for a price, or null where they are none. */
export const kindOfAnswer = (text: string): Unpriced | null => {
  if (COME_IN.test(text)) return 'must_come_in';
  if (CALLS_BACK.test(text)) return 'call_back';
  if (REFUSES.test(text)) return 'refused';
  if (FREE.test(text)) return 'free';
  return EVADES.test(text) ? 'not_answered' : null;
};

/** Tells if an answer says more than another: a visit that is asked for, more than a call back. */
export const outweighs = (one: Unpriced, other: Unpriced): boolean => WEIGHT.indexOf(one) > WEIGHT.indexOf(other);

const WEIGHT: readonly Unpriced[] = ['not_answered', 'free', 'call_back', 'refused', 'must_come_in'];

/** Thing that is free of charge by a sentence that names it. */
export const freeItem = (text: string): string | null => {
  const [, ...things] =
    /\bno (?:extra |additional )?charge for (?:the |a |your |our )([a-z ]{3,30})$|\bthe ([a-z ]{3,20}) (?:is|are) free\b|\bdo not charge (?:anything |you |extra )?for (?:our |the |a )?(?!that\b|it\b|this\b|those\b)([a-z ]{3,30})$|^for (?:a |the )?([a-z ]{3,25}) we do not charge\b|\bno (?!extra|additional|separate|further|other)([a-z]{4,}) charge\b/.exec(
      text,
    ) ?? [];
  return things.find((thing) => thing !== undefined) ?? null;
};

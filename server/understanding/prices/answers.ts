/** Kinds of answer to a question for a price that name no amount. */
export type Unpriced = 'call_back' | 'refused' | 'must_come_in' | 'not_answered' | 'free';

const PHONE = '(?:over|on|by) (?:the |a )?(?:phone|telephone)';
const COME_IN = new RegExp(
  [
    '\\b(?:you|have|need|want|better|best|easiest|please|just|again|then|to) (?:\\w+ ){0,4}(?:come|stop|swing|drop) (?:on )?(?:in|by|down|see)\\b',
    '\\b(?:only|just|rather|prefer)\\b.{0,40}\\b(?:in (?:the|our) office|in person|face to face|at the (?:office|home)|here in)\\b',
    '\\b(?:make|set up|schedule|book) (?:you )?an appointment\\b',
    '^(?:come|stop) (?:in|by|down)\\b',
    '\\b(?:go over|talk about|discuss|cover|get into) (?:that |it |those |all (?:of )?that |them )?(?:\\w+ )?(?:at|during|in) (?:the|an|our|your) (?:arrangement|conference|appointment|meeting|office)\\b',
    '\\b(?:go over|talk about|discuss|get into)\\b.{0,20}\\bwhen (?:we|you) (?:meet|come|sit|are here|get here)\\b',
    '\\b(?:pick (?:that|it|one|them) up|get (?:that|it|one)) (?:here|in person|at (?:the|our) (?:office|home))\\b',
    '\\b(?:sit|sat) down with (?:you|families|people|folks|everybody)\\b',
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
  /\b(?:call|ring|phone|text|email|get) (?:you )?(?:back|right back)\b|\bget back (?:to|with) you\b|\bhave (?:\w+ ){1,4}(?:call|phone|ring|reach|email|get back|work (?:that|it|something) (?:up|out)|put (?:that|it|something) together|figure (?:that|it))\b|\b(?:i|we) (?:will|can|would have to|have to|need to) (?:\w+ )?(?:look (?:it|that|those|them) up|find (?:that |it )?out|check (?:on|with|and|that))\b|\b(?:he|she|they|\w+) will (?:call|phone|ring|email) you\b|\b(?:leave|take) (?:me )?(?:a|your) (?:name and )?number\b|\bgive you (?:a|the) (?:call|ring|buzz|figure|number|price)\b|\bhave to (?:check|ask|look|price (?:it|that))\b|\b(?:need|have|want) to (?:speak|talk) (?:to|with) (?!you\b|me\b)|\b(?:is|are) the one (?:who|that) (?:does|handles|knows|has)\b|\bcall you (?:with|later|tomorrow|this|once|when|as soon|first)\b/;
const FREE =
  /\bno (?:extra |additional |separate )?(?:charge|cost|fee)\b|\b(?:do|does|would|will) not (?:\w+ )?charge (?:for|you|anything|extra)\b|\bfree of charge\b|\bcomplimentary\b|\b(?:is|are) free\b|\bat no (?:charge|cost)\b|^(?:oh |no |nope )*there is (?:not one|not any|none|nothing)\b|\bfor nothing\b|\b(?:that|it) is (?:nothing|on us|on the house|all (?:included|part of it))\b|\b(?:does|do|will|would) not cost (?:you |them |anybody )?(?:anything|a (?:dime|penny|cent|thing))\b|\bnothing (?:to you|for (?:us|that|you))\b|\bwe (?:just )?give (?:\w+ ){0,2}away\b|\bno (?:\w+ )?fee\b/;
const EVADES =
  /\b(?:it|that|they|everything|prices?) (?:all |really |just |kind of )?(?:depends?|var(?:y|ies))\b|\bdepends on\b|\bhard to say\b|\b(?:can not|could not|would not be able to) (?:say|tell you|break)\b|\boff the top of my head\b|\b(?:do not|would not|not) (?:know|have|sure)\b|\bevery(?:body|one| family| service) is different\b|\bnot sure\b|\bnot able to (?:say|tell|break|give)\b/;

/** Kind of answer that some words of the home are to a question for a price, or null where they are none. */
export const kindOfAnswer = (text: string): Unpriced | null => {
  if (COME_IN.test(text)) return 'must_come_in';
  if (CALLS_BACK.test(text)) return 'call_back';
  if (REFUSES.test(text)) return 'refused';
  if (FREE.test(text)) return 'free';
  return EVADES.test(text) ? 'not_answered' : null;
};

/** Others, who may ask nothing for what the home has no part in. */
const OTHERS =
  /\b(?:they|he|she|the (?:church|county|cemetery|state|city|hospital|college|paper|va|national \w+)|veterans?)\b.{0,40}\b(?:charge|free|fee|cost)|\b(?:cemetery|church|county|state|hospital|college|government)\b.{0,20}\b(?:is|are) (?:no|free)\b|\bat the (?:national|state|va)\b/;

/** Tells if the home says that it asks nothing for something. */
export const isFree = (text: string): boolean =>
  FREE.test(text) && !OTHERS.test(text) && !/\bif (?:it|they|he|she)\b.{0,20}\bfree\b|\byou are free\b/.test(text);

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

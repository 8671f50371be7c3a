import { sentencesOf } from '../dialogue/answers.ts';
import { finding, type Rule } from './field.ts';

/** Cues of each kind of call in callers' sentences, the most telling kind first. */
const ALIVE =
  /\b(?:(?:hasnt|has not|havent|not) (?:passed|died|gone)(?: yet)?|isnt gone yet|still (?:with us|breathing|hanging on|alive|here with us)|(?:is|are|shes|hes) (?:actively |really )?(?:dying|failing|transitioning)|actively dying|end of life|on hospice now|not (?:going to|gonna) make it|(?:wont|not) (?:make|last) (?:it )?(?:through|till|until|the|past)|(?:days|hours) (?:left|to live)|any (?:day|time|hour|minute) now|could be (?:tonight|today|tomorrow|any)|(?:a matter of|just) (?:hours|days)|getting close|close to the end|near the end|last (?:hours|days))\b/;
const DEATH =
  /\b(?:passed(?: away| on)?|died|dead|expired|deceased|we (?:just )?lost (?:him|her|my|our)|found (?:him|her)(?: gone| dead| unresponsive)?|stopped breathing|(?:hes|shes|is|was) (?:already )?gone|had a (?:passing|death)|a (?:passing|death)|pronounced|time of death|release for you|a release|ready (?:for|to be) (?:pickup|picked up|release|released)|removal|fallecio|murio|case for you|released? to you)\b/;
const PRICE =
  /\b(?:price|prices|pricing|how much|cost|costs|charge|charges|quote|quotes|rates|fees?|shopping around|calling around|what (?:do|would) you (?:charge|get)|run me|affordable|cheapest)\b/;
const AHEAD =
  /\b(?:pre ?(?:plan|planning|planned|need|arrange|arranging|arrangement|arrangements|pay|paying|paid)|plan(?:ning)? ahead|ahead of time|in advance|make (?:my|our) (?:own )?arrangements|my own (?:funeral|arrangements|cremation)|get (?:mine|my own|ours) (?:done|taken care of)|get (?:it|this|things|everything) (?:all )?(?:settled|in order|taken care of|squared away) (?:now|before|while)|when (?:my|our|the) time comes|spend ?down|irrevocable|medicaid|set aside money|for myself|burial (?:policy|insurance))\b/;
const CARE =
  /\b(?:you(?:ve)? (?:have|got|all have|already have) (?:my|our)|(?:came|went|brought|taken) to (?:you|yall|your place)|yall have (?:my|our)|obituary|proof|death certificates?|certificates|the service (?:on|is|this|next|for)|visitation (?:on|is|this)|ashes|cremains|the (?:dress|suit|clothes|outfit)|change the (?:day|date|time|service)|we (?:met|sat down|talked|spoke) (?:with|to)|my (?:\w+ ){0,2}(?:funeral|service) is|thank you note|headstone|pick up (?:his|her|the) (?:ashes|remains|certificates)|arranged with you|you buried|under your care|in your care)\b/;
const TRADE =
  /\b(?:(?:from|with|at|of) (?:\w+ ){1,4}(?:funeral (?:home|chapel|service|directors?)|mortuary|mortuaries|crematory|crematorium|embalming service)|ship(?:ping)? (?:him|her|a|the|out|in)|ship in|shipment|trade (?:call|embalm|embalming|work)|first call for us|removal for us|cover (?:a|the) removal|remove and embalm|hold for us|embalm and ship|forwarding|receiving (?:funeral )?home|air ?tray|known shipper|transit permit)\b/;
const VENDOR =
  /\b(?:florist|flower shop|floral|bouquets?|casket spray|sprays?|wreaths?|invoice|deliver(?:y|ies|ing)?|vault company|monument company|cemetery|sexton|crematory|caterer|printer|newspaper|organist|livery|limo|supply|supplies|order|shipment|opening and closing|open(?:ing)? the grave|the grave)\b/;
const OTHER =
  /\b(?:business listing|specialist|your (?:tire|web ?site|google|listing|electric|energy|credit card|insurance plan|warranty)|verification|extended warranty|wrong number|survey|job opening|applying|press (?:one|1|nine|9)|marketing|merchant|sales ?(?:man|person)?|special offer)\b/;
/** Sentences of a caller in which the reason for a call is told. */
const OPENING = 14;

/** Kind that a caller's opening sentences tell: the one whose cue comes first, but a salesman's patter goes first. */
export const callKind: Rule = (dialogue) => {
  const opening = sentencesOf(dialogue, 'theirs').slice(0, OPENING);
  const cues: [kind: string, cue: RegExp, except?: RegExp][] = [
    ['price_inquiry', PRICE],
    ['pre_need', AHEAD],
    ['imminent', ALIVE],
    ['at_need', DEATH, ALIVE],
    ['existing_case', CARE],
    ['trade', TRADE],
    ['vendor', VENDOR],
  ];
  const other = opening.find(({ text }) => OTHER.test(text));
  if (other) return finding(dialogue, 'call_kind', 'other', other);
  for (const sentence of opening) {
    const [kind] = cues.find(([, cue, except]) => cue.test(sentence.text) && !except?.test(sentence.text)) ?? [];
    if (kind) return finding(dialogue, 'call_kind', kind, sentence);
  }
  return [];
};

import { answerIn, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import type { Dialogue, Sentence } from '../dialogue/dialogue.ts';
import { finding, type Rule } from './field.ts';

const anyOf = (...phrases: string[]): RegExp => new RegExp(`\\b(?:${phrases.join('|')})\\b`);

const ALIVE = anyOf(
  '(?:hasnt|has not|havent|not) (?:passed|died|gone)(?: yet)?',
  'still (?:with us|breathing|hanging on|alive|here with us|holding on)',
  '(?:is|are|shes|hes|actively|really) (?:dying|failing|transitioning|going downhill)',
  'comfort care',
  '(?:has|have|maybe|about|only|got) (?:\\w+ ){0,2}(?:days|hours|weeks)(?: left)?(?! ago)',
  'a day or two|hours or days|days or hours|(?:doesnt|dont|does not) have (?:long|much (?:time|longer))|isnt expected to|wont be long|maybe tonight',
  '(?:not|isnt|wont) (?:going to|gonna) (?:make it|last)',
  '(?:wont|not|dont think \\w+) (?:make|last) (?:it )?(?:through|till|until|the|past|much)',
  '(?:days|hours|weeks) (?:left|to live|at (?:most|best))',
  'any (?:day|time|hour|minute) now',
  '(?:tonight|today) or tomorrow',
  'could be (?:tonight|today|tomorrow|any)',
  '(?:a matter of|just) (?:hours|days)',
  '(?:close to|near|nearing) the end',
  'last (?:hours|days)',
);
const DEATH = anyOf(
  'passed(?: away| on)?(?! (?:out|by|along))',
  'died',
  'dead',
  'expired?',
  'deceased',
  'decedent(?: affairs)?',
  'we (?:just )?lost (?:him|her|my|our)',
  'found (?:him|her|my \\w+)',
  '(?:call|calling) (?:a|the) funeral home',
  '(?:stopped|quit|isnt|wasnt|not) breathing',
  '(?:hes|shes|is|was|been) (?:already )?gone|slipped away|last breath|(?:mom|dad|he|she|mother|father) went (?:about|just|around|at)',
  'a (?:passing|death|release|removal|pickup)',
  'had a (?:passing|death)',
  'didnt make it|couldnt (?:bring|revive|save)|nothing (?:more )?they could do|unresponsive|the loss of',
  'pronounced',
  'time of death',
  'release for',
  'ready (?:for|to be) (?:pickup|picked up|release|released)',
  'pick (?:him|her|my \\w+) up',
  'family (?:picked|chose|wants|is asking for|asked for)',
  'fallecio|murio|se murio',
);
/** Hospice comes to the living; one who died may have been in its care. */
const HOSPICE = /\b(?:on|in|under|into|called in) (?:home )?hospice\b/;
const DIED = /\b(?:died|passed away|expired|is dead|has passed|just passed)\b/;
const NOT_DIED =
  /\b(?:hasnt|havent|not|if|when|until|till|before|after|once|ago|in (?:march|april|may|june|july|august|\w+ber|\w+ary))\b/;
const PRICE = anyOf(
  'prices?|pricing|how much|costs?|quotes?|rates|shopping around|calling around|fees?',
  '(?:what|how much) (?:do|would|does|you|yall|you guys)(?: \\w+){0,2} (?:charge|get|cost|run)',
  '(?:you|yall|you guys) charge',
  'ballpark|cheapest|lowest|affordable|run me|compar(?:e|ing)(?: \\w+)?',
);
const AHEAD = anyOf(
  'pre ?(?:plan|planning|planned|need|arrange|arranging|arrangements?|pay|paying|paid)',
  'plan(?:ning)? ahead|ahead of time|in advance',
  'make (?:my|our) (?:own )?arrangements',
  'my own (?:funeral|arrangements|cremation|burial)',
  'get (?:mine|my own|ours) (?:done|taken care of)',
  '(?:papers|affairs|things|everything|it all) (?:all )?(?:settled|in order|squared away|taken care of)',
  'when (?:my|our|the) time comes|before i go|for myself',
  'spend ?down|irrevocable|set aside money|put (?:some )?money (?:down|aside|toward)|funeral trust|burial (?:policy|insurance)',
);
const CARE = anyOf(
  'you(?:ve)? (?:have|got|all have|already have) (?:my|our)',
  '(?:came|went|brought|taken) to (?:you|yall|your place)',
  'yall have (?:my|our)',
  'obituary|proof|(?:death )?certificates?|ashes|cremains|headstone|programs?',
  '(?:the|change the|move the) (?:service|visitation|viewing|dress|suit|clothes|outfit|flowers)',
  '(?:change|move) the (?:day|date|time)',
  'we (?:met|sat down|talked|spoke) (?:with|to)',
  '(?:laws|s|his|her|my \\w+) case',
  'you (?:all )?(?:handled|did|took care of|cremated) (?:my|our)|(?:question|questions) (?:about|on) (?:the|my|our) (?:bill|statement|invoice|contract|balance)',
  '(?:in|under) your care|arranged with you|you buried',
);
const TRADE = anyOf(
  '(?:from|with|at|of) (?:\\w+ ){1,4}(?:funeral (?:home|chapel|service|directors?)|mortuary|crematory|embalming service)',
  'one of ours|need a (?:removal|first call|trade)|removal (?:down|out|up|over)',
  'ship(?:ping)? (?:him|her|a|the|out|in)',
  'trade (?:call|work|embalm|embalming)',
  '(?:removal|first call|embalm|embalming) for us',
  'cover (?:a|the) removal',
  'removal (?:and )?embalm|remove and embalm|embalm and (?:ship|hold)|hold for us',
  'forwarding|receiving home|air ?tray|known shipper|transit permit',
);
const VENDOR = anyOf(
  'florist|flower shop|floral|casket sprays?|sprays?|wreaths?|arrangements for the',
  'vaults|(?:from|with|at) (?:\\w+ ){1,3}(?:vault|monuments?|cemetery|memorial park|crematory|printing|limousines?)|invoice|deliver(?:y|ies|ing)|vault company|monument|sexton|caterer|printer|organist|livery|limo|supply|supplies',
  '(?:your|the) (?:new )?(?:\\w+ )?rep|confirming the (?:opening|order|delivery)|(?:i|we) have a (?:spray|delivery|shipment)',
  'opening and closing|open(?:ing)? the grave|the grave|your (?:fax|order)|which space',
);
const OTHER = anyOf(
  'business listing|specialist|verification|extended warranty|merchant|marketing',
  'your (?:tire|web ?site|google|electric|energy|credit card|warranty)',
  'press (?:one|1|nine|9)|survey|job openings?|(?:any|are you) hiring|applying|special offer',
  '(?:the|a) number for|apprentice\\w*|internship|resume|mortuary student',
  '(?:what time|when) (?:is|are) the (?:visitation|viewing|service|services|funeral|wake) for (?:mr|mrs|miss|ms)',
  'refill|prescription|pizza|reporter|newspaper story|im (?:writing|doing) (?:about|a (?:story|piece|thing))|for an? (?:article|story)|with the (?:\\w+ ){0,3}(?:ledger|gazette|tribune|herald|times|news|post|courier|register|journal)',
);
/** Label of a caller who is of the trade. */
const COLLEAGUE =
  /\b(?:funeral (?:director|home)|mortician|mortuary|embalmer|director (?:at|in|of)|removal service)\b/i;
const MISDIRECTED = /\b(?:wrong number|(?:this|it) (?:isnt|is not) (?:a|the) (?!law|rule)\w+|got the wrong)\b/;
const NURSE_IN_CHARGE = /\b(?:in charge|charge nurse|the charge)\b/g;

const CUES: readonly (readonly [kind: string, cue: RegExp, except?: RegExp])[] = [
  ['trade', TRADE],
  ['price_inquiry', PRICE],
  ['pre_need', AHEAD],
  ['at_need', DIED, NOT_DIED],
  ['imminent', ALIVE],
  ['at_need', DEATH, ALIVE],
  ['imminent', HOSPICE],
  ['existing_case', CARE],
  ['vendor', VENDOR],
];
/** Sentences from the start in which the reason for a call is told. */
const OPENING = 40;

/** Subjects on which a home asks when it takes a first call. One or two of them come up in other calls, too. */
const INTAKE: readonly RegExp[] = [
  anyOf('released?|clear(?:ed)? to|okay to come|ok to come|(?:can|may) we come|ready for us'),
  anyOf('pacemakers?|marcapasos|implants?|hardware|defibrillator'),
  anyOf('stairs|steps|upstairs|elevator'),
  anyOf('weigh|weighs|weight|heavy|how big|big (?:man|woman|lady|fella|guy)|pounds|size'),
  anyOf('how old|date of birth|birthday|birth date|born'),
  anyOf('doctor|physician|signing|sign the (?:certificate|death)|attending'),
  anyOf('coroner|medical examiner'),
  anyOf('what time|time of death|pronounced'),
  anyOf('jewelry|belongings|valuables|property'),
  anyOf('next of kin'),
  anyOf('address|where (?:is|are) (?:he|she|you)|wheres the house'),
  anyOf('be there|on (?:our|the|their) way|\\w+ minutes'),
];
const JUST_NOW = /\b(?:this (?:morning|afternoon|evening)|tonight|just|today|last night|(?:minutes?|hours?) ago)\b/;
/** Subjects that make a first call, that may be one, and fewer than a first call has. */
const SURE = 5;
const MANY = 3;
const ANY_INTAKE = new RegExp(INTAKE.map(({ source }) => source).join('|'));
const LIKELY = 1;

/** Kind that the opening of a call tells, held against how much of a first call's sheet the home asks for. */
export const callKind: Rule = (dialogue) => {
  const opening = sentencesOf(dialogue).slice(0, OPENING);
  const asked = intakeOf(dialogue);
  const stray = opening.find(({ text, side }) => MISDIRECTED.test(text) || (side !== 'ours' && OTHER.test(text)));
  if (stray && asked < SURE) return finding(dialogue, 'call_kind', 'other', stray);
  const colleague = dialogue.turns.find(({ side, label }) => side === 'theirs' && COLLEAGUE.test(label ?? ''));
  if (colleague && asked >= LIKELY) return finding(dialogue, 'call_kind', 'trade', colleague.sentences[0] ?? colleague);
  const [kind, sentence] = firstCue(dialogue, opening) ?? [];
  const death = opening.find(({ text, side }) => side !== 'ours' && DEATH.test(text) && !ALIVE.test(text));
  if (asked >= SURE && kind !== 'trade' && kind !== 'imminent') {
    const evidence = death ?? sentence ?? questionsOn(dialogue, ANY_INTAKE).at(0)?.sentence;
    return evidence ? finding(dialogue, 'call_kind', 'at_need', evidence) : [];
  }
  if (!kind || !sentence) {
    const question = asked >= MANY ? questionsOn(dialogue, ANY_INTAKE).at(0)?.sentence : undefined;
    return question ? finding(dialogue, 'call_kind', 'at_need', question) : [];
  }
  const isMessage = dialogue.turns.every(({ side }) => side !== 'ours');
  const isRecent = JUST_NOW.test(sentence.text);
  if (kind !== 'at_need' || asked >= LIKELY || isMessage || isRecent)
    return finding(dialogue, 'call_kind', kind, sentence);
  // A death that is spoken of, but nothing is asked about: the person is in the home's care.
  const care = sentencesOf(dialogue, 'theirs').find(({ text }) => CARE.test(text));
  return care ? finding(dialogue, 'call_kind', 'existing_case', care) : [];
};

const intakeOf = (dialogue: Dialogue): number => {
  const ours = dialogue.turns.filter(({ side }) => side !== 'theirs');
  return INTAKE.filter((subject) => ours.some(({ text }) => subject.test(text))).length;
};

const firstCue = (dialogue: Dialogue, opening: readonly Sentence[]): [kind: string, sentence: Sentence] | null => {
  for (const sentence of opening) {
    const text = sentence.text.replace(NURSE_IN_CHARGE, '');
    if (sentence.side === 'ours') {
      if (isDeathAffirmed(dialogue, sentence)) return ['at_need', sentence];
      continue;
    }
    const [kind] = CUES.find(([, cue, except]) => cue.test(text) && !except?.test(text)) ?? [];
    if (kind) return [kind, sentence];
  }
  return null;
};

/** "Has somebody passed away?" answered by anything but a no. */
const isDeathAffirmed = ({ turns }: Dialogue, { text, turn, is_question }: Sentence): boolean => {
  if (!DEATH.test(text) || !is_question) return false;
  const answer = turns[turn + 1];
  return answer?.side !== 'ours' && answerIn(answer?.text ?? '') !== 'no' && !ALIVE.test(answer?.text ?? '');
};

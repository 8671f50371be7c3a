import { termsOf } from '../../transcripts/search/tokens.ts';
import type { Finding, SpokenCall, WordRange } from '../call.ts';
import { extractClaims } from '../claims/extract-claims.ts';
import { extractEmbalming } from '../embalming/extract-embalming.ts';
import { extractPrices } from '../prices/extract-prices.ts';
import { extractPromises } from '../promises/extract-promises.ts';
import { extractRecordingNotice } from '../recording-notice.ts';
import { extractSensitivities } from '../sensitivities.ts';
import { extractSheet } from '../sheet/extract-sheet.ts';
import { plainStem, type Question } from './question.ts';

/** Fields of the first-call sheet, each with the questions that its words answer. */
const FIELDS: readonly (readonly [fields: readonly string[], question: RegExp])[] = [
  [
    ['physician'],
    /\b(?:signs?|signing|certif(?:y|ies|ied)|(?:which|what) (?:doctor|physician)|who is (?:his|her|the) doctor|doctors? name)\b(?!.*\bauthoriz)/,
  ],
  [['implants'], /\b(?:pacemaker|implant\w*|device|metal|defibrillator)\b/],
  [['stairs'], /\b(?:stairs|steps)\b/],
  [['veteran'], /\b(?:veteran|military|branch|armed forces|served?|soldier|army|navy|in the service)\b/],
  [
    ['time_of_death', 'date_of_death'],
    /\b(?:time of death|date of death|(?:when|what time|which day|what day|what date) .*\b(?:die|died|pass|passed|pronounced)|when exactly did|death certificate\b.*\bdate|which date)\b/,
  ],
  [['date_of_birth'], /\b(?:born|birth ?date|date of birth|birthday)\b/],
  [['decedent_age'], /\bhow old\b|\b(?:his|her) age\b/],
  [
    ['released'],
    /\b(?:releas\w+|cleared|pick (?:him|her|them) up|come and get|can we (?:come|get|go)|let us have|clear to come)\b/,
  ],
  [['coroner_notified'], /\b(?:coroner|medical examiner|investigator)\b.*\b(?:involved|notified|called|coming|told)\b/],
  [
    ['next_of_kin_name', 'next_of_kin_relationship'],
    /\b(?:next of kin|power of attorney|executor|who (?:decides|signs the authorization|is in charge|has the authority))\b/,
  ],
  [
    ['disposition'],
    /\b(?:burial|buried) or (?:cremation|cremated)\b|\b(?:cremation|cremated) or (?:burial|buried)\b|\b(?:want|choose|chosen|decided on) (?:a )?(?:burial|cremation)\b|\b(?:be|being) (?:buried|cremated)$/,
  ],
  [['weight_lb'], /\b(?:weighs?|weight|heavy|how (?:big|large) (?:is|was) (?:he|she))\b/],
  [
    ['personal_effects'],
    /\b(?:belongings|jewelry|wedding (?:ring|band)|personal effects|the ring|(?:his|her) (?:watch|ring|things|property|clothes))\b/,
  ],
  [
    ['eta_minutes'],
    /\b(?:how soon|how long until we|when (?:will|are|do|should) (?:we|our team|our men|the crew|somebody)\b.*\b(?:there|arrive|come|get)|eta|when are we due)\b/,
  ],
  [
    ['arrangement_time'],
    /\b(?:when (?:is|do|does|are|will) (?:the )?(?:family|they|he|she|arrangements?|appointment|meeting)(?: conference)?(?: (?:coming|come|in|sign|meet))?$|(?:coming|come|comes) in\b|meet|meeting|sit down|appointment)\b/,
  ],
  [
    ['caller_phone'],
    /\b(?:number|phone)\b.*\b(?:caller|reach|back)\b|\bcaller\w*\b.*\b(?:number|phone)\b|\bcall ?back number\b/,
  ],
  [
    ['caller_name'],
    /\bwho (?:is|was) (?:the caller|calling|it that called)\b|\bwho (?:called|reported|rang)\b|\bcaller (?:\w+ )?name\b/,
  ],
  [
    ['caller_relationship'],
    /\b(?:relation(?:ship)?|related|kin) (?:to|with)\b|\bhow is (?:the caller|he|she) related\b|\bcaller relation\w*/,
  ],
  [
    ['decedent_name'],
    /\b(?:full|middle|legal|last|first) name\b|\bwho (?:has )?(?:died|passed)\b|\bname of the deceased\b/,
  ],
  [['place_address'], /\b(?:house number|address|which house|where do we go|which street)\b/],
  [
    ['place_unit'],
    /\b(?:which room|what room|where in the building|which bed|which apartment|which unit|which floor)\b/,
  ],
  [
    ['place_name', 'place_address'],
    /\b(?:which|what) (?:hospital|nursing home|hospice|facility|hotel)\b|\bwhere (?:is|was) (?:he|she|the (?:body|deceased|decedent)|[a-z]+)(?: (?:now|at|lying|at present|right now))*$|\bwhere did (?:he|she) (?:die|pass)\b|\bwhere do we (?:pick|fetch|collect|get)\b/,
  ],
  [['pre_arrangement'], /\b(?:prepaid|paid (?:for )?(?:already)?|prearranged|pre arranged|prearrangement|paid up)\b/],
  [['viewing'], /\b(?:viewing|visitation|open casket|wake)\b/],
  [['taken_by'], /\bwho (?:took|answered|picked up) (?:the|this) (?:call|phone)\b/],
];

const EMBALMING_ANSWER =
  /\b(?:permission|consent\w*|agree[ds]?(?! not)|allow\w*|approv\w+|authoriz\w+|refus\w+|want\w*|grant\w*|declin\w+|decide|embalmed)\b/;
const NO_EMBALMING_ANSWER =
  /\b(?:cost|charge|quote|quoted|price|law|say about|tell|told|require\w*|paper|where|must not|need\w*|why)\b/;
const RECORDING_ANSWER = /\b(?:object\w*|agree\w*|mind|consent\w*|okay|allow\w*|refus\w+)\b/;

/** Weight of a field of the sheet that a question asks for. */
const FIELD = 0.4;

/** Stems of the names of those whom the sheet is about. A field of theirs answers no question about others. */
const namesOf = (sheet: readonly Finding[]): ReadonlySet<string> =>
  new Set(
    sheet
      .filter(({ name }) => name === 'decedent_name' || name === 'caller_name')
      .flatMap(({ value }) => termsOf(String(value)).map(plainStem)),
  );

/** Words that bear out what the rules know of a question's subject: their weight, and where they are. */
export type Support = { weight: number; places: readonly WordRange[]; isWhole: boolean };

/**
 * Words that rules have found for what a question asks. `isWhole` is true where they are all that the call holds of it,
 * so that without any of them it was not said.
 */
export const supportFor = (call: SpokenCall, { text, names }: Question): Support[] => {
  if (/\bembalm\w*/.test(text) && EMBALMING_ANSWER.test(text) && !NO_EMBALMING_ANSWER.test(text)) {
    const found = extractEmbalming(call);
    const answer = found.find(({ name }) => name === 'answer');
    if (answer) return [{ weight: 1, places: answer.value === 'not_asked' ? [] : answer.evidence, isWhole: true }];
  }
  if (/\b(?:record\w*|tap(?:e|ed|ing))\b/.test(text) && RECORDING_ANSWER.test(text)) {
    const answer = extractRecordingNotice(call).find(({ name }) => name === 'answer');
    if (answer && answer.value !== 'none') return [{ weight: 1, places: answer.evidence.slice(1), isWhole: true }];
  }
  const support: Support[] = [];
  const add = (weight: number, findings: readonly Finding[]) =>
    support.push({ weight, places: findings.flatMap(({ evidence }) => evidence.slice(0, 1)), isWhole: false });
  const sheet = extractSheet(call);
  const known = namesOf(sheet);
  const isOfAnother = names.size > 0 && ![...names].some((name) => known.has(name));
  for (const [fields, question] of FIELDS)
    if (!isOfAnother && question.test(text))
      add(
        FIELD,
        sheet.filter(({ name }) => fields.includes(name)),
      );
  if (
    /\b(?:we|us|our|ours)\b/.test(text) &&
    /\b(?:quot\w+|charg\w+|price\w*|cost\w*|how much|total|figure)\b/.test(text)
  )
    add(0.25, extractPrices(call));
  if (
    /\b(?:law|claim|required?|requires?|say (?:about|a)|told? (?:\w+ )?about|lasting|make (?:her|him|them))\b/.test(
      text,
    )
  )
    add(0.25, extractClaims(call));
  if (
    /\b(?:owe|promise\w*|do we (?:have to|still)|who (?:calls?|rings?|phones?|brings?|sends?|goes|fetches)|supposed to|until when|by when|will we|when (?:does|do|will)|how (?:are|do|should) we)\b/.test(
      text,
    )
  )
    add(0.15, extractPromises(call));
  if (/\b(?:must not|should not|never|not|anyone|may we|careful|watch out|avoid|left out|nothing|secret)\b/.test(text))
    add(0.2, extractSensitivities(call));
  return support;
};

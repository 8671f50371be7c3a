import type { Finding, SpokenCall, WordRange } from '../call.ts';
import { extractClaims } from '../claims.ts';
import { extractEmbalming } from '../embalming/extract-embalming.ts';
import { extractPrices } from '../prices/extract-prices.ts';
import { extractPromises } from '../promises/extract-promises.ts';
import { extractRecordingNotice } from '../recording-notice.ts';
import { extractSensitivities } from '../sensitivities.ts';
import { extractSheet } from '../sheet/extract-sheet.ts';

/** Fields of the first-call sheet, each with the questions that its words answer. */
const FIELDS: readonly (readonly [fields: readonly string[], question: RegExp])[] = [
  [
    ['physician'],
    /\b(?:signs?|signing|certif(?:y|ies|ied)|which (?:doctor|physician)|who is (?:his|her|the) doctor)\b(?!.*\bauthoriz)/,
  ],
  [['implants'], /\b(?:pacemaker|implant\w*|device|metal|defibrillator)\b/],
  [['stairs'], /\b(?:stairs|steps)\b/],
  [['veteran'], /\b(?:veteran|military|branch|armed forces|served|serve)\b/],
  [
    ['time_of_death', 'date_of_death'],
    /\b(?:time of death|date of death|(?:when|what time|which day|what day) .*\b(?:die|died|pass|passed)|when exactly did|death certificate\b.*\bdate|which date)\b/,
  ],
  [['date_of_birth'], /\b(?:born|birth ?date|date of birth|birthday)\b/],
  [['decedent_age'], /\bhow old\b/],
  [['released'], /\b(?:releas\w+|pick (?:him|her|them) up|come and get|can we (?:come|get|go)|let us have)\b/],
  [['coroner_notified'], /\b(?:coroner|medical examiner)\b.*\b(?:involved|notified|called)\b/],
  [
    ['next_of_kin_name', 'next_of_kin_relationship'],
    /\b(?:next of kin|power of attorney|who (?:decides|signs the authorization))\b/,
  ],
  [['disposition'], /\bburial or cremation\b|\bcremation or burial\b/],
  [['weight_lb'], /\b(?:weigh|weight|heavy)\b/],
  [
    ['personal_effects'],
    /\b(?:belongings|jewelry|wedding (?:ring|band)|personal effects|the ring|his watch|her watch)\b/,
  ],
  [['eta_minutes'], /\b(?:how soon|when (?:will|are|do) (?:we|our team|the crew)|eta)\b/],
  [
    ['arrangement_time'],
    /\b(?:when (?:is|do|does|are) (?:the )?(?:family|they|he|she) (?:coming|come)|come in|meet|sit down)\b/,
  ],
  [
    ['caller_phone'],
    /\b(?:number|phone)\b.*\b(?:caller|reach|back)\b|\bcaller\w*\b.*\b(?:number|phone)\b|\bcall ?back number\b/,
  ],
  [['place_address'], /\b(?:house number|address|which house|where do we go)\b/],
  [['place_unit'], /\b(?:which room|what room|where in the building|which bed)\b/],
  [['pre_arrangement'], /\b(?:prepaid|paid (?:for )?already|prearranged)\b/],
  [['viewing'], /\b(?:viewing|visitation|open casket)\b/],
];

const EMBALMING_ANSWER =
  /\b(?:permission|consent\w*|agree[ds]?|allow\w*|approv\w+|authoriz\w+|refus\w+|want\w*|grant\w*|declin\w+|decide|embalmed)\b/;
const NO_EMBALMING_ANSWER =
  /\b(?:cost|charge|quote|quoted|price|law|say about|tell|told|require\w*|paper|where|must not|need\w*|why)\b/;
const RECORDING_ANSWER = /\b(?:object\w*|agree\w*|mind|consent\w*|okay|allow\w*|refus\w+)\b/;

/** Words that bear out what the rules know of a question's subject: their weight, and where they are. */
export type Support = { weight: number; places: readonly WordRange[]; isWhole: boolean };

/**
 * Words that rules have found for what a question asks. `isWhole` is true where they are all that the call holds of it,
 * so that without any of them it was not said.
 */
export const supportFor = (call: SpokenCall, text: string): Support[] => {
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
  for (const [fields, question] of FIELDS)
    if (question.test(text))
      add(
        0.4,
        extractSheet(call).filter(({ name }) => fields.includes(name)),
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

import { questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, type Match, matchesIn, type Passage } from '../dialogue/dialogue.ts';
import { addressesIn, houseNumber } from '../mentions/addresses.ts';
import { type Institution, institutionsIn, type PlaceKind } from '../mentions/institutions.ts';
import { nameAt } from '../mentions/names.ts';
import { numbersFrom } from '../mentions/numbers.ts';
import { finding, type Rule, textOf } from './field.ts';

const HERE =
  /\b(?:at (?:his|her|their|our|my|the|your) (?:\w+ )?(?:house|home|apartment|residence|condo|place)|(?:here )?at home|(?:his|her|the|our|my) (?:house|apartment|bedroom|trailer)|in (?:his|her) (?:own )?(?:bed|sleep|bedroom|chair|recliner)|in the house|residence|en (?:la|su) casa|upstairs bedroom)\b/;
const KINDS: readonly [kind: PlaceKind, cue: RegExp][] = [
  [
    'coroner',
    /\b(?:with the (?:\w+ ){0,3}(?:coroners?|medical examiners?)(?: office)?|at the (?:coroners?|medical examiners?|morgue)|coroner has (?:him|her)|county coroners office)\b/,
  ],
  [
    'hospice_facility',
    /\b(?:hospice (?:house|facility|center|unit|place|inpatient)|inpatient hospice|at the hospice|the hospice (?:nurse|r n|rn) (?:at|over|this|on|here))\b/,
  ],
  [
    'nursing_home',
    /\b(?:nursing home|nursing facility|care center|care home|assisted living|memory care|rehab(?:ilitation)? (?:center|facility)|skilled nursing|board and care|nursing center|health and rehab)\b/,
  ],
  ['hospital', /\b(?:hospital|medical center|emergency room|icu|i c u|the e r|charge nurse|er at|intensive care)\b/],
];
const NEED = new Set(['at_need', 'imminent', 'trade']);

/** Kind and name of the place where the person is. */
export const place: Rule = (dialogue, found) => {
  const kind = textOf(found, 'call_kind');
  if (!NEED.has(kind)) return [];
  const theirs = sentencesOf(dialogue, 'theirs');
  const named = theirs
    .flatMap((sentence) => institutionsIn(dialogue, sentence))
    .filter((one) => isWhere(dialogue, one));
  const home = theirs.flatMap((sentence) => matchesIn(sentence, HERE)).at(0);
  const cued = KINDS.flatMap(([of, cue]) =>
    theirs.flatMap((sentence) => matchesIn(sentence, cue).map((match) => ({ ...match, kind: of }))),
  );
  const institution = named.find((one) => one.kind === 'coroner') ?? named[0];
  const isCaller = /nurse|lpn|rn|aide|investigator|coroner|supervisor|social worker|chaplain/.test(
    textOf(found, 'caller_relationship'),
  );
  if (institution && (isCaller || !home || institution.start < home.start))
    return [
      ...finding(dialogue, 'place_kind', institution.kind, institution),
      ...finding(dialogue, 'place_name', institution.name, institution),
    ];
  if (home && !isCaller) return finding(dialogue, 'place_kind', 'residence', home);
  const [first] = cued;
  const only = first && cued.every((one) => one.kind === first.kind) ? first : undefined;
  if (!only) return [];
  return [...finding(dialogue, 'place_kind', only.kind, only), ...placeName(dialogue, theirs, only)];
};

/** "At Columbine House", "over at Heron House", near the words that tell the kind. */
const placeName = (dialogue: Dialogue, theirs: readonly Passage[], _kind: Match) => {
  for (const sentence of theirs)
    for (const { end } of matchesIn(sentence, /\b(?:over at|here at|from|at|with)\b/)) {
      const name = nameAt(dialogue, end, sentence.end);
      if (
        name &&
        name.words.length > 1 &&
        /^(?:house|place|center|village|gardens?|lodge|terrace|haven|inn|hall|oaks|pines|hills?|ridge|view|meadows?)$/i.test(
          name.words.at(-1) as string,
        )
      )
        return finding(dialogue, 'place_name', name.words.join(' '), name);
    }
  return [];
};

/** A place where somebody is or calls from, rather than one to bring something to or where somebody else is. */
const isWhere = ({ terms }: Dialogue, { start }: Institution): boolean => {
  const words = terms.slice(Math.max(0, start - 8), start).join(' ');
  return (
    /\b(?:at|over at|from|in|with|here|for|to|on|the)$/.test(words) &&
    !/\b(?:cemetery|buried|burial|service|church|donat|used to|worked)\b/.test(words)
  );
};

const ASKED = /\b(?:address|where (?:are|is|am|do|was|should)|what street|wheres|house number|come to)\b/;

/** Address of the place where the person is. A number said again in its place corrects it. */
export const placeAddress: Rule = (dialogue, found) => {
  if (!NEED.has(textOf(found, 'call_kind'))) return [];
  const told = dialogue.turns.flatMap((turn) =>
    addressesIn(dialogue, turn.start, turn.end).map((one) => ({ ...one, turn })),
  );
  const last = told.findLast(({ turn }) => turn.side !== 'ours') ?? told.at(-1);
  if (!last) return answered(dialogue);
  const street = last.text.split(' ').slice(1, 2).join(' ').toLowerCase();
  const corrected = dialogue.terms.flatMap((term, at) => {
    if (term !== street || at <= last.end) return [];
    const rows = [3, 2, 1]
      .map((back) => numbersFrom(dialogue.terms, at - back, at))
      .filter((row) => row.at(-1)?.end === at);
    const digits = rows[0] && houseNumber(rows[0].map((number) => number.digits));
    return digits ? [{ digits, start: rows[0]?.[0]?.start ?? at, end: at + 1 }] : [];
  });
  const [, ...names] = last.text.split(' ');
  const final = corrected.at(-1);
  return final
    ? finding(dialogue, 'place_address', [final.digits, ...names].join(' '), final)
    : finding(dialogue, 'place_address', last.text, last);
};

/** An answer to "what's the address" that names no kind of street: "2207 Mesquite". */
const answered = (dialogue: Dialogue) => {
  for (const { answer } of questionsOn(dialogue, ASKED)) {
    for (let at = answer.start; at < Math.min(answer.end, answer.start + 6); at += 1) {
      const row = numbersFrom(dialogue.terms, at, answer.end);
      const last = row.at(-1);
      const digits = houseNumber(row.map((number) => number.digits));
      const name = last && digits ? nameAt(dialogue, last.end, answer.end) : null;
      if (name && digits)
        return finding(dialogue, 'place_address', [digits, ...name.words].join(' '), { start: at, end: name.end });
      if (row.length > 0) break;
    }
  }
  return [];
};

const UNIT =
  /\b(?:(?:room|unit|apartment|apt|suite|bed|floor|ward|lot|trailer|cottage) (?:number )?(?!is\b|was\b|and\b|the\b|at\b|in\b|with\b|he\b|she\b|where\b|by\b|for\b|that\b|to\b|on\b|right\b|still\b|of\b|now\b)[a-z0-9]+(?: [a-z0-9]\b)?(?: bed [a-z0-9]+)?|(?:icu|i c u|intensive care|emergency (?:room|department)|the e r|ccu|er)|(?:\d|one|two|three|four|five|six|seven|eight|nine|ten) (?:north|south|east|west)|(?:first|second|third|fourth|fifth|sixth|\dth|\drd|\dnd|\dst) floor)\b/;

/** Room, unit or ward in which the person is. */
export const placeUnit: Rule = (dialogue, found) => {
  if (!NEED.has(textOf(found, 'call_kind'))) return [];
  const units = sentencesOf(dialogue, 'theirs').flatMap((sentence) => matchesIn(sentence, UNIT));
  const [unit] = units;
  if (!unit) return [];
  const row = /^room /.test(unit.text) ? numbersFrom(dialogue.terms, unit.start + 1, unit.end + 2) : [];
  const digits = houseNumber(row.map((number) => number.digits));
  const value = digits && row.length > 0 ? `room ${digits}` : unit.text;
  return finding(dialogue, 'place_unit', value, { start: unit.start, end: Math.max(unit.end, row.at(-1)?.end ?? 0) });
};

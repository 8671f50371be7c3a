import { answerIn, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Passage, type Stretch } from '../dialogue/dialogue.ts';
import { genderOf } from '../mentions/given-names.ts';
import { institutionsIn, type PlaceKind } from '../mentions/institutions.ts';
import { isTitle, type NameMention, nameAt } from '../mentions/names.ts';
import { type Found, finding, isFetching, type Rule, said, textOf } from './field.ts';

const HOME =
  /\b(?:(?:hes|shes|is|was|died|passed|here|him|her|he|she|still|right) (?:\w+ ){0,2}?(?:at|in) (?:his|her|their|our|my|the) (?:own )?(?:house|home|apartment|residence|condo|trailer|(?:front|living|back|upstairs) room|(?:upstairs )?bedroom|bed|recliner|chair)|(?:died|passed|is|hes|shes|here|was) (?:away )?(?:at|in) (?:my |her |his |our )?home|here at (?:home|the house|his house|her house)|(?:in|at) (?:his|her) (?:own )?(?:bedroom|house|apartment|residence)|(?:hes|shes) (?:still )?(?:here|upstairs)|in the (?:front|back|upstairs) (?:room|bedroom)|(?:upstairs|front|back|downstairs) bedroom|en (?:la|su) casa|at home)\b/;
const HOME_ASKED =
  /\b(?:at (?:home|the house|the residence|his house|her house)|there at the house|(?:is|was) (?:he|she) at home)\b/;
const KINDS: readonly [kind: PlaceKind, cue: RegExp][] = [
  [
    'coroner',
    /\b(?:(?:at|with|by) the (?:\w+ ){0,3}?(?:coroners?|medical examiners?|morgue)|(?:coroner|medical examiner|m e) has (?:him|her)|(?:coroners|examiners) office here)\b/,
  ],
  [
    'hospice_facility',
    /\b(?:hospice (?:house|facility|center|unit|place|inpatient|home)|inpatient hospice|at the hospice|the hospice (?:nurse|r n|rn) (?:at|over|this|on|here))\b/,
  ],
  [
    'nursing_home',
    /\b(?:nursing (?:home|facility|center)|care (?:center|home|place|facility)|assisted living|memory care|rehab(?:ilitation)?(?: center| facility)?|skilled nursing|board and care)\b/,
  ],
  [
    'hospital',
    /\b(?:hospital|medical center|emergency (?:room|department)|icu|i c u|nicu|intensive care|the e r|charge nurse|decedent affairs|swing bed|in the er|at the v ?a)\b/,
  ],
];
const PEOPLE = ['caller_name', 'decedent_name', 'taken_by'];
/** Roles of callers who call from where they work. */
export const STAFF =
  /\b(?:nurse|lpn|rn|aide|investigator|coroner|supervisor|social worker|chaplain|affairs|administrator|director|clerk|hospice|hospital)\b/;
/** Words about another place than the one where the person is. */
export const ELSEWHERE =
  /\b(?:cemetery|buried|burial|service at|church|donat\w*|used to|worked|work at|ambulance|fax|call(?:ed)? the|bring|visitation|lives|living|before that|he was at|she was at|from the hospital|transferred from|in the home)\b/;

type Cue = Stretch & { kind: PlaceKind; name?: string };

/** Kind and name of the place where the person is. An institution goes before a home that is only spoken of. */
export const place: Rule = (dialogue, found) => {
  if (!isFetching(found)) return [];
  const theirs = sentencesOf(dialogue, 'theirs');
  const isHere = ({ start }: Stretch) => !isElsewhere(dialogue, start);
  const named: Cue[] = theirs.flatMap((sentence) =>
    institutionsIn(dialogue, sentence).filter(isAbout(dialogue)).filter(isHere),
  );
  const spoken: Cue[] = KINDS.flatMap(([kind, cue]) =>
    theirs.flatMap((sentence) =>
      matchesIn(sentence, cue)
        .filter(isHere)
        .map(({ start, end }) => ({ start, end, kind })),
    ),
  );
  const best = chosen([...named, ...spoken]);
  const home = homeCue(dialogue, theirs);
  const isStaff = STAFF.test(textOf(found, 'caller_relationship'));
  if (best && (isStaff || !home || best.kind === 'coroner' || best.start < home.start)) {
    const name = named.find(({ kind }) => kind === best.kind) ?? placeName(dialogue, found, theirs);
    return [
      ...finding(dialogue, 'place_kind', best.kind, best),
      ...(name ? finding(dialogue, 'place_name', name.name, name) : []),
    ];
  }
  const isAtBedside = /\bhospice\b/.test(textOf(found, 'caller_relationship'));
  if (home) return isStaff && !isAtBedside ? [] : finding(dialogue, 'place_kind', 'residence', home);
  const answer = answeredPlace(dialogue, found);
  return answer
    ? [...finding(dialogue, 'place_kind', answer.kind, answer), ...finding(dialogue, 'place_name', answer.name, answer)]
    : [];
};

const ASKED_KINDS: Readonly<Record<string, PlaceKind>> = {
  hospital: 'hospital',
  facility: 'nursing_home',
  'nursing home': 'nursing_home',
  hospice: 'hospice_facility',
};

/** "Which hospital?" "Saint Luke's." */
const answeredPlace = (dialogue: Dialogue, found: Found): (Cue & { name: string }) | null => {
  for (const { sentence, answer } of questionsOn(dialogue, WHICH)) {
    const [asked] = matchesIn(sentence, /\b(?:hospital|facility|nursing home|hospice)\b/);
    const name = nameAt(dialogue, answer.start, answer.end);
    if (asked && name && !isPerson(found, name))
      return { ...name, kind: ASKED_KINDS[asked.text] as PlaceKind, name: said(dialogue, name) };
  }
  return null;
};

/** A name that is somebody's, or that was broken off after "Saint". */
const isPerson = (found: Found, { words }: NameMention): boolean =>
  PEOPLE.some((name) =>
    textOf(found, name)
      .split(' ')
      .includes(words[0] as string),
  ) ||
  genderOf(words[0] as string) !== null ||
  /^(?:saint|st|mount)$/i.test(words.at(-1) as string);

/** Words before a place by which it is not where the person is: "she was at", "I work at". */
const isElsewhere = ({ terms, turns, tokens }: Dialogue, start: number): boolean => {
  const from = turns[tokens[start]?.turn ?? -1]?.start ?? 0;
  return ELSEWHERE.test(terms.slice(Math.max(from, start - 6), start).join(' '));
};

/** A coroner has whoever is there; otherwise the first place that is named. */
const chosen = (cues: readonly Cue[]): Cue | undefined => {
  const order = [...cues].sort((one, other) => one.start - other.start);
  return order.find(({ kind }) => kind === 'coroner') ?? order[0];
};

const homeCue = (dialogue: Dialogue, theirs: readonly Passage[]): Stretch | undefined => {
  const asked = questionsOn(dialogue, HOME_ASKED).find(({ answer }) => answerIn(answer.text) === 'yes');
  const told = theirs.flatMap((sentence) => matchesIn(sentence, HOME)).at(0);
  return told ?? (asked && matchesIn(asked.sentence, HOME_ASKED).at(0));
};

/** A place where somebody is or calls from, or one that answers where. */
const isAbout =
  ({ terms, turns, tokens }: Dialogue) =>
  ({ start }: Stretch): boolean => {
    const turn = turns[tokens[start]?.turn ?? -1];
    const asked = turns[(turn?.turn ?? 0) - 1]?.text ?? '';
    if (
      turn &&
      start - turn.start <= 3 &&
      /\b(?:where|which|what) (?:\w+ ){0,3}?(?:is|are|hospital|facility|home|place|he|she)\b/.test(asked)
    )
      return true;
    const words = terms.slice(Math.max(turn?.start ?? 0, start - 3), start).join(' ');
    return /\b(?:at|over at|from|in|with|here|for|to|on|the|this is|its)$/.test(words) || start === turn?.start;
  };

const WHICH =
  /\b(?:(?:which|what) (?:hospital|facility|nursing home|home|place|hospice)|name of the (?:hospital|facility|place|home))\b/;

/** "At Columbine House", "over at Heron House": a name after the words for a place that is no person's. */
const placeName = (
  dialogue: Dialogue,
  found: Found,
  theirs: readonly Passage[],
): (NameMention & { name: string }) | undefined => {
  const asked = questionsOn(dialogue, WHICH).flatMap(({ answer }) => nameAt(dialogue, answer.start, answer.end) ?? []);
  const people = PEOPLE.flatMap((name) => textOf(found, name).split(' '));
  const answer = asked.find((name) => !isPerson(found, name));
  if (answer) return { ...answer, name: dialogue.is_cased ? said(dialogue, answer) : answer.words.join(' ') };
  for (const sentence of theirs)
    for (const { end } of matchesIn(
      sentence,
      /\b(?:(?:over|here|up|down|out|is|hes|shes|staff|nurse|lpn|rn|patient|room) at (?:the )?|^at (?:the )?)\b/,
    )) {
      const at = dialogue.terms[end] === 'the' ? end + 1 : end;
      const name = nameAt(dialogue, at, sentence.end);
      const [first = ''] = name?.words ?? [];
      if (
        !name ||
        people.includes(first) ||
        isTitle(dialogue.terms[at]) ||
        (!dialogue.is_cased && name.words.length < 2)
      )
        continue;
      if (genderOf(first) && name.words.length === 1) continue;
      return { ...name, name: name.words.join(' ') };
    }
  return undefined;
};

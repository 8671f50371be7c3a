import type { Dialogue, Passage, Stretch } from '../dialogue/dialogue.ts';
import { titled } from './spelling.ts';

export type PlaceKind =
  | 'residence'
  | 'hospital'
  | 'nursing_home'
  | 'hospice_facility'
  | 'coroner'
  | 'other_home'
  | 'other';
/** Place that bears a name: "Bay Shore General". */
export type Institution = Stretch & { name: string; kind: PlaceKind };

/** Endings of institutions' names, longer ones first. */
const ENDINGS: readonly [ending: string, kind: PlaceKind][] = [
  ['county coroners office', 'coroner'],
  ['county medical examiners office', 'coroner'],
  ['county medical examiner', 'coroner'],
  ['coroners office', 'coroner'],
  ['medical examiners office', 'coroner'],
  ['county coroner', 'coroner'],
  ['county morgue', 'coroner'],
  ['hospice house', 'hospice_facility'],
  ['inpatient hospice', 'hospice_facility'],
  ['hospice center', 'hospice_facility'],
  ['hospice', 'hospice_facility'],
  ['memorial hospital', 'hospital'],
  ['general hospital', 'hospital'],
  ['regional medical center', 'hospital'],
  ['medical center', 'hospital'],
  ['university hospital', 'hospital'],
  ['hospital', 'hospital'],
  ['general', 'hospital'],
  ['medical', 'hospital'],
  ['childrens', 'hospital'],
  ['health system', 'hospital'],
  ['memorial', 'hospital'],
  ['clinic', 'hospital'],
  ['regional', 'hospital'],
  ['nursing home', 'nursing_home'],
  ['nursing center', 'nursing_home'],
  ['nursing and rehab', 'nursing_home'],
  ['care center', 'nursing_home'],
  ['health care center', 'nursing_home'],
  ['healthcare center', 'nursing_home'],
  ['rehab center', 'nursing_home'],
  ['rehab', 'nursing_home'],
  ['rehabilitation', 'nursing_home'],
  ['assisted living', 'nursing_home'],
  ['memory care', 'nursing_home'],
  ['skilled nursing', 'nursing_home'],
  ['senior living', 'nursing_home'],
  ['retirement village', 'nursing_home'],
  ['convalescent', 'nursing_home'],
  ['manor', 'nursing_home'],
  ['care facility', 'nursing_home'],
  ['living center', 'nursing_home'],
  ['health center', 'nursing_home'],
  ['healthcare', 'nursing_home'],
  ['funeral home', 'other_home'],
  ['mortuary', 'other_home'],
  ['nursing', 'nursing_home'],
  ['care home', 'nursing_home'],
  ['health and rehab', 'nursing_home'],
];
const BY_FIRST_WORD = Map.groupBy(
  ENDINGS.map(([ending, kind]) => ({ words: ending.split(' '), kind })),
  ({ words }) => words[0] as string,
);
const STOP = new Set(
  (
    'a about an and at by the in of on to with from for his her my our their this that its im is was over here there out ' +
    'nurse hi hello yes work calling call down up i we you he she hes shes they went go morning evening afternoon ' +
    'took transferred near called local facility am passed died home have has had your some any not or so but then than ' +
    'like what which who affairs decedent good other new same big little regular whole state city university va'
  ).split(' '),
);
const MOST = 4;

/** Institutions named in a passage. One that is only "the hospital" has no name. */
export const institutionsIn = (dialogue: Dialogue, passage: Passage): Institution[] => {
  const found: Institution[] = [];
  for (let at = passage.start; at < passage.end; at += 1) {
    const ending = endingAt(dialogue, at, passage.end);
    if (!ending) continue;
    const start = beginning(dialogue, at, passage.start);
    if (start < at || ending.kind === 'coroner') {
      const named = trimmed(dialogue, start, ending.end);
      const isEmployer =
        ending.kind === 'hospice_facility' && /^(?:with|from|for|by)$/.test(dialogue.terms[start - 1] ?? '');
      if (named && !isEmployer) found.push({ ...named, kind: ending.kind });
    }
    at = ending.end - 1;
  }
  return found;
};

const endingAt = ({ terms }: Dialogue, at: number, end: number) => {
  for (const { words, kind } of BY_FIRST_WORD.get(terms[at] as string) ?? []) {
    if (at + words.length <= end && words.every((word, place) => terms[at + place] === word))
      return { end: at + words.length, kind };
  }
  return null;
};

const beginning = ({ tokens, is_cased }: Dialogue, at: number, from: number): number => {
  let start = at;
  while (start > from && at - start < MOST) {
    const { term, text, ends } = tokens[start - 1] as Dialogue['tokens'][number];
    const isSaint = term === 'st' || term === 'mt';
    const isCapital = is_cased && start - 1 > from && /^\p{Lu}\p{Ll}/u.test(text);
    if ((ends && !isSaint) || (STOP.has(term) && !isCapital) || /^\d/.test(term)) break;
    if (is_cased && !/^\p{Lu}/u.test(text)) break;
    start -= 1;
  }
  return start;
};

const trimmed = ({ tokens }: Dialogue, start: number, end: number) => {
  const words: string[] = [];
  let word = -1;
  for (const token of tokens.slice(start, end)) {
    if (token.word === word) continue;
    word = token.word;
    const plain = token.text.replace(/^[^\p{L}]+|[^\p{L}.]+$/gu, '').replace(/(?<!^(?:St|Mt))\.$/u, '');
    words.push(/\p{Lu}/u.test(plain) ? plain : titled(plain));
  }
  return words.length > 0 ? { start, end, name: words.join(' ') } : null;
};

import { sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Passage, type Stretch } from '../dialogue/dialogue.ts';
import { numbersFrom } from '../mentions/numbers.ts';
import { finding, isFetching, type Rule } from './field.ts';

const UNITS = /\b(?:room|unit|apartment|apt|suite|bed|lot|space)(?: number)?\b/;
const WARDS =
  /\b(?:nicu|icu|i c u|ccu|intensive care|emergency (?:room|department)|the er|memory (?:care )?(?:unit|wing)|(?:first|second|third|fourth|fifth|sixth|seventh|eighth|\dth|\drd|\dnd|\dst) floor|(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten) (?:north|south|east|west)(?! (?:side|street|of))|\w+ wing)\b/;

type Unit = Stretch & { text: string };

/** Room, unit or ward in which the person is, as it was corrected last. */
export const placeUnit: Rule = (dialogue, found) => {
  if (!isFetching(found)) return [];
  const theirs = sentencesOf(dialogue, 'theirs');
  const units = theirs.flatMap((sentence) => unitsIn(dialogue, sentence));
  const unit = units.at(-1) ?? theirs.flatMap((sentence) => matchesIn(sentence, WARDS)).at(0);
  return unit ? finding(dialogue, 'place_unit', unit.text.replace(/^the /, ''), unit) : [];
};

/** "Room six", "apartment 4D", "112 bed B": the word with its number or letter. */
const unitsIn = (dialogue: Dialogue, sentence: Passage): Unit[] => {
  const { terms, tokens } = dialogue;
  return matchesIn(sentence, UNITS).flatMap(({ start, end }) => {
    const row = numbersFrom(terms, end, Math.min(sentence.end, end + 4)).filter(({ is_ordinal }) => !is_ordinal);
    const digits = row.map((number) => number.digits).join('');
    const after = row.at(-1)?.end ?? end;
    const [, letter = ''] = /^([b-hj-z]|\d+[a-z])$/.exec(terms[after] ?? '') ?? [];
    const isLetter = after < sentence.end && letter && (!digits || terms[after + 1] !== 'as');
    if ((!digits && !isLetter) || tokens[end - 1]?.ends === ',' || terms[after] === 'of') return [];
    if (/^(?:waiting|living|front|viewing|emergency|operating|dining|family)$/.test(terms[start - 1] ?? '')) return [];
    if (/^(?:oclock|am|pm|minutes)$/.test(terms[after] ?? '')) return [];
    const last = isLetter ? after + 1 : after;
    const isBed = terms[start] === 'bed' && /^\d+$/.test(terms[start - 1] ?? '') && !tokens[start - 1]?.ends;
    const text = [
      ...(isBed ? [terms[start - 1]] : []),
      terms[start],
      `${digits}${isLetter ? letter.toUpperCase() : ''}`,
    ].join(' ');
    return [{ start: isBed ? start - 1 : start, end: last, text }];
  });
};

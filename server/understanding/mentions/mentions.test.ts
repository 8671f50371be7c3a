// Forms in which people say numbers, dates, times, weights, addresses and names.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { termsOf } from '../../transcripts/search/tokens.ts';
import { readCall } from '../call.ts';
import { type Dialogue, readDialogue } from '../dialogue/dialogue.ts';
import { addressesIn } from './addresses.ts';
import { isoOf } from './calendar.ts';
import { datesIn } from './dates.ts';
import { genderOf } from './given-names.ts';
import { institutionsIn } from './institutions.ts';
import { plainKin, relationTo } from './kinship.ts';
import { firstName } from './names.ts';
import { recentDaysIn } from './recent-days.ts';
import { respelled, spellingsIn } from './spelling.ts';
import { telephoneNumbers } from './telephone-numbers.ts';
import { timesIn } from './times-of-day.ts';
import { weightsIn } from './weights.ts';

/** Reads lines as turns of two voices in turn, the caller first. */
const dialogueOf = (...lines: string[]): Dialogue => {
  const words = lines.flatMap((line, turn) =>
    line.split(/\s+/).map((text) => ({
      text,
      start_ms: turn * 5000,
      end_ms: turn * 5000 + 300,
      confidence: 1,
      speaker: turn % 2 === 0 ? 'caller' : 'home',
    })),
  );
  return readDialogue(
    readCall(words, {
      voices: { caller: { label: null, side: 'theirs' }, home: { label: null, side: 'ours' } },
    }),
  );
};

const table = <Expected>(
  subject: string,
  cases: readonly (readonly [said: string, expected: Expected])[],
  read: (said: string) => unknown,
) => {
  for (const [said, expected] of cases)
    test(`${subject}: ${said}`, () => {
      assert.deepEqual(read(said), expected);
    });
};

/** Turns of a telephone number, parted by slashes: the caller's and the home's in turn. */
table(
  'telephone numbers',
  [
    ['614-555-0147', ['6145550147']],
    ['(614) 555-0147', ['6145550147']],
    ['1 614 555 0147', ['6145550147']],
    ['six one four, five five five, oh one four seven', ['6145550147']],
    ['six one four five five five zero one four seven', ['6145550147']],
    ['area code six one four, triple five, oh one forty-seven', ['6145550147']],
    ['six one four, double five five, oh one four seven', ['6145550147']],
    ['eight hundred, five five five, oh one nine nine', ['8005550199']],
    ['Six one four. Five five five. Oh one four seven.', ['6145550147']],
    ['six one four, uh, five five five, um, oh one four seven', ['6145550147']],
    ['six one four five five five / okay / oh one four seven', ['6145550147']],
    ['six one four five five five / six one four five five five / oh one four seven', ['6145550147']],
    ['614-555-0147. No, sorry, 0174.', ['6145550174']],
    ['two three one, five five five, oh one six, sorry, oh one five six', ['2315550156']],
    ['614-555-0147 / 614-555-0174? / No, 0147.', ['6145550147']],
    ['614-555-0114. Wait, that is my old one. 614-555-0141.', ['6145550141']],
    ['seven two zero five five five zero one eight six eight six at the end', ['7205550186']],
    ['my cell is 555-0123', ['5550123']],
    ['it was nineteen forty-four', []],
    ['it costs $6,145 and $550 and $147', []],
  ],
  (said) => telephoneNumbers(dialogueOf(...said.split(' / '))).map(({ digits }) => digits),
);

table(
  'dates',
  [
    ['March nineteenth, nineteen forty-four', '1944-3-19'],
    ['the nineteenth of March, 1944', '1944-3-19'],
    ['October 3rd, 1949', '1949-10-3'],
    ['October the 3rd', '-10-3'],
    ['January nine, nineteen forty', '1940-1-9'],
    ['eleven twenty-eight nineteen ninety-one', '1991-11-28'],
    ['8 14 1958', '1958-8-14'],
    ['11/3/38', '1938-11-3'],
    ['June second, two thousand nine', '2009-6-2'],
    ['April 4, twenty twelve', '2012-4-4'],
    ['May fifth, nineteen oh four', '1904-5-5'],
    ['Christmas Day of forty-six', '1946-12-25'],
    ['the fourteen of February', '-2-14'],
    ['she may come', ''],
  ],
  (said) => {
    const terms = termsOf(said);
    const [date] = datesIn(terms, 0, terms.length);
    return date ? `${date.year ?? ''}-${date.month}-${date.day}` : '';
  },
);

table(
  'recent days, told on Thursday, March 12, 2026',
  [
    ['yesterday morning', '2026-03-11'],
    ['last night', '2026-03-11'],
    ['this afternoon', '2026-03-12'],
    ['on Monday', '2026-03-09'],
    ['a week ago Thursday', '2026-03-05'],
    ['the ninth', '2026-03-09'],
    ['the twenty-fifth', '2026-02-25'],
    ['two days ago', '2026-03-10'],
    ['day before yesterday', '2026-03-10'],
    ['December 30th', '2025-12-30'],
  ],
  (said) => {
    const terms = termsOf(said);
    const [found] = recentDaysIn(terms, 0, terms.length, { year: 2026, month: 3, day: 12 });
    return found && isoOf(found.day);
  },
);

table(
  'times',
  [
    ['one fifty a.m.', '1:50 am'],
    ['5:40', '5:40'],
    ['six oh five this morning', '6:05 am'],
    ['0412', '4:12'],
    ['2130', '21:30 pm'],
    ['quarter past two', '2:15'],
    ['a quarter to nine', '8:45'],
    ['half past six in the evening', '18:30 pm'],
    ["ten o'clock", '10:00'],
    ['eleven tonight', '23:00 pm'],
    ['noon', '12:00 pm'],
    ['six one four five five five oh one four seven', ''],
  ],
  (said) => {
    const terms = termsOf(said);
    const [time] = timesIn(terms, 0, terms.length);
    if (!time) return '';
    const minute = String(time.minute % 60).padStart(2, '0');
    return `${Math.floor(time.minute / 60)}:${minute}${time.half ? ` ${time.half}` : ''}`;
  },
);

table(
  'weights',
  [
    ['about one forty', [140]],
    ['two ten', [210]],
    ['one oh eight', [108]],
    ['hundred and five', [105]],
    ['a hundred and ninety pounds', [190]],
    ['312 pounds', [312]],
    ['one eighty-five', [185]],
    ['two forty six two', [240]],
    ['sixty kilos', []],
    ['five six', []],
  ],
  (said) => {
    const terms = termsOf(said);
    return weightsIn(terms, 0, terms.length).map(({ pounds }) => pounds);
  },
);

table(
  'addresses',
  [
    ['four eighteen Larkmoor Drive', ['418 Larkmoor Drive']],
    ['twelve hundred estuary road', ['1200 Estuary Road']],
    ['It is 2207 Mesquite Bend, unit B', ['2207 Mesquite Bend']],
    ['eighty-eight Old Mill Road', ['88 Old Mill Road']],
    ['1160 Peavine Road. No, it is 1610 Peavine.', ['1160 Peavine Road', '1610 Peavine Road']],
    ['nine ten Highway 41', ['910 Highway 41']],
    ['he is eighty-eight and lives down the road', []],
  ],
  (said) => {
    const dialogue = dialogueOf(said);
    return dialogue.turns.flatMap((turn) => addressesIn(dialogue, turn).map(({ text }) => text));
  },
);

table(
  'institutions',
  [
    ['I am at Bay Shore General with her', ['Bay Shore General hospital']],
    ['its rhonda at maple hollow care center', ['Maple Hollow Care Center nursing_home']],
    ['with the Tamarack County Coroner’s Office', ['Tamarack County Coroner’s Office coroner']],
    ['she is at the hospital', []],
    ['I am calling with Comfort Hospice', []],
  ],
  (said) => {
    const dialogue = dialogueOf(said);
    return dialogue.turns.flatMap((turn) => institutionsIn(dialogue, turn).map(({ name, kind }) => `${name} ${kind}`));
  },
);

/** First name in the words, mended by what is spelled in them. */
table(
  'names',
  [
    ['Denise Pruitt, and I', 'Denise Pruitt'],
    ['Kowalcik, K-O-W-A-L-C-Z-Y-K', 'Kowalczyk'],
    ['Katherine, C-A-T-H-A-R-I-N-E', 'Catharine'],
    ['Gattis, G-A-double T-I-S', 'Gattis'],
    ['Ramon de la Cruz is here', 'Ramon de la Cruz'],
    ['hershberger h e r s h b e r g e r', 'Hershberger'],
    ['Allen, A-L-L-E-N. No. A-L-L-A-N.', 'Allan'],
    ['Hollis. H-O-L-L-I-S. I was with her', 'Hollis'],
    ['Simms, S as in Sam, I, double M, S', 'Simms'],
    ['rhonda beiler im the nurse', 'Rhonda Beiler'],
    ['she was there', ''],
  ],
  (said) => {
    const dialogue = dialogueOf(said);
    const name = firstName(dialogue, 0, dialogue.tokens.length);
    return (name?.words ?? []).map((word) => respelled(word, spellingsIn(dialogue))).join(' ');
  },
);

test('a caller is to a relative what their gender tells, and nothing where it does not', () => {
  assert.equal(relationTo(plainKin('mom'), 'female'), 'daughter');
  assert.equal(relationTo(plainKin('granddaddy'), 'male'), 'grandson');
  assert.equal(relationTo(plainKin('mother in law'), 'female'), 'daughter-in-law');
  assert.equal(relationTo(plainKin('husband'), null), 'wife');
  assert.equal(relationTo(plainKin('dad'), null), null);
  assert.equal(genderOf('Denise'), 'female');
  assert.equal(genderOf('Leonard'), 'male');
  assert.equal(genderOf('Marion'), null);
});

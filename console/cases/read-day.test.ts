import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readDay } from './read-day.ts';

/** A Tuesday. */
const today = '2026-12-01';
const DAYS: [typed: string, locale: string, past: boolean, day: string | null][] = [
  ['today', 'en-US', true, '2026-12-01'],
  ['Yesterday', 'en-US', true, '2026-11-30'],
  ['ayer', 'es-US', true, '2026-11-30'],
  ['tomorrow', 'en-US', false, '2026-12-02'],
  ['sat', 'en-US', false, '2026-12-05'],
  ['Sat', 'en-US', true, '2026-11-28'],
  ['sábado', 'es-US', false, '2026-12-05'],
  ['tuesday', 'en-US', false, '2026-12-01'],
  ['11/30', 'en-US', true, '2026-11-30'],
  ['30/11', 'es-US', true, '2026-11-30'],
  ['12/24', 'en-US', true, '2025-12-24'],
  ['1/4', 'en-US', false, '2027-01-04'],
  ['3/12/1941', 'en-US', true, '1941-03-12'],
  ['2026-12-5', 'en-US', false, '2026-12-05'],
  ['2/30', 'en-US', true, null],
  ['soon', 'en-US', true, null],
  ['sa', 'en-US', false, null],
  ['', 'en-US', true, null],
];

for (const [typed, locale, past, day] of DAYS) {
  test(`“${typed}” in ${locale}, ${past ? 'behind' : 'ahead of'} today, is ${day}`, () => {
    assert.equal(readDay(typed, { locale, today, past }), day);
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { silenceOf } from './silence.ts';

const NOW = Date.parse('2026-11-30T18:00:00Z');
const days = (counts: number[]) =>
  counts.map((calls, index) => ({
    day: new Date(NOW - (counts.length - 1 - index) * 86_400_000).toISOString().slice(0, 10),
    calls,
  }));
const activity = (hours_since: number | null, longest_gap_hours: number | null, first_call_at: string | null) => {
  return { last_call_at: null, hours_since, longest_gap_hours, first_call_at };
};
const MONTH = days([...Array.from({ length: 27 }, (_, index) => (index % 7 < 2 ? 0 : 14)), 0]);
const LONG_AGO = '2026-11-03T09:00:00.000000Z';

test('a silence longer than any of the last weeks is an alarm, with what is usual', () => {
  assert.deepEqual(silenceOf(activity(26, 14, LONG_AGO), MONTH, null, NOW), { usual_a_day: 14, silent_hours: 26 });
});

test('a weekend is no alarm where weekends are silent, nor is a night', () => {
  assert.equal(silenceOf(activity(60, 62, LONG_AGO), MONTH, null, NOW).silent_hours, null);
  assert.equal(silenceOf(activity(3.9, 1, LONG_AGO), MONTH, null, NOW).silent_hours, null);
});

test('an alarm rests until the time that somebody has named', () => {
  const at = (quiet_until: string) => silenceOf(activity(26, 14, LONG_AGO), MONTH, quiet_until, NOW).silent_hours;
  assert.equal(at('2026-12-01T05:00:00Z'), null);
  assert.equal(at('2026-11-30T17:59:59Z'), 26);
});

test('nothing is usual before there is a week of calls', () => {
  const none = { usual_a_day: null, silent_hours: null };
  assert.deepEqual(silenceOf(activity(null, null, null), MONTH, null, NOW), none);
  assert.deepEqual(silenceOf(activity(90, 10, '2026-11-25T09:00:00.000000Z'), MONTH, null, NOW), none);
});

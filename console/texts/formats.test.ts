import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clock, formatsOf, longClock } from './formats.ts';

test('a calendar day is the same day for every reader, also long ago', () => {
  assert.equal(formatsOf('en-US').day('1941-03-12'), 'Mar 12, 1941');
  assert.equal(formatsOf('en-GB').day('2026-11-17'), '17 Nov 2026');
  assert.equal(formatsOf('es').day('2026-11-17'), '17 nov 2026');
  assert.match(formatsOf('en-GB').day('0093-01-01'), /^1 Jan 93$/);
});

test('a moment has its year only where that is not this year', () => {
  const { moment, dayOf } = formatsOf('en-US');
  const year = new Date().getFullYear();
  const noon = (year: number) => new Date(year, 10, 17, 12).toISOString();
  assert.match(moment(noon(year)), /^[A-Z][a-z]{2}, Nov 17, 12:00\sPM$/);
  assert.match(moment(noon(1999)), /^Wed, Nov 17, 1999, 12:00\sPM$/);
  assert.equal(dayOf(noon(1999)), 'Nov 17, 1999');
});

test('a length is told in its two largest units', () => {
  const { length } = formatsOf('en-US');
  assert.equal(length(760), '12 min 40 sec');
  assert.equal(length(4920), '1 hr 22 min');
  assert.equal(length(3605), '1 hr');
  assert.equal(length(59), '59 sec');
  assert.equal(length(0), '0 sec');
});

test('a time in the margin has hours only where there are some', () => {
  assert.deepEqual([0, 999, 271_400, 3_871_000].map(clock), ['00:00', '00:00', '04:31', '1:04:31']);
});

test('in a column of a long call every time has its hours', () => {
  assert.deepEqual([0, 271_400, 3_871_000, 39_600_000].map(longClock), [
    '00:00:00',
    '00:04:31',
    '01:04:31',
    '11:00:00',
  ]);
});

test('on paper a moment has its year and the zone of its clock', () => {
  assert.match(formatsOf('en-US').full('2026-11-17T15:14:00Z'), /^November 1[678], 2026 at \d+:14 [AP]M \S+/);
  assert.match(formatsOf('es').full('2026-11-17T15:14:00Z'), /^1[678] de noviembre de 2026(,| a las) \d+:14/);
});

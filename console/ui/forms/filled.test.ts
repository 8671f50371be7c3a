import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOf, numberOrNull, startOf, textOf, textOrNull } from './form-values.ts';

const form = (entries: Record<string, string>) => {
  const filled = new FormData();
  for (const [name, value] of Object.entries(entries)) filled.set(name, value);
  return filled;
};

test('a field is read without the spaces around it, and an empty one clears', () => {
  assert.equal(textOf(form({ name: '  Anna ' }), 'name'), 'Anna');
  assert.equal(textOrNull(form({ name: '  ' }), 'name'), null);
  assert.equal(textOf(form({}), 'name'), '');
});

test('days are a whole number or nothing, and what is neither is never taken for nothing', () => {
  const days = (text: string) => numberOrNull(form({ days: text }), 'days') as unknown;
  assert.deepEqual([days(''), days(' 3650 '), days('0')], [null, 3650, 0]);
  assert.deepEqual([days('ten'), days('-1'), days('1.5'), days('1e3')], ['ten', '-1', '1.5', '1e3']);
});

test('a day lasts from its midnight to the next, and what is no day has neither', () => {
  assert.equal(startOf('2026-11-18'), endOf('2026-11-17'));
  assert.equal(new Date(startOf('2026-11-17') ?? '').getDate(), 17);
  assert.equal(startOf('2027-01-01'), endOf('2026-12-31'));
  assert.deepEqual([startOf(''), endOf('2026-13-40')], [undefined, undefined]);
});

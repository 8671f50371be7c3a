import assert from 'node:assert/strict';
import { test } from 'node:test';
import { chooseKept, readKeep } from './keep.ts';
import { nameAt } from './manifest.ts';

const HOUR_MS = 3_600_000;
/** Backups every six hours for so many days, the last one on 2026-11-30 at 18:00. */
const backups = (days: number) =>
  Array.from({ length: days * 4 }, (_, index) =>
    nameAt(new Date(Date.parse('2026-11-30T18:00:00.000Z') - (days * 4 - 1 - index) * 6 * HOUR_MS).toISOString()),
  );
const daysOf = (kept: Set<string>) => [...kept].map((name) => name.slice(0, 13)).sort();

test('so many days, weeks and months are read, and anything else is not', () => {
  assert.deepEqual(readKeep('7d 4w 12m'), { days: 7, weeks: 4, months: 12 });
  assert.deepEqual(readKeep('3m, 1d'), { days: 1, weeks: 0, months: 3 });
  for (const text of ['', '7', 'd', '7y', '0d', '-1d', '7d;4w']) assert.equal(readKeep(text), null, text);
});

test('the last backup of each day, week and month is kept', () => {
  assert.deepEqual(daysOf(chooseKept(backups(100), { days: 2, weeks: 3, months: 3 })), [
    ...['2026-09-30T18', '2026-10-31T18', '2026-11-22T18', '2026-11-29T18', '2026-11-30T18'],
  ]);
});

test('the newest backup is kept whatever its age, and days without one count for nothing', () => {
  const [first = '', second = ''] = ['2020-01-01T03-30-00-000Z', '2024-05-05T03-30-00-000Z'];
  assert.deepEqual(chooseKept([first, second], { days: 1, weeks: 0, months: 0 }), new Set([second]));
  assert.deepEqual(chooseKept([first, second], { days: 2, weeks: 0, months: 0 }), new Set([first, second]));
  assert.deepEqual(chooseKept([], { days: 7, weeks: 4, months: 12 }), new Set());
});

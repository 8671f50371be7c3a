import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../texts/english.ts';
import { oddDays } from './odd-days.ts';

const { before_birth, before_death } = english.cases;
const askedOf = (date_of_birth: string | null, date_of_death: string | null, date_of_service: string | null) =>
  oddDays({ date_of_birth, date_of_death, date_of_service }, english);

test('a death before the birth and a service before the death are asked about', () => {
  assert.deepEqual(askedOf('1941-03-12', '1941-03-11', null), { date_of_death: before_birth });
  assert.deepEqual(askedOf('1941-03-12', '2026-11-17', '2026-11-16'), { date_of_service: before_death });
  assert.deepEqual(askedOf('1941-03-12', null, '1940-01-01'), { date_of_service: before_birth });
});

test('days in their order, one day for two of them, and unknown ones are not asked about', () => {
  assert.deepEqual(askedOf('1941-03-12', '2026-11-17', '2026-11-21'), {});
  assert.deepEqual(askedOf('2026-11-17', '2026-11-17', '2026-11-17'), {});
  assert.deepEqual(askedOf(null, null, '2026-11-21'), {});
});

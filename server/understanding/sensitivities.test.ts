import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractSensitivities } from './sensitivities.ts';
import { callFrom } from './turns.fixture.ts';

const found = (line: string) => extractSensitivities(callFrom('home: Go ahead.', line)).length;

const SENSITIVE = [
  "caller: Please don't call my mother before eight.",
  'caller: please nobody call him',
  'caller: The daughter is allergic to lilies.',
  "caller: She doesn't know yet.",
  "caller: They haven't spoken in years.",
  'caller: She has dementia.',
  'caller: Send it to me and not him.',
  'caller: She is deaf on that side.',
  "caller: I'd rather you didn't call her.",
];
const ORDINARY = [
  "caller: I don't know.",
  "caller: Don't worry about that.",
  'caller: No stairs.',
  'caller: He died on Tuesday.',
  "home: Please don't bring flowers.",
];

test('requests to take care are read from what callers say', () => {
  for (const line of SENSITIVE) assert.equal(found(line), 1, line);
});

test('ordinary words are none', () => {
  for (const line of ORDINARY) assert.equal(found(line), 0, line);
});

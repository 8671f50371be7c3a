import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../test/support/properties.ts';
import { countKeys, placeOf, scanJson } from './scan-json.ts';

const faults: [text: string, kind: string, place: string, path: string][] = [
  ['', 'syntax', 'line 1, column 1', ''],
  [' \n', 'syntax', 'line 2, column 1', ''],
  ['{"a": 5,}', 'syntax', 'line 1, column 9', 'a'],
  ['{"a": 01}', 'syntax', 'line 1, column 8', 'a'],
  ['[1.]', 'syntax', 'line 1, column 3', '0'],
  ['[0x10]', 'syntax', 'line 1, column 3', '0'],
  ['[+1]', 'syntax', 'line 1, column 2', '0'],
  ['{"a": NaN}', 'syntax', 'line 1, column 7', 'a'],
  ["{'a': 1}", 'syntax', 'line 1, column 2', '0'],
  ['{"a" 1}', 'syntax', 'line 1, column 6', 'a'],
  ['["\n"]', 'syntax', 'line 1, column 3', '0'],
  ['["\\x41"]', 'syntax', 'line 1, column 4', '0'],
  ['["\\u12"]', 'syntax', 'line 1, column 4', '0'],
  ['["a', 'syntax', 'line 1, column 4', '0'],
  ['[1 2]', 'syntax', 'line 1, column 4', '0'],
  ['{"a": 1} x', 'syntax', 'line 1, column 10', ''],
  ['{\n // ours\n}', 'syntax', 'line 2, column 2', '0'],
  ['{"a": 1, "a": 1}', 'duplicate_key', 'line 1, column 10', 'a'],
  ['{"a": 1, "\\u0061": 2}', 'duplicate_key', 'line 1, column 10', 'a'],
  ['[{}, {"b": {"c": 1, "d": [], "c": {}}}]', 'duplicate_key', 'line 1, column 30', '1 b c'],
  ['[1e-400]', 'changed_number', 'line 1, column 2', '0'],
  ['[-0.0000000001e-390]', 'changed_number', 'line 1, column 2', '0'],
  ['[3e-324]', 'changed_number', 'line 1, column 2', '0'],
  ['[1e400]', 'changed_number', 'line 1, column 2', '0'],
  ['{"a": [0, 9007199254740993]}', 'changed_number', 'line 1, column 11', 'a 1'],
  ['12345678901234567168', 'changed_number', 'line 1, column 1', ''],
];

for (const [text, kind, place, path] of faults) {
  test(`${JSON.stringify(text)} has a fault of ${kind} at ${place}`, () => {
    const fault = scanJson(text);
    assert.deepEqual([fault?.kind, placeOf(text, fault?.offset ?? 0), fault?.path.join(' ')], [kind, place, path]);
  });
}

test('numbers that a double keeps are no fault', () => {
  const kept = ['0', '-0', '0.0', '0e5', '5e-324', '4.9e-324', '1e308', '1E+22', '9007199254740992', '12.0', '1.50e1'];
  const long = ['0.9923333333333333', '0.3333333333333333148', '12345678901234567000', '0.99999999999999999999'];
  for (const number of [...kept, ...long]) assert.equal(scanJson(number), null, number);
});

test('what JSON.parse takes, and nothing else, is no syntax fault', () => {
  const parses = (text: string) => {
    try {
      JSON.parse(text);
      return true;
    } catch {
      return false;
    }
  };
  const pieces = fc.array(
    fc.constantFrom('{', '}', '[', ']', ',', ':', '"a"', '1', '-', '.5', 'e3', 'true', ' ', '"', '\\'),
  );
  const texts = fc.oneof(
    fc.json(),
    pieces.map((some) => some.join('')),
  );
  fc.assert(fc.property(texts, (text) => (scanJson(text)?.kind === 'syntax') === !parses(text)));
});

test('keys are counted as they are written, colons and quotes in texts aside', () => {
  assert.deepEqual(countKeys('{"a": {"b:": "x\\":y"}, "c" : [{}, {"d": ":"}]}'), { keys: 4, has_odd_numbers: false });
  for (const odd of ['[1e-400]', '[1.5E+308]', `[0.${'0'.repeat(330)}1]`]) {
    assert.equal(countKeys(odd).has_odd_numbers, true, odd);
  }
  assert.equal(countKeys('["1e-400", 1e5, true]').has_odd_numbers, false);
});

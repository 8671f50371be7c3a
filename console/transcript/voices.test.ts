import assert from 'node:assert/strict';
import { test } from 'node:test';
import { say } from '../calls/words/words.fixture.ts';
import { turnsOf } from './turns.ts';
import { nameOf, orderOf, suggestionsOf, voicesNear, voicesOf } from './voices.ts';

test('voices come in the order of their first words, with their shares of what was said', () => {
  const words = [...say('a b c', '1'), ...say('d', '0')];
  const voices = voicesOf(words, { '0': 'Nora', '7': 'not heard' });
  assert.deepEqual(
    voices.map(({ id, name, letter, share, first_word }) => [id, name, letter, share, first_word]),
    [
      ['1', null, 'A', 0.75, 0],
      ['0', 'Nora', 'B', 0.25, 3],
    ],
  );
});

test('a voice keeps its colour when another is merged into it and when it is heard earlier', () => {
  const order = orderOf([...say('a', 'A'), ...say('b', 'B'), ...say('c', 'C')]);
  const places = voicesOf([...say('c', 'C'), ...say('b', 'A')], {}, order).map(({ id, place }) => [id, place]);
  assert.deepEqual(places, [
    ['A', 0],
    ['C', 2],
  ]);
});

test('a word that lasts through a recess does not make its speaker the only one', () => {
  const [long] = say('well', 'A');
  const words = [{ ...long, end_ms: 266_000 } as typeof long & object, ...say('a b c d e', 'B')];
  assert.equal(voicesOf(words, {})[0]?.share, 0.5);
});

test('a label is a name where it says one', () => {
  const labels = ['Anna', '', '  ', null, { name: 'Anna', role: 'daughter' }, { role: 'x' }, 7, ['a'], undefined];
  assert.deepEqual(labels.map(nameOf), ['Anna', null, null, null, 'Anna', '{"role":"x"}', '7', '["a"]', null]);
  assert.equal(voicesOf(say('x', 'constructor'), {})[0]?.name, null);
});

test('people of the other calls are offered first, the most frequent before, then those here, then the roles', () => {
  const elsewhere = ['Bernadette', 'Nora', 'Nora', 'Anna'];
  assert.deepEqual(suggestionsOf(['Anna'], elsewhere, ['Director', 'Nora']), [
    'Nora',
    'Bernadette',
    'Anna',
    'Director',
  ]);
  const named = suggestionsOf(['Nora Ellery, director'], [], ['Director'], ['Theo', 'Nora Ellery', 'Director']);
  assert.deepEqual(named, ['Nora Ellery, director', 'Director', 'Theo']);
});

test('of many voices the nine that are heard nearest are offered, of few all', () => {
  const words = Array.from({ length: 40 }, (_, n) => say(`word${n}`, String(n % 30))).flat();
  const turns = turnsOf(words);
  const near = (word: number, of = words) => voicesNear(voicesOf(of, {}), turns, word).map(({ id }) => id);
  assert.deepEqual(near(15), ['11', '12', '13', '14', '15', '16', '17', '18', '19']);
  assert.deepEqual(near(0), ['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  assert.equal(near(0, words.slice(0, 4)).length, 4);
});

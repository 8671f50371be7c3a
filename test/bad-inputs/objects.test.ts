import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Expected, openRecordedCall, SAID } from './recorded-call.ts';

const { refuses, keeps } = await openRecordedCall();
const MiB = 1024 * 1024;

const refused: [name: string, json: object, expected: Partial<Expected>][] = [
  ['provider_metadata as text', { provider_metadata: SAID }, { at: '/provider_metadata', says: /object.*string/ }],
  ['provider_metadata as a list', { provider_metadata: [] }, { at: '/provider_metadata', says: /object.*array/ }],
  ['provider_metadata as a number', { provider_metadata: 5 }, { at: '/provider_metadata', says: /object.*number/ }],
  [
    'an assembly_ai_id that is a number',
    { provider_metadata: { assembly_ai_id: 5 } },
    { at: '/provider_metadata/assembly_ai_id' },
  ],
  [
    'an assembly_ai_id that is a list',
    { provider_metadata: { assembly_ai_id: [] } },
    { at: '/provider_metadata/assembly_ai_id' },
  ],
  [
    'provider_metadata of more than a mebibyte',
    { provider_metadata: { a: 'x'.repeat(MiB) } },
    { at: '/provider_metadata', says: /1048576/ },
  ],
  ['speaker_labels as a list', { speaker_labels: ['A'] }, { at: '/speaker_labels', says: /object.*array/ }],
  ['speaker_labels as text', { speaker_labels: SAID }, { at: '/speaker_labels', says: /object.*string/ }],
  ['speaker_labels as false', { speaker_labels: false }, { at: '/speaker_labels' }],
  [
    'speaker_labels of more than a mebibyte',
    { speaker_labels: { a: 'ü'.repeat(MiB / 2) } },
    { at: '/speaker_labels', says: /1048576/ },
  ],
  ['speaker_sides as a list', { speaker_sides: ['ours'] }, { at: '/speaker_sides', says: /object.*array/ }],
  ['a side that is none', { speaker_sides: { '0': 'mine' } }, { at: '/speaker_sides/0', says: /ours/ }],
  ['a side of null in a PUT', { speaker_sides: { '0': null } }, { at: '/speaker_sides/0' }],
  [
    'sides of more than a thousand voices',
    { speaker_sides: Object.fromEntries(Array.from({ length: 1001 }, (_, id) => [`${id}`, 'ours'])) },
    { at: '/speaker_sides', says: /1000/ },
  ],
];

for (const [name, json, expected] of refused) {
  test(`${name} is refused, and so is what came with it`, async () => {
    await refuses({ json: { ...json, duration: 9, file_name: SAID } }, { status: 400, ...expected });
  });
}

const kept: [name: string, json: object][] = [
  ['empty provider_metadata is empty, not absent', { provider_metadata: {} }],
  ['an assembly_ai_id of null is kept', { provider_metadata: { assembly_ai_id: null } }],
  [
    'provider_metadata keeps what it is not known for',
    { provider_metadata: { model: 'nova-3', tries: [1, { a: null }] } },
  ],
  ['no speaker labels are no speaker labels', { speaker_labels: {} }],
  [
    'labels of every JSON type are kept',
    { speaker_labels: { a: 'A', b: 1.5, c: true, d: null, e: [], f: {}, g: [{ h: [''] }] } },
  ],
  ['a label for a speaker that the transcript lacks is kept', { speaker_labels: { '99': 'Nobody' } }],
  ['labels with HTML are data', { speaker_labels: { '0': '<img src=x onerror=alert(1)>', '<b>': '&amp;' } }],
  [
    'labels that look like a formula are data',
    { speaker_labels: { '0': "=cmd|' /C calc'!A0", '1': '@SUM(1)', '2': '+1', '3': '-1' } },
  ],
  [
    'labels under empty and odd keys are kept',
    { speaker_labels: { '': 'A', ' ': 'B', 'a/b~c': 'C', '\u001b': 'D', '🕊': 'E' } },
  ],
  ['sides are kept beside labels', { speaker_labels: { '0': 'Nora' }, speaker_sides: { '0': 'ours', '': 'theirs' } }],
  ['labels of one mebibyte are kept', { speaker_labels: { a: 'x'.repeat(MiB - 8) } }],
  [
    '10,000 labels are kept',
    { speaker_labels: Object.fromEntries(Array.from({ length: 10_000 }, (_, id) => [`s${id}`, `${id}`])) },
  ],
];

for (const [name, json] of kept) {
  test(name, async () => {
    await keeps({ json });
  });
}

test('labels and metadata are replaced whole, never merged', async () => {
  await keeps({ json: { speaker_labels: { a: { b: 1 } }, provider_metadata: { c: 1 } } });
  const { data } = await keeps({ json: { speaker_labels: { d: 2 }, provider_metadata: { e: 3 } } });
  assert.deepEqual(data.speaker_labels, { d: 2 });
  assert.deepEqual(data.provider_metadata, { e: 3 });
});

test('labels in another order of keys are no change', async () => {
  const { etag, data } = await keeps({ json: { speaker_labels: { a: 1, b: { c: 1, d: 2 } } } });
  const again = await keeps({ json: { speaker_labels: { b: { d: 2, c: 1 }, a: 1 } } });
  assert.deepEqual([again.etag, again.data.updated_at], [etag, data.updated_at]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linesOf } from './field-lines.ts';

test('of the names of speakers only those that changed are told', () => {
  const before = { '0': 'Nora', '1': 'Voice', '2': 'Theo' };
  const after = { '0': 'Nora', '1': { name: 'Anna' }, __proto__x: 'Bridget' };
  assert.deepEqual(linesOf([{ field: 'speaker_labels', before, after }]), [
    { field: 'speaker_labels', voice: '1', before: 'Voice', after: 'Anna' },
    { field: 'speaker_labels', voice: '2', before: 'Theo', after: null },
    { field: 'speaker_labels', voice: '__proto__x', before: null, after: 'Bridget' },
  ]);
});

test('labels that name the same people in another way are still told, and so is any other field', () => {
  const labels = { field: 'speaker_labels', before: { '0': 'Nora' }, after: { '0': { name: 'Nora' } } };
  assert.deepEqual(linesOf([labels]), [{ ...labels, voice: null }]);
  const name = { field: 'file_name', before: null, after: 'a.mp3' };
  assert.deepEqual(linesOf([name]), [{ ...name, voice: null }]);
  assert.deepEqual(linesOf([{ field: 'speaker_labels', before: null, after: { '0': 'Nora' } }])[0]?.after, 'Nora');
});

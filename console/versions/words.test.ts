import assert from 'node:assert/strict';
import { test } from 'node:test';
import { english } from '../texts/english.ts';
import { formatsOf } from '../texts/formats.ts';
import { spanish } from '../texts/spanish.ts';
import { noteWords, valueWords } from './words.ts';

const location = { uuid: '2b0f6a8e-3c1d-4e9a-8b64-d2c95e17a083', name: 'Main Street' };
const say = (field: string, value: unknown) =>
  valueWords(field, value, { texts: spanish, formats: formatsOf('es'), locations: [location] });

test('what a field held is said as people say it', () => {
  assert.equal(say('date_of_death', '2026-11-17'), '17 nov 2026');
  assert.equal(say('location_uuid', location.uuid), 'Main Street');
  assert.equal(say('location_uuid', '00000000-0000-4000-8000-000000000000'), spanish.versions.location_gone);
  assert.equal(say('duration', 760), '12 min 40 s');
  assert.match(say('file_size', 3 * 1024 * 1024) ?? '', /^3\sMB$/);
  assert.equal(say('transcript.source', 'assembly_ai'), 'AssemblyAI');
  assert.equal(say('transcript.source', 'manual'), spanish.versions.by_hand);
  assert.equal(say('provider_metadata', { assembly_ai_id: 'a-1', tries: 2 }), 'AssemblyAI: a-1, tries: 2');
  assert.equal(say('is_fully_labelled', true), spanish.versions.yes);
  assert.equal(say('summary', 'No lilies.'), 'No lilies.');
  for (const nothing of [null, undefined, '']) assert.equal(say('summary', nothing), null);
});

test('a first version says with what it began', () => {
  assert.equal(english.versions.created('notes'), 'Created with notes');
  assert.equal(english.versions.created(''), 'Created');
});

test('a version says where it came from, in the language of the reader', () => {
  for (const [texts, formats] of [
    [english, formatsOf('en')],
    [spanish, formatsOf('es')],
  ] as const) {
    const { versions } = texts;
    const words = (note: Parameters<typeof noteWords>[0]) => noteWords(note, { texts, formats });
    assert.equal(words({ kind: 'restored', version: 3 }), versions.note_restored('3'));
    assert.equal(words({ kind: 'restored_transcript' }), versions.note_original_restored);
    assert.equal(words({ kind: 'imported', format: 'vtt' }), versions.note_imported('vtt'));
    assert.equal(words({ kind: 'transcribed', source: 'assembly_ai' }), versions.note_transcribed('AssemblyAI'));
    for (const reason of ['edited', 'no_words'] as const) {
      const set_aside = { kind: 'set_aside', source: 'deepgram', reason } as const;
      assert.equal(words(set_aside), versions.note_set_aside[reason]('Deepgram'));
      assert.equal(words({ kind: 'kept', version: 8, reason }), versions.note_kept[reason]('8'));
    }
    assert.equal(words({ kind: 'text', text: 'by hand' }), 'by hand');
  }
});

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { Transcript } from '@pharos/contract/transcripts.ts';
import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { importTranscript } from './import.ts';
import { NotImportable } from './not-importable.ts';

const transcripts = Compile(Transcript);

const FILES = [
  'assemblyai/assemblyai-utterances.json',
  'deepgram/go-sdk-a.json',
  'gladia/gladia-result.json',
  'speechmatics/punctuation.json',
  'srt_vtt/assemblyai-go-subtitles.srt',
  'srt_vtt/podcast-namespace-example.vtt',
  'srt_vtt/vttjs-spec-example.vtt',
  'whisper/openai-verbose_json-words.json',
  'whisper/whisper_timestamped.json',
].map((path): Uint8Array => readFileSync(new URL(`../../test/samples/${path}`, import.meta.url)));

/** Imports to what the contract allows, or refuses; any other error fails the test. */
const importsOrRefuses = (file: Uint8Array): void => {
  try {
    const { transcript } = importTranscript(file);
    assert.ok(transcripts.Check(transcript));
    for (const { text, start_ms, end_ms, confidence } of transcript.words) {
      assert.ok(text.isWellFormed() && !text.includes('\0'));
      assert.ok(start_ms <= end_ms && Number.isFinite(end_ms) && confidence >= 0 && confidence <= 1);
    }
  } catch (error) {
    if (!(error instanceof NotImportable)) throw error;
  }
};

const file = fc.constantFrom(...FILES);
const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });

test('a file with changed bytes is imported or refused', () => {
  fc.assert(
    fc.property(file, damage, (original, changes) => {
      const changed = Uint8Array.from(original);
      for (const [at, byte] of changes) changed[at % changed.length] = byte;
      importsOrRefuses(changed);
    }),
    { numRuns: 300 },
  );
});

test('a file that breaks off is imported or refused', () => {
  fc.assert(
    fc.property(file, fc.nat(), (original, at) => importsOrRefuses(original.subarray(0, at % original.length))),
    { numRuns: 100 },
  );
});

type Place = { holder: Record<string, unknown>; key: string };

const placesIn = (json: unknown): Place[] => {
  if (typeof json !== 'object' || json === null) return [];
  const holder = json as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
};

const stranger = fc.oneof(
  fc.constant(undefined),
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(-1, -0.0001, 1e308, '1.5', '', ' ', 'a\0', '\ud800', [[]], [null], { toString: 1 }),
  fc.double(),
);

test('JSON with fields gone or of another type is imported or refused', () => {
  const changes = fc.array(fc.tuple(fc.nat(), stranger), { minLength: 1, maxLength: 3 });
  const json = fc.constantFrom(...FILES.filter((bytes) => bytes[0] === 0x7b));
  fc.assert(
    fc.property(json, fc.boolean(), changes, (original, atTheTop, list) => {
      const copy = JSON.parse(Buffer.from(original).toString());
      const all = placesIn(copy);
      const places = atTheTop ? all.filter(({ holder }) => !('text' in holder && 'start' in holder)) : all;
      for (const [at, value] of list) {
        const place = places[at % places.length];
        if (place && value === undefined) delete place.holder[place.key];
        else if (place) place.holder[place.key] = value;
      }
      importsOrRefuses(Buffer.from(JSON.stringify(copy)));
    }),
    { numRuns: 600 },
  );
});

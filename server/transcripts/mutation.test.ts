import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Transcript } from '@pharos/contract/transcripts.ts';
import { Compile } from 'typebox/compile';
import { timed } from '../../test/support/cpu-time.ts';
import { ONE_OF_EACH } from '../../test/support/one-of-each.ts';
import { fc } from '../../test/support/properties.ts';
import { type Imported, importTranscript } from './import.ts';
import { NotImportable } from './not-importable.ts';

/** Number of damaged files to try; run this file alone with another number to try more. */
const RUNS = Number(process.argv[2] ?? 10_000);
const runs = (share: number) => ({ numRuns: Math.ceil(RUNS * share) });

const transcripts = Compile(Transcript);
const files = Object.values(ONE_OF_EACH);

/** Null where the file is refused, which must be told in a few words; any other error fails the test. */
const importOrRefuse = (file: Uint8Array): Imported | null => {
  try {
    return importTranscript(file);
  } catch (error) {
    if (!(error instanceof NotImportable)) throw error;
    assert.ok(error.message.length < 1000);
    return null;
  }
};

/**
 * Checks that an imported file yields what the contract allows, is no larger than the file lets expect, and takes no
 * endless work.
 */
const importsOrRefuses = (file: Uint8Array): void => {
  const { result: imported, seconds } = timed(() => importOrRefuse(file));
  assert.ok(seconds < 20, `${seconds} s of work for ${file.length} bytes`);
  if (!imported) return;
  const { words } = imported.transcript;
  assert.ok(transcripts.Check(imported.transcript));
  assert.ok(words.length <= file.length);
  for (const { text, start_ms, end_ms, confidence } of words) {
    assert.ok(text.isWellFormed() && !text.includes('\0'));
    assert.ok(start_ms >= 0 && end_ms >= 0 && Number.isFinite(start_ms) && Number.isFinite(end_ms));
    if (imported.report.format !== 'pharos') assert.ok(start_ms <= end_ms && confidence >= 0 && confidence <= 1);
  }
};

test('each format that is damaged below can be read when it is whole', () => {
  const formats = new Set(files.map((file) => importTranscript(file).report.format));
  assert.equal(
    [...formats].sort().join(' '),
    [
      'ass assembly_ai assembly_ai_parts aws aws_call_analytics azure azure_fast deepgram dpe eleven_labs gecko gladia google',
      'ibm_watson lrc pharos podcast rev_ai sbv soniox speechmatics speechmatics_v1 srt transformers vtt whisper',
      'whisper_channels whisper_console whisper_cpp whisper_tsv whisperx',
    ].join(' '),
  );
});

const file = fc.constantFrom(...files);
const damage = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 8 });

test('a file with changed bytes is imported or refused', () => {
  fc.assert(
    fc.property(file, damage, (original, changes) => {
      const changed = Uint8Array.from(original);
      for (const [at, byte] of changes) changed[at % changed.length] = byte;
      importsOrRefuses(changed);
    }),
    runs(0.3),
  );
});

test('a file that breaks off is imported or refused', () => {
  fc.assert(
    fc.property(file, fc.nat(), (original, at) => importsOrRefuses(original.subarray(0, at % original.length))),
    runs(0.1),
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
  fc.constantFrom(-1, -0.0001, 1e308, '1.5', '1e9', '', ' ', 'a\0', '\ud800', [[]], [null], [{}], { toString: 1 }),
  fc.double(),
);

test('JSON with fields gone or of another type is imported or refused', () => {
  const changes = fc.array(fc.tuple(fc.nat(), stranger), { minLength: 1, maxLength: 3 });
  const json = fc.constantFrom(...files.filter((bytes) => bytes[0] === 0x7b));
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
    runs(0.6),
  );
});

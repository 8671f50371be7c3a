import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Transcript, Word } from '@pharos/contract/transcripts.ts';
import { fc } from '../../../test/support/properties.ts';
import { imported } from '../import.fixture.ts';
import { cutAtTimings } from '../reading/cue-lines.ts';
import { callOf, HOSTILE, spoken, TALK } from './call.fixture.ts';
import { type CaptionCue, captionCues } from './caption-cues.ts';
import { writeCsv } from './csv.ts';
import { writeJson } from './json.ts';
import { writeMarkdown } from './markdown.ts';
import { writeSrt } from './srt.ts';
import { writeTxt } from './txt.ts';
import { writeVtt } from './vtt.ts';

const sample = (path: string): Transcript =>
  imported(readFileSync(new URL(`../../../test/samples/${path}`, import.meta.url))).transcript;
const hearing = callOf(sample('dpe/zuckerberg-senate-2hours.dpe.json').words);
const radio = callOf(sample('deepgram/dg-speakers.json').words, { speaker_labels: { 0: 'Jessica', 1: 'Mark' } });

const tokens = (text: string): string[] => text.split(/\s+/).filter(Boolean);

/** Each cue's first word begins and its last word ends with it, to the millisecond, after an import. */
const keepsTimes = (cues: readonly CaptionCue[], file: string): void => {
  const times = cutAtTimings(file).cues;
  assert.deepEqual(
    times.map(({ start, end }) => [start, end]),
    cues.map(({ start_ms, end_ms }) => [start_ms, end_ms]),
  );
  const { words } = imported(file).transcript;
  const starts = new Set(words.map(({ start_ms }) => start_ms));
  const ends = new Set(words.map(({ end_ms }) => end_ms));
  for (const { start_ms, end_ms } of cues) assert.ok(starts.has(start_ms) && ends.has(end_ms));
};

test('a conversation becomes cues with its voices', () => {
  assert.equal(
    writeVtt(TALK),
    `WEBVTT

00:00:00.500 --> 00:00:01.600
<v Ann Lee>We are so sorry.</v>

00:00:02.000 --> 00:00:03.000
<v Bob "Bobby" Ray>Thank you.</v>
`,
  );
  assert.equal(
    writeSrt(TALK),
    `1
00:00:00,500 --> 00:00:01,600
Ann Lee: We are so sorry.

2
00:00:02,000 --> 00:00:03,000
Bob "Bobby" Ray: Thank you.
`,
  );
});

test('cues can be read: two lines of 42 characters, seven seconds, cut where sentences end', () => {
  for (const call of [hearing, radio]) {
    const cues = captionCues(call);
    for (const { lines, start_ms, end_ms } of cues) {
      assert.ok(lines.length <= 2 && lines.every((line) => line.length <= 42), lines.join('|'));
      assert.ok(end_ms > start_ms && end_ms - start_ms <= 7001);
    }
    const within = cues.filter(({ lines }) => /[.?!] \S/.test(lines.join(' ').slice(30)));
    assert.ok(within.length < cues.length / 10, 'few sentences end within a cue');
  }
});

test('two hours keep every cue and every word on their way out and in again', () => {
  const cues = captionCues(hearing);
  for (const file of [writeVtt(hearing), writeSrt(hearing)]) {
    keepsTimes(cues, file);
    assert.deepEqual(
      imported(file).transcript.words.map(({ text }) => text),
      hearing.transcript.words.flatMap(({ text }) => tokens(text)),
    );
  }
});

test('names come back as speakers', () => {
  const { transcript, names } = imported(writeVtt(radio));
  assert.deepEqual(Object.keys(names).sort(), ['2', 'Jessica', 'Mark']);
  const expected = radio.transcript.words.map(({ speaker }) => ({ 0: 'Jessica', 1: 'Mark' })[speaker ?? ''] ?? speaker);
  assert.deepEqual(
    transcript.words.map(({ speaker }) => speaker),
    expected,
  );
});

test('Japanese words are not torn apart by spaces', () => {
  const words = ['ご', '愁傷', 'さま', 'です', '。', 'Thank', 'you'].map((text, i) =>
    spoken(text, i * 300, i * 300 + 300),
  );
  assert.match(writeVtt(callOf(words)), /ご愁傷さまです。 Thank you\n/);
});

test('a whole speech that was sent as one word is shared out', () => {
  const speech = 'We are here to help you with everything that has to be done now. '.repeat(9);
  const cues = captionCues(callOf([spoken(speech, 0, 40_000)]));
  assert.ok(cues.length >= 6 && cues.every(({ lines }) => lines.length <= 2));
});

const text = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('so', 'sorry.', 'New York', 'we,', 'a', '愁傷', 'שלום') },
  fc.constantFrom(...HOSTILE),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
);
const time = fc.oneof(
  fc.nat({ max: 60_000 }),
  fc.nat({ max: 7_200_000 }),
  fc.double({ min: 0, max: 1e5, noNaN: true }),
);
// An import refuses this one name: it may not become a key of speaker_labels.
const speaker = fc.option(fc.oneof(fc.constantFrom('0', '1', 'Ann', 'Ann--'), text), { nil: undefined });
const word: fc.Arbitrary<Word> = fc
  .record({ text, start_ms: time, end_ms: time, confidence: fc.constant(0), speaker })
  .map(({ speaker: id, ...rest }) => (id === undefined || id.includes('__proto__') ? rest : { ...rest, speaker: id }));

const spokenBy = (cues: readonly CaptionCue[]) =>
  cues.flatMap(({ lines, name }) => tokens(lines.join(' ')).map((token) => [token, name?.replace(/\s+/g, ' ')]));

test('whatever was said, by whomever and whenever, keeps its times, its words and its voices', () => {
  fc.assert(
    fc.property(fc.array(word, { maxLength: 40 }), (words) => {
      const call = callOf(words, { speaker_labels: { 0: 'Ann Lee', 1: { name: '</v><v Eve>' } } });
      const cues = captionCues(call);
      const vtt = writeVtt(call);
      keepsTimes(cues, vtt);
      assert.equal(cutAtTimings(writeSrt(call)).cues.length, cues.length);
      if (cues.length > 0) keepsTimes(cues, writeSrt(call));
      if (cues.some(({ name }) => name !== null)) {
        assert.deepEqual(
          imported(vtt).transcript.words.map((said) => [said.text, said.speaker]),
          spokenBy(cues),
        );
      }
      assert.deepEqual(imported(writeJson(call)).transcript, call.transcript);
      for (const file of [writeTxt(call), writeMarkdown(call), writeCsv(call)]) {
        assert.ok(file.isWellFormed());
        assert.doesNotMatch(file, /(?![\r\n])\p{Cc}|[\u2028\u2029\u202e]/u);
      }
    }),
    { numRuns: 500, seed: 1912 },
  );
});

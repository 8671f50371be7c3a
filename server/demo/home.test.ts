import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { suite, test } from 'node:test';
import { Transcript } from '@pharos/contract/transcripts.ts';
import { Compile } from 'typebox/compile';
import { speak } from './dialogue-timing.ts';
import { durationOf, home, transcriptOf } from './home.ts';

const uuidV4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const speakersOf = (transcript: Transcript) => new Set(transcript.words.map((word) => word.speaker));
const textOf = (dialogue: string) => readFileSync(new URL(dialogue, import.meta.url), 'utf8');

suite('the demo home', () => {
  test('has three cases, each with at least one of its five calls', () => {
    assert.equal(home.cases.length, 3);
    assert.equal(home.calls.length, 5);
    const withCalls = new Set(home.calls.map((call) => call.case_uuid));
    assert.deepEqual(withCalls, new Set(home.cases.map((one) => one.uuid)));
  });

  test('has a fixed uuid of its own for every case and call', () => {
    const uuids = [...home.cases, ...home.calls].map((one) => one.uuid);
    assert.equal(new Set(uuids).size, 8);
    for (const uuid of uuids) assert.match(uuid, uuidV4);
  });

  test('marks every case as a demo', () => {
    for (const one of home.cases) assert.match(one.external_id, /^DEMO-\d{4}$/);
  });

  test('has dates in the order of a life', () => {
    for (const { date_of_birth, dates } of home.cases) {
      const { date_of_death, date_of_service } = dates(new Date('2027-03-01T12:00:00Z'));
      assert.ok(date_of_birth < date_of_death);
      assert.ok(date_of_service === null || date_of_death < date_of_service);
    }
  });

  test('has a service in the coming days and nobody who has yet to die, on whatever day it is made', () => {
    const [hollis, delgado, lindqvist] = home.cases;
    assert.ok(hollis && lindqvist);
    const weekday = (date: string | null) => new Date(date ?? '').getUTCDay();
    for (let hour = 0; hour < 24 * 8; hour++) {
      const made = new Date(Date.UTC(2027, 1, 24, hour));
      const farthest_west = new Date(made.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);
      const ahead = new Date(made.getTime() + 2 * 86_400_000).toISOString().slice(0, 10);
      const { date_of_death, date_of_service } = hollis.dates(made);
      assert.ok(date_of_death <= farthest_west && lindqvist.dates(made).date_of_death < farthest_west);
      assert.ok(date_of_service !== null && date_of_service >= ahead);
      assert.deepEqual([date_of_death, date_of_service].map(weekday), [2, 6]);
      assert.equal(weekday(lindqvist.dates(made).date_of_death), 5);
      for (const call of home.calls.filter(({ case_uuid }) => case_uuid !== delgado?.uuid)) {
        const { started_at } = call.facts(made);
        const died = home.cases.find(({ uuid }) => uuid === call.case_uuid)?.dates(made).date_of_death as string;
        assert.ok(started_at && new Date(started_at) < made && started_at.slice(0, 10) >= died, call.file_name);
      }
    }
    const made = new Date('2026-11-18T15:00:00Z');
    assert.deepEqual(hollis.dates(made), { date_of_death: '2026-11-17', date_of_service: '2026-11-21' });
  });

  test('has no telephone number that could ring', () => {
    for (const call of home.calls) {
      for (const [number] of textOf(call.dialogue).matchAll(/\b\d{3}-\d{4}\b/g)) assert.match(number, /^555-01\d\d$/);
    }
  });

  test('has one call with a voice still to be named, and one without any labels', () => {
    const unnamed = home.calls.map(
      (call) => speakersOf(transcriptOf(call)).size - Object.keys(call.speaker_labels).length,
    );
    assert.deepEqual(unnamed, [1, 0, 2, 0, 0]);
  });
});

for (const call of home.calls) {
  suite(call.file_name, () => {
    const transcript = transcriptOf(call);

    test('holds to the contract', () => {
      assert.deepEqual([...Compile(Transcript).Errors(transcript)], []);
    });

    test('labels only speakers who are heard', () => {
      for (const speaker of Object.keys(call.speaker_labels)) assert.ok(speakersOf(transcript).has(speaker), speaker);
    });

    test('is fully labelled exactly when every speaker has a name', () => {
      const named = [...speakersOf(transcript)].every((speaker) => Object.hasOwn(call.speaker_labels, speaker ?? ''));
      assert.equal(call.is_fully_labelled, named);
    });

    test('has times in whole milliseconds, and no word that ends before it starts', () => {
      for (const word of transcript.words) {
        assert.ok(Number.isInteger(word.start_ms) && Number.isInteger(word.end_ms));
        assert.ok(word.start_ms < word.end_ms);
      }
    });

    test('is spoken at an unhurried pace', () => {
      const wordsAMinute = transcript.words.length / (durationOf(transcript) / 60);
      assert.ok(wordsAMinute > 130 && wordsAMinute < 165, `${wordsAMinute} words a minute`);
    });

    test('has a few doubtful words among many sure ones', () => {
      const doubtful = transcript.words.filter((word) => word.confidence <= 0.7);
      const sure = transcript.words.filter((word) => word.confidence >= 0.93 && word.confidence < 1);
      assert.equal(doubtful.length + sure.length, transcript.words.length);
      assert.ok(doubtful.length > 0 && doubtful.length < transcript.words.length * 0.05);
    });

    test('reads the same every time', () => {
      assert.deepEqual(transcriptOf(call), transcript);
    });
  });
}

suite('speaking a dialogue', () => {
  test('lets the next speaker in before a broken-off sentence has ended', () => {
    const words = speak('A: I only wanted to ask you—\nB: Of course.');
    const [asked, answered] = [words[5], words[6]];
    assert.ok(asked && answered);
    const overlap = asked.end_ms - answered.start_ms;
    assert.ok(overlap >= 100 && overlap <= 400, `${overlap} ms`);
  });

  test('refuses a line that does not say who speaks', () => {
    assert.throws(() => speak('A: Hello.\nand nobody'), /"speaker: words", not "and nobody"/);
  });

  test('makes no words of an empty dialogue', () => {
    assert.deepEqual(speak('\n'), []);
    assert.equal(durationOf({ source: 'manual', words: [] }), 0);
  });
});

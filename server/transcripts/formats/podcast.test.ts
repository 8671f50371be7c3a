import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const sbv = '0:00:01.000,0:00:02.000\n>> Ann: So[br]sorry\n\n0:00:02.000,0:00:03.500\n>> Bob: Yes\n';

test('a podcast in JSON is split into words, and its speakers are names', () => {
  const segments = [
    { speaker: 'Ann', startTime: 0.5, endTime: 1.5, body: 'So sorry' },
    { startTime: 1.5, endTime: 2, body: 'yes' },
  ];
  const result = imported({ version: '1.0.0', segments });
  assert.deepEqual(said(result), [
    ['So', 500, 786, 'Ann'],
    ['sorry', 786, 1500, 'Ann'],
    ['yes', 1500, 2000],
  ]);
  assert.deepEqual(result.names, { Ann: 'Ann' });
  assert.equal(result.report.format, 'podcast');
  assert.equal(result.report.estimated_times, true);
  assert.match(refusal({ segments: [{ startTime: 0, endTime: 1, body: 7 }] }), /segments\[0\]\.body" is not a text/);
  assert.match(refusal({ segments: [{ startTime: 'now', endTime: 1, body: 'so' }] }), /time that is no number/);
});

test('SBV has both times on one line, and marks a change of speakers', () => {
  const expected = [
    ['So', 1000, 1286, 'Ann'],
    ['sorry', 1286, 2000, 'Ann'],
    ['Yes', 2000, 3500, 'Bob'],
  ];
  assert.deepEqual(said(imported(sbv)), expected);
  assert.deepEqual(said(imported(sbv.replaceAll('\n', '\r\n'))), expected);
  assert.equal(imported(sbv).report.format, 'sbv');
});

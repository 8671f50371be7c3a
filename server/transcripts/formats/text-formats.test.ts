import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported, refusal, said } from '../import.fixture.ts';

const CONSOLE = `whisper_model_load: loading
[00:00:00.000 --> 00:00:02.000]   We care
[00:00:02.000 --> 00:01:03.500]  (speaker 1) Yes

whisper_print_timings: total time
`;

test('the text that whisper.cpp prints has the times of its lines', () => {
  const { transcript, report, ...rest } = imported(CONSOLE);
  assert.deepEqual(said({ transcript, report, ...rest }), [
    ['We', 0, 667],
    ['care', 667, 2000],
    ['Yes', 2000, 63_500, '1'],
  ]);
  assert.equal(transcript.source, 'whisper');
  assert.equal(report.format, 'whisper_console');
  assert.equal(report.estimated_times, true);
  assert.deepEqual(report.warnings, ['Lines without a time were left out: 1.']);
});

const LINES: Record<string, string> = {
  'openai-whisper': '[00:01.000 --> 00:02.000]  Yes',
  'faster-whisper': '[1.00s -> 2.00s]  Yes',
  WhisperX: 'Transcript: [1.0 --> 2.0]  Yes',
};

for (const [program, line] of Object.entries(LINES)) {
  test(`${program} prints its lines in its own way`, () => {
    assert.deepEqual(said(imported(`Detecting language\n${line}\n`)), [['Yes', 1000, 2000]]);
    assert.deepEqual(said(imported(line)), [['Yes', 1000, 2000]]);
  });
}

test('a table of Whisper has milliseconds', () => {
  const result = imported('start\tend\ttext\r\n0\t2000\tWe care\r\n2000\t3000\tYes\r\n');
  assert.deepEqual(said(result), [
    ['We', 0, 667],
    ['care', 667, 2000],
    ['Yes', 2000, 3000],
  ]);
  assert.equal(result.report.format, 'whisper_tsv');
});

test('LRC has a time in front of each line, which lasts until the next or as long as it takes to say', () => {
  const lrc = '[ar: nobody]\n[by:whisper.cpp]\n[00:01.00]We care\n[00:01.90]Yes\n[10:00.5]\n';
  const result = imported(lrc);
  assert.deepEqual(said(result), [
    ['We', 1000, 1300],
    ['care', 1300, 1900],
    ['Yes', 1900, 2900],
  ]);
  assert.equal(result.report.format, 'lrc');
  assert.deepEqual(said(imported('[offset:+500]\n[00:01.00]Yes')), [['Yes', 500, 1500]]);
});

test('a line of LRC may be sung twice, and have a time for each word', () => {
  assert.deepEqual(said(imported('[00:05.00][00:01.00]Yes\n[00:02.00]No')), [
    ['Yes', 1000, 2000],
    ['No', 2000, 3000],
    ['Yes', 5000, 6000],
  ]);
  assert.deepEqual(said(imported('[00:01.00] <00:01.00> We <00:01.40> care <00:02.00>')), [
    ['We', 1000, 1400],
    ['care', 1400, 2000],
  ]);
});

test('text with a time and a name in front of each line has both', () => {
  const result = imported('[00:00:01] Ann: Hello\n[01:00:03] Bob: Yes\n[01:00:04] Ann: So\n');
  assert.deepEqual(said(result), [
    ['Hello', 1000, 2000, 'Ann'],
    ['Yes', 3_603_000, 3_604_000, 'Bob'],
    ['So', 3_604_000, 3_605_000, 'Ann'],
  ]);
});

const ass = (...events: string[]) =>
  ['[Script Info]', 'ScriptType: v4.00+', '', '[V4+ Styles]', 'Format: Name, Fontname', 'Style: Default,Arial', '']
    .concat('[Events]', 'Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text', events)
    .join('\r\n');

test('SubStation Alpha has times in hundredths, names, and commands that nobody said', () => {
  const file = ass(
    'Dialogue: 0,0:00:01.00,0:00:02.50,Default,Ann Lee,0,0,0,,{\\i1}Hello{\\i0}, so\\Nsorry',
    'Comment: 0,0:00:01.00,0:00:02.50,Default,,0,0,0,,not said',
    'Dialogue: 0,0:00:03.00,0:00:04.00,Default,Bob,0,0,0,,{\\p1}m 0 0 l 9 9{\\p0}Yes\\h',
  );
  const result = imported(file);
  assert.deepEqual(said(result), [
    ['Hello,', 1000, 1692, 'Ann Lee'],
    ['so', 1692, 1923, 'Ann Lee'],
    ['sorry', 1923, 2500, 'Ann Lee'],
    ['Yes', 3000, 4000, 'Bob'],
  ]);
  assert.deepEqual(result.names, { 'Ann Lee': 'Ann Lee', Bob: 'Bob' });
  assert.equal(result.report.format, 'ass');
  const unnamed = ass('Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,Ann: Yes\\NBob: No');
  assert.deepEqual(
    said(imported(unnamed)).map((word) => word[3]),
    ['Ann', 'Bob'],
  );
});

test('text of other kinds is named', () => {
  const refused: [string, RegExp][] = [
    ['{\\rtf1\\ansi Hello}', /rich text/],
    ['{0}{25}Hello\n', /MicroDVD/],
    ['<?xml version="1.0"?>\n<tt xml:lang="en"><body/></tt>', /TTML/],
    ['<SAMI><BODY></BODY></SAMI>', /SAMI/],
    ['<?xml version="1.0"?><transcript/>', /an XML file/],
    ['<!DOCTYPE html>\n<html></html>', /web page/],
    ['[an error] occurred', /text without times/],
    ["{'text': 'Hello'}", /damaged or incomplete/],
  ];
  for (const [file, message] of refused) assert.match(refusal(file), message);
});

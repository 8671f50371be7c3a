import assert from 'node:assert/strict';
import { test } from 'node:test';
import { imported } from '../import.fixture.ts';

/** `speaker/word` of each word; the word alone where nobody is known to speak. */
const voices = (file: string): string =>
  imported(file)
    .transcript.words.map(({ text, speaker }) => (speaker === undefined ? text : `${speaker}/${text}`))
    .join(' ');

const srt = (...cues: string[]): string =>
  cues.map((text, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i + 1},000\n${text}\n`).join('\n');
const vtt = (...cues: string[]): string =>
  `WEBVTT\n\n${cues.map((text, i) => `00:0${i}.000 --> 00:0${i + 1}.000\n${text}\n`).join('\n')}`;

const CUES: Record<string, [cues: string[], said: string]> = {
  'two named people in one cue each say their own line': [
    ['Director: Good morning.\nDaughter: Hello.', 'Director: We are so sorry.\nDaughter: Thank you.'],
    'Director/Good Director/morning. Daughter/Hello. Director/We Director/are Director/so Director/sorry. Daughter/Thank Daughter/you.',
  ],
  'two named people in the only cue': [
    ['Director: Good morning.\nDaughter: Hello.'],
    'Director/Good Director/morning. Daughter/Hello.',
  ],
  'a line without a name goes on with what stands above it': [
    ['Ann Lee: We are\nso sorry.\nBob Ray: Thank\nyou.'],
    'Ann Lee/We Ann Lee/are Ann Lee/so Ann Lee/sorry. Bob Ray/Thank Bob Ray/you.',
  ],
  'names behind dashes': [
    ['- Director: Good morning.\n- Daughter: Hello.'],
    'Director/Good Director/morning. Daughter/Hello.',
  ],
  'names behind dashes without a space, and behind long ones': [
    ['-Director: Good morning.\n-Daughter: Hello.', '– Director: Yes.\n— Daughter: No.'],
    'Director/Good Director/morning. Daughter/Hello. Director/Yes. Daughter/No.',
  ],
  'dashes without names are no words, and nobody is taken for who spoke before': [
    ['Ann: Come in.', 'Bob: Yes.', '- Good morning.\n- Hello.'],
    'Ann/Come Ann/in. Bob/Yes. Good morning. Hello.',
  ],
  'a dash within a sentence, and a minus, stay': [
    ['it was - so to say - cold', '-5 degrees', 'so\n-called'],
    'it was - so to say - cold -5 degrees so -called',
  ],
  'a second person on the same line, who is named elsewhere': [
    ['Ann: Good morning. Bob: Hello.', 'Bob: Is it ten? Ann: It is.'],
    'Ann/Good Ann/morning. Bob/Hello. Bob/Is Bob/it Bob/ten? Ann/It Ann/is.',
  ],
  'names in brackets': [['[Ann]: Yes.', '(Bob): No.'], 'Ann/Yes. Bob/No.'],
  'signs of a change of speakers are no words': [
    ['>> Ann: Yes.\n>> Bob: No.', '>>> Indeed.'],
    'Ann/Yes. Bob/No. Indeed.',
  ],
  'speakers of whisper.cpp by their numbers, and nobody where it is unsure': [
    ['(speaker 0) Hello there.', '(speaker 1) Hi.', '(speaker ?) Hm.'],
    '0/Hello 0/there. 1/Hi. Hm.',
  ],
  'two speakers of whisper.cpp in one cue': [['(speaker 0) Hello.\n(speaker 1)  Hi.'], '0/Hello. 1/Hi.'],
  'speakers in brackets by their ids': [
    ['[SPEAKER_00]: Hello there.', '[SPEAKER_01] Hi.', '[Speaker 3] Yes.'],
    'SPEAKER_00/Hello SPEAKER_00/there. SPEAKER_01/Hi. Speaker 3/Yes.',
  ],
};

for (const [name, [cues, said]] of Object.entries(CUES)) {
  for (const [format, file] of Object.entries({ srt: srt(...cues), vtt: vtt(...cues).replaceAll('>>', '&gt;&gt;') })) {
    test(`${format}: ${name}`, () => assert.equal(voices(file), said));
  }
}

test('people are labelled with their names, numbers of a program are not', () => {
  assert.deepEqual(imported(srt('Director: Good morning.\nDaughter: Hello.')).names, {
    Director: 'Director',
    Daughter: 'Daughter',
  });
  const numbered = ['(speaker 0) Yes.', '[SPEAKER_01] No.', 'Speaker 1: So.', 'Speaker 2: Well.'];
  const { names, report } = imported(srt(...numbered));
  assert.deepEqual(names, {});
  assert.equal(report.speakers, 4);
  assert.deepEqual(imported(vtt('<v Speaker0>Yes', '<v Ann>No')).names, { Ann: 'Ann' });
});

const LINES = { srt: srt('one', 'two', 'three'), vtt: vtt('one', 'two', 'three'), sbv: '0:00:00.000,0:00:01.000\none' };

for (const [format, file] of Object.entries(LINES)) {
  test(`${format}: line ends may be of any system, and doubled`, () => {
    const expected = imported(file).transcript;
    for (const end of ['\r\n', '\r', '\r\r\n', '\r\r\r\n', '\n\n', '\r\n\r\n', '\r\r']) {
      assert.deepEqual(imported(file.replaceAll('\n', end)).transcript, expected, JSON.stringify(end));
    }
  });
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { extractRecordingNotice } from './recording-notice.ts';
import { callFrom } from './turns.fixture.ts';

const noticeOf = (...lines: string[]) => {
  const found = new Map(extractRecordingNotice(callFrom(...lines)).map(({ name, value }) => [name, value]));
  return found.size > 0 ? [found.get('from'), found.get('answer')] : null;
};

const FORMS: [lines: string[], notice: unknown][] = [
  [
    ['announcement: Calls may be monitored or recorded.', 'home: This is Tom.', 'caller: Yes hello.'],
    ['announcement', 'none'],
  ],
  [
    ['home: This line is recorded, is that all right?', 'caller: Sure, fine.'],
    ['us', 'agreed'],
  ],
  [
    ['home: I do record these, is that okay?', "caller: I'd rather you didn't."],
    ['us', 'objected'],
  ],
  [
    ['home: We record all our calls. Do you mind?', 'caller: No, go ahead.'],
    ['us', 'agreed'],
  ],
  [
    ['home: Our phones record everything. How can I help?', 'caller: Yes, my father died.'],
    ['us', 'none'],
  ],
  [
    ['caller: This call may be recorded.', 'home: Hello?'],
    ['them', 'none'],
  ],
  [
    ['home: Do I have your consent to record?', 'caller: You do.'],
    ['us', 'agreed'],
  ],
  [
    ['home: May I record our conversation?', "caller: Please don't."],
    ['us', 'objected'],
  ],
  [
    ['caller: Is this being recorded?', 'home: Yes, it is.', 'caller: Okay.'],
    ['us', 'agreed'],
  ],
  [['home: We do not record calls.', 'caller: Good.'], null],
  [['caller: Are you recording this?', 'home: No.'], null],
  [['home: It is in the military records office.', 'caller: For the record, no.'], null],
];

test('a notice is told by its forms, from whom it comes and what is said to it', () => {
  for (const [lines, notice] of FORMS) assert.deepEqual(noticeOf(...lines), notice, lines.join(' / '));
});

test('whoever agrees does not agree for another who objects', () => {
  const lines = [
    'home: I record these, is that okay?',
    'caller: Fine with me.',
    "brother: I don't want to be recorded.",
  ];
  assert.deepEqual(noticeOf(...lines), ['us', 'objected']);
});

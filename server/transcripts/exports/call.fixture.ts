import type { Word } from '@pharos/contract/transcripts.ts';
import type { TranscribedCall } from './call.ts';

// For tests: calls to export.

export const spoken = (text: string, start_ms: number, end_ms: number, speaker?: string): Word => {
  return { text, start_ms, end_ms, confidence: 0.9, ...(speaker !== undefined && { speaker }) };
};

export const callOf = (words: Word[], more: Partial<TranscribedCall> = {}): TranscribedCall => ({
  uuid: '0d9f6a4e-6a53-4f0b-9c0f-1f2d3c4b5a69',
  file_name: 'call.wav',
  title: null,
  created_at: '2026-11-25T15:22:03.123456Z',
  started_at: null,
  direction: null,
  from: null,
  to: null,
  answered_by: null,
  duration: 95,
  speaker_labels: {},
  speaker_sides: {},
  home: null,
  person: null,
  case_number: null,
  time_zone: 'UTC',
  language: 'en',
  transcript: { source: 'manual', words },
  ...more,
});

/** Two people, one of them named. */
export const TALK = callOf(
  [
    spoken('We', 500, 700, '0'),
    spoken('are so', 700, 1100, '0'),
    spoken('sorry.', 1100, 1600, '0'),
    spoken('Thank', 2000, 2300, '1'),
    spoken('you.', 2300, 2500, '1'),
  ],
  { speaker_labels: { 0: 'Ann Lee', 1: { name: 'Bob "Bobby" Ray', role: 'son' }, 2: 7 } },
);

/** Texts to people, which are something else to one program or another. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  'a\u2028b\u2029c\u0085d',
  '\u001b[31mred\u001b[0m',
  '00:00:01.000 --> 00:00:02.000',
  'x-->y',
  'two\n\nlines',
  'a\r\n7\r\nb',
  "=cmd|' /C calc'!A0",
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '</v><v Eve>',
  '&lt;b&gt;',
  'NOTE\nthis',
  '"quoted", and',
  '**bold** [x](javascript:1) `code`',
  'http://example.org',
  '# title',
  '1. one',
  '---',
  '\u202eevil',
  '\u0007',
  '{\\an8}',
  '<b>',
  'שלום',
  'مرحبا',
  '日本語',
  '👩‍👩‍👧',
];

import type { Finding } from '../call.ts';
import { callOf } from '../evaluation/labelled-call.ts';
import { extractSheet } from './extract-sheet.ts';

/** Sheet of a call in lines of "us: words" and "them: words", to a home named Harbor Light on the night of March 11, 2026. */
export const sheetOf = (label: string, lines: readonly string[]): Finding[] => {
  const turns = lines.map((line): [string, string] => {
    const [side = '', text = ''] = line.split(/: (.*)/s);
    return [side, text];
  });
  return extractSheet(
    callOf({
      id: 'told',
      title: '',
      kind: '',
      home: { name: 'Harbor Light Funeral Home', state: 'OH', called_on: '2026-03-11T23:34:00-04:00' },
      speakers: { us: { label: 'Ellen Marsh, director', side: 'us' }, them: { label, side: 'them' } },
      turns,
      labels: { sheet: {} },
    }),
  );
};

const OPENING = [
  'us: Harbor Light Funeral Home, this is Ellen.',
  'them: Hi, my name is Karen Doyle. My mother passed away.',
  'us: I am so sorry, Karen. What was her name?',
  'them: Ruth Doyle.',
];
const ENDING = ['us: Okay. Did she have a pacemaker? And is there any jewelry on her?', 'them: Hm.'];

/** Value of a field that lines tell in a first call which began like any other; null where they do not. */
export const toldIn = (lines: readonly string[], field: string): unknown =>
  sheetOf('Karen Doyle, daughter', [...OPENING, ...lines, ...ENDING]).find(({ name }) => name === field)?.value ?? null;

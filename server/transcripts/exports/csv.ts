import type { TranscribedCall } from './call.ts';
import { documentOf } from './document.ts';
import { oneLine } from './one-line.ts';

const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** A spreadsheet takes what begins like a formula for one; an apostrophe before it makes it text. */
const cell = (value: string | number): string => {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

const BYTE_ORDER_MARK = '\ufeff';

/** One row a turn, as RFC 4180 has it. Excel reads UTF-8 only behind a byte order mark. */
export const writeCsv = (call: TranscribedCall): string => {
  const rows = documentOf(call).paragraphs.map(({ start_ms, end_ms, speaker, name, text }) => {
    return [start_ms, end_ms, oneLine(speaker ?? ''), name ?? '', text];
  });
  const lines = [['start_ms', 'end_ms', 'speaker', 'name', 'text'], ...rows].map((row) => row.map(cell).join(','));
  return `${BYTE_ORDER_MARK}${lines.join('\r\n')}\r\n`;
};

import type { Writable } from 'node:stream';

type Terminal = Writable & { isTTY?: boolean; columns?: number };

/**
 * Control characters, and those that turn the direction of a line: in a name or a transcript they could make a terminal
 * do or show something else.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Makes a text safe to show on one line of a terminal. */
export const plain = (text: string): string => text.replaceAll(UNSAFE, ' ');

/** JSON on one line, in which nothing can move a terminal's cursor. */
const jsonOf = (value: unknown): string =>
  JSON.stringify(value).replaceAll(UNSAFE, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);

export type Row = Record<string, unknown>;
export type Output = ReturnType<typeof openOutput>;

/** Writes answers to `stdout`, as tables or as JSON, and what is for people alone to `stderr`. */
export const openOutput = (stdout: Terminal, stderr: Terminal, as_json: boolean) => {
  const line = (text: string): void => void stdout.write(`${text}\n`);
  const note = (text: string): void => void stderr.write(`${plain(text)}\n`);
  let shown = 0;
  /** Shows how much is done on one line that is written over; nothing where no terminal is. */
  const progress = (text: string) => {
    if (!stderr.isTTY) return;
    stderr.write(`\r${plain(text).padEnd(shown)}`);
    shown = text.length;
  };
  return {
    as_json,
    stdout,
    line: (text: string) => line(plain(text)),
    note,
    progress,
    endProgress: (): void => {
      if (shown > 0) stderr.write('\n');
    },
    /** Rows as a table of the named columns, or one JSON object a line. */
    rows: (rows: readonly Row[], columns: readonly string[]): void => {
      if (as_json) {
        for (const row of rows) line(jsonOf(row));
        return;
      }
      if (rows.length === 0) {
        note('Nothing found.');
        return;
      }
      const last = columns.length - 1;
      const cells = rows.map((row) =>
        columns.map((name, at) => cellOf(row[name], at === last ? Number.POSITIVE_INFINITY : MAX_CELL)),
      );
      const widths = columns.map((name, at) =>
        Math.max(name.length, ...cells.map((row) => (row[at] as string).length)),
      );
      const show = (row: readonly string[]) =>
        line(row.map((cell, at) => (at === last ? cell : cell.padEnd(widths[at] as number))).join('  '));
      show(columns.map((name) => name.replaceAll('_', ' ').toUpperCase()));
      cells.forEach(show);
    },
    /** One record: its fields a line each, or as JSON. */
    record: (record: object, names: readonly string[]) => {
      if (as_json) return line(jsonOf(record));
      const width = Math.max(...names.map((name) => name.length));
      for (const name of names)
        line(`${name.padEnd(width)}  ${cellOf((record as Row)[name], Number.POSITIVE_INFINITY)}`);
    },
    json: (value: unknown) => line(jsonOf(value)),
  };
};

/** Characters of a cell, but for the last of a row, which nothing stands behind. */
const MAX_CELL = 60;

const cellOf = (value: unknown, longest: number): string => {
  if (value === null || value === undefined) return '-';
  const text = plain(typeof value === 'object' ? JSON.stringify(value) : String(value));
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
};

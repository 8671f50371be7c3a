import { availableParallelism, cpus, totalmem } from 'node:os';
import type { Disk } from './fixture.ts';
import type { Figures, Row, Target } from './summary.ts';

export type Machine = { cores: number; cpu: string; memory_gib: number; node: string; postgres: string };

export type Report = {
  date: string;
  machine: Machine;
  rounds: number;
  seconds: number;
  rows: Row[];
  disk: Disk;
  targets: Target[];
  /** Failure that ended the run before its last round. */
  failure?: string;
};

/** Machine on which the numbers were measured. */
export const machineOf = (postgres: string): Machine => ({
  cores: availableParallelism(),
  cpu: cpus()[0]?.model.trim() ?? 'unknown',
  memory_gib: Math.round(totalmem() / 2 ** 30),
  node: process.version,
  postgres,
});

/** The report as Markdown whose tables are aligned for a terminal too. */
export const printReport = ({ date, machine, rounds, seconds, rows, disk, targets }: Report): string =>
  [
    `Measured on ${date.slice(0, 10)}: ${machine.cores} cores (${machine.cpu}), ${machine.memory_gib} GiB, Node ` +
      `${machine.node}, PostgreSQL ${machine.postgres}; ${rounds} rounds in ${Math.round(seconds)} s. Load generator, ` +
      'servers and PostgreSQL share the cores: the ratios count, not the rates.',
    table(
      ['', 'at once', 'Pharos /s', 'limit /s', 'jsonb /s', '**to limit**', '**to jsonb**'],
      rows.map(({ name, concurrency, figures: { Pharos, limit, jsonb }, to_limit, to_jsonb }) => [
        name,
        String(concurrency),
        ...[Pharos, limit, jsonb].map((of) => digits(of?.rate)),
        `**${to_limit.toFixed(2)}**`,
        to_jsonb === undefined ? '' : `**${to_jsonb.toFixed(1)}**`,
      ]),
    ),
    table(
      ['latency in ms: p50 / p99', 'at once', 'Pharos', 'limit', 'jsonb'],
      rows.map(({ name, concurrency, figures: { Pharos, limit, jsonb } }) => [
        name,
        String(concurrency),
        ...[Pharos, limit, jsonb].map(latency),
      ]),
    ),
    `An hour of words has ${kB(disk.json)} kB of JSON and takes ${kB(disk.stored)} kB on disk, with its call, version ` +
      'and indexes.',
    table(
      ['target', 'wanted', 'got', ''],
      targets.map(({ name, wanted, got, met }) => [name, wanted, got.toFixed(2), met ? 'met' : 'MISSED']),
    ),
  ].join('\n\n');

/** A table of Markdown whose columns are aligned for a terminal too. */
export const table = (head: string[], rows: string[][]): string => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => (row[column] as string).length), 3));
  const line = (row: string[]) =>
    `| ${row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] as number) : cell.padStart(widths[column] as number))).join(' | ')} |`;
  const rule = widths.map((width, column) => (column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
};

const digits = (value?: number) =>
  value === undefined ? '' : value >= 100 ? String(Math.round(value)) : value.toPrecision(3);

const latency = (of?: Figures) => (of ? `${digits(of.p50)} / ${digits(of.p99)}` : '');

const kB = (bytes: number) => Math.round(bytes / 1000);

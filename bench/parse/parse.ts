import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ADMIN_TOKEN_FILE } from '../../server/organizations/first-start.ts';
import { startChild } from '../child.ts';
import { loadFor } from '../load.ts';
import { machineOf, table } from '../report.ts';
import { type Subject, subjectOf } from '../subjects.ts';
import { median } from '../summary.ts';
import { SIZES } from '../workloads.ts';
import { installParse, VERSION } from './install.ts';
import { startDebianPostgres } from './postgres.ts';
import { addCalls, addObjects, type Rows, shotsOf } from './rows.ts';

// `npm run bench -- parse` compares Pharos with Parse Server, with its master key, on one PostgreSQL of Debian's: 64 rows
// of each size, five rounds of slices back to back. It installs Parse Server by itself.
const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const say = (text: string) => process.stderr.write(`${text}\n`);

type Row = { name: string; clients: number; rates: [pharos: number[], parse: number[]] };
const WORKLOADS = (['1 min', '1 h'] as const).flatMap((size) =>
  (['PUT', 'GET'] as const).flatMap((method) => [1, 16].map((clients) => ({ size, method, clients }))),
);

/** Compares the two; `quick` gives a first idea. */
export const compareWithParse = async (quick: boolean, stopping: AbortSignal): Promise<void> => {
  const [rounds, slice_ms] = quick ? [3, 400] : [5, 1500];
  const folder = await mkdtemp(join(tmpdir(), 'pharos-parse-'));
  const stops: (() => Promise<void>)[] = [];
  const rows: Row[] = WORKLOADS.map(({ size, method, clients }) => {
    return { name: `${method} ${size}`, clients, rates: [[], []] };
  });
  try {
    say(`installing Parse Server ${VERSION} where it is not yet, starting both and filling them`);
    const parse_folder = await installParse();
    const database = await startDebianPostgres(folder, stops);
    const pharos = await startPharosOn(`${database}/pharos`, folder, stops);
    const args = [parse_folder, `${database}/parse`];
    const child = await startChild({ script: here('./server.mjs'), args, log: join(folder, 'parse.log') });
    stops.push(child.stop);
    const headers = { 'x-parse-application-id': 'bench', 'x-parse-master-key': 'master' };
    const parse: Subject = { ...subjectOf('Parse', child, ''), headers };
    const filled = new Map<string, [Rows, Rows]>();
    for (const size of ['1 min', '1 h'] as const) {
      filled.set(size, [await addCalls(pharos, SIZES[size]), await addObjects(parse, SIZES[size])]);
    }
    const sent = new Map([...filled].map(([size]) => [size, [{ sent: 0 }, { sent: 0 }] as const]));
    for (let round = 0; round <= rounds; round++) {
      for (const [index, { size, method, clients }] of WORKLOADS.entries()) {
        for (const turn of [round % 2, (round + 1) % 2] as (0 | 1)[]) {
          const subject = turn === 0 ? pharos : parse;
          const state = (sent.get(size) as readonly [{ sent: number }, { sent: number }])[turn];
          const shots = shotsOf((filled.get(size) as [Rows, Rows])[turn], method, clients, state);
          const { rate } = await loadFor(subject, shots, round === 0 ? slice_ms * 0.3 : slice_ms, stopping);
          if (round > 0) rows[index]?.rates[turn].push(rate);
        }
      }
      say(round === 0 ? 'warmed up' : `round ${round} of ${rounds}`);
    }
  } finally {
    await report(rows, quick);
    for (const stop of stops.reverse()) await stop().catch(() => {});
    await rm(folder, { recursive: true, force: true });
  }
};

const startPharosOn = async (url: string, folder: string, stops: (() => Promise<void>)[]): Promise<Subject> => {
  const data_dir = join(folder, 'data');
  const env = { DATA_DIR: data_dir, HOST: '127.0.0.1', PORT: '0', DEMO: '0', DATABASE_URL: url, PUBLIC_URL: '' };
  const child = await startChild({ script: here('../../server/main.ts'), env, log: join(folder, 'pharos.log') });
  stops.push(child.stop);
  return subjectOf('Pharos', child, (await readFile(join(data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim());
};

/** Prints what was measured, also where the run was cut short, and keeps it. */
const report = async (rows: Row[], quick: boolean) => {
  const date = new Date().toISOString();
  const measured = rows
    .filter(({ rates: [, parse] }) => parse.length > 0)
    .map(({ name, clients, rates: [pharos, parse] }) => {
      const ratio = median(parse.map((rate, round) => (pharos[round] ?? NaN) / rate).filter(Number.isFinite));
      return { name, clients, pharos: median(pharos), parse: median(parse), ratio };
    });
  if (measured.length === 0) return;
  const { cores, cpu, node } = machineOf('');
  const lines = measured.map(({ name, clients, pharos, parse, ratio }) => {
    return [name, String(clients), pharos.toFixed(1), parse.toFixed(1), `**${ratio.toFixed(2)}**`];
  });
  const text = [
    `Measured on ${date.slice(0, 10)}: ${cores} cores (${cpu}), Node ${node}, Debian's PostgreSQL. 64 rows of each size; ` +
      `medians of ${rows[0]?.rates[1].length} rounds. Pharos checks, versions and audits each write; Parse Server ` +
      `${VERSION} runs with its master key and does none of that.`,
    table(['', 'at once', 'Pharos /s', 'Parse /s', '**times Parse**'], lines),
  ].join('\n\n');
  process.stdout.write(`${text}\n`);
  const results = new URL('../results/', import.meta.url);
  await mkdir(results, { recursive: true });
  await writeFile(new URL(`parse-${date.replaceAll(':', '-')}.json`, results), JSON.stringify({ date, rows }, null, 2));
  if (quick || rows.some(({ rates: [, parse] }) => parse.length < 5)) return;
  await writeFile(here('./RESULT.md'), `# The latest comparison with Parse Server\n\n${text}\n`);
};

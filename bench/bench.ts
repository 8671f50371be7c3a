import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { countVersions, type Fixture, makeFixture } from './fixture.ts';
import { type Measured, measure } from './measure.ts';
import { compareWithParse } from './parse/parse.ts';
import { machineOf, printReport, type Report } from './report.ts';
import { startPeer, startPharos } from './subjects.ts';
import { judge, summarize } from './summary.ts';
import { workloads } from './workloads.ts';

// `npm run bench` takes four minutes and rewrites RESULT.md; `npm run bench -- --quick` gives a first idea in 40 s;
// `--only 'PUT 1 h'` measures the workloads whose name begins so. `npm run bench -- search` measures search,
// `npm run bench -- phrases` exact phrases, `npm run bench -- fairness` how calm one organization stays while another
// does its worst, and `npm run bench -- parse` compares with Parse Server.
if (process.argv[2] === 'search') await import('./search/search.ts');
if (process.argv[2] === 'fairness') await import('./fairness/fairness.ts');
if (process.argv[2] === 'backup') await import('./backup.ts');
if (process.argv[2] === 'phrases') await import('./phrases.ts');
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { quick: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
});
const { quick, only } = values;
const chosen = workloads.filter(({ name }) => name.startsWith(only));
const plan = { workloads: chosen, rounds: quick ? 3 : 7, scale: quick ? 0.3 : 1 };

const say = (text: string) => process.stderr.write(`${text}\n`);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => stopping.abort(new Error(`stopped by ${signal}`)));
}

const run = async (folder: string, stops: (() => Promise<void>)[]): Promise<Report> => {
  const begin = performance.now();
  say('starting Pharos, its PostgreSQL and the servers that it is compared with');
  const { subject: pharos, connection } = await startPharos(folder, stops);
  const database = new pg.Client(connection);
  database.on('error', (error) => stopping.abort(error));
  await database.connect();
  stops.push(() => database.end());
  const { rows: version } = await database.query('show server_version');
  const fixture = await makeFixture(pharos, database);
  const peers = [];
  for (const name of ['limit', 'jsonb'] as const) {
    peers.push(await startPeer(name, folder, connection, pharos.token, stops));
  }
  const progress = (round: number) => say(round === 0 ? 'warmed up' : `round ${round} of ${plan.rounds}`);
  const { measured, puts, failure } = await measure(plan, [pharos, ...peers], fixture, stopping.signal, progress);
  if (!failure) await requireEveryPutWritten(database, fixture, puts);
  const seconds = (performance.now() - begin) / 1000;
  return {
    ...reportOf(measured, fixture, version[0].server_version, seconds),
    ...(failure && { failure: failure.stack }),
  };
};

const requireEveryPutWritten = async (database: pg.Client, fixture: Fixture, puts: number) => {
  const calls = [...fixture.written.values()].flat().length;
  const versions = await countVersions(database, fixture);
  if (versions !== puts + calls) throw new Error(`${puts} PUTs to ${calls} calls left ${versions} versions`);
};

const reportOf = (measured: Measured[], { disk }: Fixture, postgres: string, seconds: number): Report => {
  const rows = summarize(measured);
  const date = new Date().toISOString();
  return { date, machine: machineOf(postgres), rounds: plan.rounds, seconds, rows, disk, targets: judge(rows, disk) };
};

const keep = async (report: Report) => {
  const results = new URL('./results/', import.meta.url);
  await mkdir(results, { recursive: true });
  const name = `${report.date.replaceAll(':', '-')}.json`;
  await writeFile(new URL(name, results), `${JSON.stringify(report, null, 2)}\n`);
  if (quick || only !== '' || report.failure) return;
  const explained = [
    '# The latest run of the benchmark',
    '`npm run bench` measures Pharos beside two other servers on the same PostgreSQL and rewrites this page. *limit* is ' +
      'the bare limit: node:http, JSON.parse, the compiled schema, one UPDATE of the raw text, an answer of 2 bytes; ' +
      'nothing else. *jsonb* is the same server with transcripts in a jsonb column. *First time* reads more calls in turn ' +
      'than Pharos keeps at hand, so that each is unpacked from the database; the other reads are of calls that were ' +
      'read before. This PostgreSQL packs the text of the limit with pglz, which costs it more the longer a call is: ' +
      'that is how Pharos, which packs with zstd in a thread, can come out above 1.',
    printReport(report),
  ];
  await writeFile(new URL('./RESULT.md', import.meta.url), `${explained.join('\n\n')}\n`);
};

if (positionals[0] === 'parse') {
  await compareWithParse(quick, stopping.signal);
  process.exit();
}

const folder = await mkdtemp(join(tmpdir(), 'pharos-bench-'));
const stops: (() => Promise<void>)[] = [];
try {
  const report = await run(folder, stops);
  process.stdout.write(`${printReport(report)}\n`);
  await keep(report);
  if (report.failure) say(`the benchmark was cut short: ${report.failure}`);
  process.exitCode = report.failure ? 1 : 0;
} finally {
  for (const stop of stops.reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
}
// Kept-alive connections to servers that are gone would hold the process up.
process.exit();

import { chmod, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { reportStatements } from './statements/report.ts';
import { chooseFiles, keepDurations, PARTS, type Part } from './suite/files.ts';
import { PATIENCE } from './suite/patience.ts';
import { startPostgres } from './suite/postgres.ts';

// `npm test` runs everything on a PostgreSQL of its own, `npm test -- --only=api` what needs no browser, `--only=browser`
// the rest, `npm test -- server/calls/*.test.ts` some files. CONTRIBUTING.md says what else can be set.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' }, 'test-name-pattern': { type: 'string', multiple: true } },
});
const { only, 'test-name-pattern': testNamePatterns } = values;
if (only !== undefined && !PARTS.includes(only as Part)) throw new Error(`--only is one of ${PARTS.join(', ')}`);

const say = (text: string) => process.stdout.write(`# ${text}\n`);
const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stopping.abort());

const { POSTGRES_BIN, SEED = '20261130' } = process.env;
const failures = join(fileURLToPath(new URL('./failures', import.meta.url)), new Date().toISOString().slice(0, 19));
const folder = await mkdtemp(join(tmpdir(), 'pharos-test-'));
const statements = join(folder, 'statements');
await mkdir(statements);
// As root, PostgreSQL runs under an account of its own, which has to get here; so do some tests' processes.
await chmod(folder, 0o755);
await chmod(statements, 0o777);

/** Runs the files, several at once, each in a process of its own; answers whether all of them passed. */
const runFiles = async (files: string[]): Promise<boolean> => {
  const seconds: Record<string, number> = {};
  const tests = run({
    files,
    concurrency: availableParallelism() + 1,
    timeout: PATIENCE,
    execArgv: ['--import', new URL('./suite/end-when-stuck.ts', import.meta.url).href],
    signal: stopping.signal,
    ...(testNamePatterns && { testNamePatterns }),
  });
  let passed = true;
  tests.on('test:fail', ({ todo }) => {
    passed &&= todo !== undefined;
  });
  tests.on('test:summary', ({ file, duration_ms }) => {
    if (file) seconds[relative('.', file)] = duration_ms / 1000;
  });
  for await (const text of tests.compose(spec)) process.stdout.write(text);
  if (!testNamePatterns) await keepDurations(seconds);
  return passed && !stopping.signal.aborted;
};

try {
  const postgres = await startPostgres(folder, POSTGRES_BIN || undefined);
  try {
    say(`PostgreSQL ${postgres.version}, seed ${SEED}`);
    Object.assign(process.env, {
      SEED,
      TEST_POSTGRES: JSON.stringify(postgres.connection),
      STATEMENTS_DIR: statements,
      FAILURES_DIR: failures,
      // What was compiled for one process need not be for the next.
      NODE_COMPILE_CACHE: join(folder, 'compiled'),
    });
    if (!(await runFiles(chooseFiles(positionals, only as Part | undefined)))) process.exitCode = 1;
    const { count, wrong } = await postgres.onTemplate((template) => reportStatements(statements, template));
    for (const { text, problems } of wrong) say(`${problems.join('; ')}:${text}`);
    if (wrong.length > 0) process.exitCode = 1;
    say(`${count} statements, ${wrong.length} of which a cluster of Citus would refuse`);
    const kept = await readdir(failures).catch(() => []);
    if (kept.length > 0) say(`what failed in a browser is kept in ${failures}`);
  } finally {
    await postgres.stop();
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}

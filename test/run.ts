import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../server/platform/database/cluster.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { installQueue } from '../server/platform/queue/queue.ts';
import { reportStatements } from './statements/report.ts';

// `npm test` runs everything on a PostgreSQL of its own; `npm test -- server/calls/*.test.ts` runs some of it.
// POSTGRES_BIN names the programs of another PostgreSQL, such as Debian's /usr/lib/postgresql/15/bin.
const EVERYTHING = ['contract', 'client', 'server', 'console', 'scripts', 'test'].map(
  (folder) => `${folder}/**/*.test.ts`,
);

const folder = await mkdtemp(join(tmpdir(), 'pharos-test-'));
// As root, PostgreSQL runs under an account of its own, which has to get here.
await chmod(folder, 0o755);
const cluster = await startCluster({
  folder: join(folder, 'postgres'),
  bin: process.env.POSTGRES_BIN || undefined,
  log: (level, message) => level === 'error' && process.stderr.write(`postgres: ${message}\n`),
  settings: { max_connections: '200' },
});
try {
  const admin = new pg.Client({ ...cluster.connection, database: 'postgres' });
  admin.on('error', () => {});
  await admin.connect();
  await admin.query('create database pharos_template');
  await migrate({ ...cluster.connection, database: 'pharos_template' }, installQueue);
  const { rows } = await admin.query('show server_version');
  process.stdout.write(`# PostgreSQL ${rows[0].server_version}\n`);
  await admin.end();

  const statements = join(folder, 'statements');
  await mkdir(statements);
  // Some tests start processes under other accounts, which note their statements too.
  await chmod(statements, 0o777);
  const given = process.argv.slice(2);
  const tests = spawn(
    process.execPath,
    ['--test', '--test-concurrency=3', ...(given.length > 0 ? given : EVERYTHING)],
    {
      stdio: 'inherit',
      env: {
        ...process.env,
        TEST_POSTGRES: JSON.stringify(cluster.connection),
        STATEMENTS_DIR: statements,
        NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} --import=${new URL('./statements/record.ts', import.meta.url)}`,
      },
    },
  );
  process.once('SIGINT', () => tests.kill('SIGINT'));
  process.once('SIGTERM', () => tests.kill('SIGTERM'));
  const [code] = await once(tests, 'exit');
  process.exitCode = code ?? 1;

  const template = new pg.Client({ ...cluster.connection, database: 'pharos_template' });
  await template.connect();
  const { count, wrong } = await reportStatements(statements, template);
  await template.end();
  if (wrong.length > 0) process.exitCode = 1;
  for (const { text, problems } of wrong) process.stdout.write(`# ${problems.join('; ')}:${text}\n`);
  process.stdout.write(`# ${count} statements, ${wrong.length} of which a cluster of Citus would refuse\n`);
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

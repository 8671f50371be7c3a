import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { createClient } from '@pharos/client';
import sql from 'sql-template-tag';
import { openDatabase } from '../../server/platform/database/open-database.ts';
import { cloneDatabase } from '../support/database.ts';
import { launchServer, makeDataFolder, readAdminToken } from './server-process.ts';

const CASES = 40;

const { connection, drop } = await cloneDatabase();
const owned = openDatabase(connection, () => {}, { role: 'none', max: 2 });
const folder = await makeDataFolder();
after(async () => {
  await owned.close();
  await folder.remove();
  await drop();
});
const database = owned.scopedTo({});

const launch = async () => {
  const { data_dir } = folder;
  const DATABASE_URL = `postgres://${connection.user}@/${connection.database}?host=${connection.host}`;
  const server = launchServer({ DATA_DIR: data_dir, DATABASE_URL });
  after(() => server.end('SIGKILL'));
  const baseUrl = await server.ready;
  return { server, client: createClient({ baseUrl, token: await readAdminToken(data_dir), retries: 0 }) };
};

/** Counts the rows of a case in all its tables, and its certificates. */
const selectState = () =>
  database.rows<{ uuid: string; rows: number; certificates: number }>(sql`
    select made.uuid, (
        select count(*) from cases where cases.uuid = made.uuid) + (
        select count(*) from case_versions where case_uuid = made.uuid) + (
        select count(*) from calls where case_uuid = made.uuid) + (
        select count(*) from call_versions where call_uuid = made.call_uuid) + (
        select count(*) from transcripts where call_uuid = made.call_uuid) as rows, (
        select count(*) from purge_certificates where subject_uuid = made.uuid) as certificates
    from made order by uuid`);

test('a server that is killed while it purges leaves whole cases or none of them, and the next goes on', async () => {
  const { server, client } = await launch();
  const transcript = { source: 'manual' as const, words: [] };
  for (let made = 0; made < CASES; made++) {
    const { uuid: case_uuid } = (await client.cases.create({ body: { last_name: 'Hollis' } })).data;
    await client.calls.create({ body: { case_uuid, transcript } });
    await client.cases.remove({ case_uuid });
  }
  await database.rows(sql`update cases set deleted_at = deleted_at - interval '31 days'`);
  await database.rows(sql`create table made as select case_uuid as uuid, uuid as call_uuid from calls`);
  assert.ok((await selectState()).every(({ rows, certificates }) => rows === 5 && certificates === 0));

  const certificates = async () => (await selectState()).reduce((sum, state) => sum + state.certificates, 0);
  const purge = client.retention.purge().then(
    () => assert.fail('the purge was over before the kill'),
    () => {},
  );
  while ((await certificates()) < 3);
  await server.end('SIGKILL');
  await purge;
  const left = await selectState();
  assert.deepEqual(
    left.filter(({ rows, certificates }) => rows !== (certificates === 1 ? 0 : 5)),
    [],
  );

  const again = await launch();
  await again.client.retention.purge();
  assert.ok((await selectState()).every(({ rows, certificates }) => rows === 0 && certificates === 1));
  assert.ok((await again.client.audit.verify()).data.intact);
  assert.deepEqual(await again.server.end('SIGTERM'), { code: 0, signal: null });
});

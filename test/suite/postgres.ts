import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '../../server/platform/database/cluster.ts';
import { migrate } from '../../server/platform/database/migrate.ts';
import { installQueue } from '../../server/platform/queue/queue.ts';

/** The database that those of the tests are cloned from. */
const TEMPLATE = 'pharos_template';

/** A PostgreSQL for one run of the suite, under `folder`; `bin` names the programs of another than that from npm. */
export const startPostgres = async (folder: string, bin?: string) => {
  const cluster = await startCluster({
    folder: join(folder, 'postgres'),
    bin,
    log: (level, message) => level === 'error' && process.stderr.write(`postgres: ${message}\n`),
    settings: { max_connections: '200' },
  });
  const { connection, stop } = cluster;
  const withClient = async <T>(database: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
    const client = new pg.Client({ ...connection, database });
    client.on('error', () => {});
    await client.connect();
    return work(client).finally(() => client.end());
  };
  try {
    const version = await withClient('postgres', async (admin) => {
      await admin.query(`create database ${TEMPLATE}`);
      return (await admin.query('show server_version')).rows[0].server_version as string;
    });
    await migrate({ ...connection, database: TEMPLATE }, installQueue);
    const onTemplate = <T>(work: (client: pg.Client) => Promise<T>) => withClient(TEMPLATE, work);
    return { connection, version, onTemplate, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

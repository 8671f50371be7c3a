import { randomUUID } from 'node:crypto';
import pg from 'pg';
import type { Connection } from '../../server/platform/database/connection.ts';
import '../statements/record.ts';

/** The test run's PostgreSQL, started by test/run.ts. */
const server = (): Connection => {
  const given = process.env.TEST_POSTGRES;
  if (!given) throw new Error('start the tests with "npm test", or "npm test -- <files>"');
  return JSON.parse(given);
};

/** An empty database whose owner is no superuser, as a hosted PostgreSQL gives it. */
export const emptyDatabase = async ({ may_be_app }: { may_be_app: boolean }) => {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create role ${name} login`);
  if (may_be_app) await asAdmin(`grant pharos_app to ${name}`);
  await asAdmin(`create database ${name} owner ${name}`);
  return {
    connection: { ...server(), user: name, database: name },
    drop: async () => {
      await asAdmin(`drop database ${name} with (force)`);
      await asAdmin(`drop role ${name}`);
    },
  };
};

const asAdmin = async (sql: string) => {
  const admin = new pg.Client({ ...server(), database: 'postgres' });
  await admin.connect();
  await admin.query(sql);
  await admin.end();
};

/** A database of one's own, cloned from the migrated template. */
export const cloneDatabase = async (
  template = 'pharos_template',
): Promise<{ connection: Connection; drop(): Promise<void> }> => {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`create database ${name} template ${template}`);
  return {
    connection: { ...server(), database: name },
    drop: () => asAdmin(`drop database ${name} with (force)`),
  };
};

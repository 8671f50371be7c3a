import { join } from 'node:path';
import type { Config } from '../../server/config.ts';
import { startCluster } from '../../server/platform/database/cluster.ts';
import type { Connection } from '../../server/platform/database/connection.ts';
import { findRunningCluster } from '../../server/platform/database/running-cluster.ts';

export type Reached = { connection: Connection; stop(): Promise<void> };

/** Connects as the owner of the schema: to the server's embedded PostgreSQL while it runs, or started for this command. */
export const reachOwner = async (config: Config): Promise<Reached> => {
  const { database_url, database_owner_url = database_url } = config;
  if (database_owner_url !== undefined)
    return { connection: { connectionString: database_owner_url }, stop: async () => {} };
  const folder = join(config.data_dir, 'postgres');
  const running = await findRunningCluster(folder);
  if (running) return { connection: { ...running, database: 'postgres' }, stop: async () => {} };
  const cluster = await startCluster({ folder, log: () => {} });
  return { connection: { ...cluster.connection, database: 'postgres' }, stop: () => cluster.stop() };
};

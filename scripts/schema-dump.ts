// Writes server/platform/database/schema.txt: what the migrations make, on a PostgreSQL that lives as long as this script.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '../server/platform/database/cluster.ts';
import { migrate } from '../server/platform/database/migrate.ts';
import { dumpSchema } from '../server/platform/database/schema-dump.ts';
import { installQueue } from '../server/platform/queue/queue.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-schema-'));
const cluster = await startCluster({ folder: join(folder, 'postgres'), log: () => {} });
try {
  const connection = { ...cluster.connection, database: 'postgres' };
  await migrate(connection, installQueue);
  await writeFile(new URL('../server/platform/database/schema.txt', import.meta.url), await dumpSchema(connection));
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true });
}

import { realpath } from 'node:fs/promises';
import { type Connection, connect, connectionAt } from './cluster/lock.ts';
import { readPidFile } from './cluster/postmaster.ts';

/** Connection to the embedded PostgreSQL of a server that runs; null where none runs in the folder. */
export const findRunningCluster = async (folder: string): Promise<Connection | null> => {
  const path = await realpath(folder).catch(() => null);
  const found = path && (await readPidFile(path));
  if (!found) return null;
  try {
    const { client } = await connect(found.socketFolder);
    await client.end();
    return connectionAt(found.socketFolder);
  } catch {
    return null;
  }
};

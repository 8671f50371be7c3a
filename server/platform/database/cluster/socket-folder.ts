import { chown, mkdtemp, readdir, rmdir, stat, unlink } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type Account, reaches } from './account.ts';

const prefix = 'pharos-socket-';

/** Removes the folders of servers that crashed while their PostgreSQL could still end properly: they are empty. */
const sweep = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const { mtimeMs } = await stat(join(folder, name)).catch(() => ({ mtimeMs: Date.now() }));
    if (Date.now() - mtimeMs > 3_600_000) await rmdir(join(folder, name)).catch(() => {});
  }
};

/** Makes a folder for the socket, which only the account can enter: short, as a socket's path has 103 bytes at most. */
export const makeSocketFolder = async (account: Account): Promise<string> => {
  const fits = tmpdir().length < 70 && (await reaches(account, tmpdir()));
  const temporary = fits ? tmpdir() : '/tmp';
  await sweep(temporary);
  const folder = await mkdtemp(join(temporary, prefix));
  if (account) await chown(folder, account.uid, account.gid);
  return folder;
};

const isListening = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path, () => resolve(true));
    socket.once('error', () => resolve(false)).once('connect', () => socket.destroy());
  });

/** Removes a socket folder, also that of a server that was killed: nothing but what is known to be in there. */
export const removeSocketFolder = async (folder: string): Promise<void> => {
  // A copy of a live cluster's folder names a socket that is not the copy's.
  if (!basename(folder).startsWith(prefix) || (await isListening(join(folder, '.s.PGSQL.5432')))) return;
  for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) await unlink(join(folder, name)).catch(() => {});
  await rmdir(folder).catch(() => {});
};

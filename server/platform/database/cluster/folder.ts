import { randomUUID } from 'node:crypto';
import { chown, lstat, mkdir, open, readFile, realpath, rename, rm, rmdir, stat, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Account, makePublic, reaches, run } from './account.ts';
import { attemptAt, sweepAttempts } from './attempts.ts';
import type { Binaries } from './binaries.ts';
import type { Log } from './postmaster.ts';

const initdb = async (folder: string, { bin, major }: Binaries, account: Account): Promise<void> => {
  await mkdir(folder, { mode: 0o700 });
  if (account) await chown(folder, account.uid, account.gid);
  const words = ['-D', folder, '--username=pharos', '--encoding=UTF8', '--data-checksums'];
  // Trust is enough: whoever can enter the 0700 folder of the socket could read the data files just as well.
  words.push('--auth-local=trust', '--auth-host=reject', '--text-search-config=simple');
  // Order by code point and Unicode letters, the same on every version and platform; pg_trgm asks libc, which may
  // have no C.UTF-8 (macOS).
  words.push('--locale=C', ...(major >= 17 ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : []));
  for (const letters of ['C.UTF-8', 'C']) {
    try {
      await run(account, join(bin, 'initdb'), [...words, `--lc-ctype=${letters}`]);
      return;
    } catch (error) {
      const { stderr, message } = error as Error & { stderr?: string };
      const isUnknown = /invalid locale/.test(stderr ?? '') && letters !== 'C';
      if (!isUnknown) throw new Error(`PostgreSQL cannot make a database: ${(stderr || message).trim()}`);
    }
  }
};

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(path, 'r');
  await folder.sync().finally(() => folder.close());
};

/** Makes a cluster beside its place and moves it there, so that a crash never leaves half of one. */
const create = async (folder: string, binaries: Binaries, account: Account): Promise<void> => {
  const parent = dirname(folder);
  await sweepAttempts(parent);
  const fresh = attemptAt(folder);
  try {
    await initdb(fresh, binaries, account);
    await rename(fresh, folder);
    await syncFolder(parent);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Another server was faster: what it made is as good.
    if (await isCluster(folder)) return;
    if (!['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(String((error as NodeJS.ErrnoException).code))) throw error;
    throw new Error(`${folder} is not a database, and not empty: move what is in there, or name another folder.`);
  }
};

const isCluster = (folder: string): Promise<boolean> =>
  stat(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

/** The account that the data already belongs to, which alone can run it; null where there is none yet. */
export const ownerOf = (folder: string): Promise<Account> =>
  stat(folder).then(
    ({ uid, gid }) => ({ uid, gid }),
    () => null,
  );

/** A cluster that is there, and that its own account cannot get to, as after a restore into a closed folder. */
export class Unreachable extends Error {
  override name = 'Unreachable';
}

export type Place = { folder: string; binaries: Binaries; account: Account; home: string; log: Log };

/** Finds the cluster at `folder`, or makes an empty one, and answers with its real path. */
export const openFolder = async ({ folder, binaries, account, home, log }: Place): Promise<string> => {
  const parent = dirname(folder);
  await mkdir(parent, { recursive: true });
  const link = await lstat(folder).catch(() => undefined);
  if (link?.isSymbolicLink() && !(await realpath(folder).catch(() => ''))) {
    throw new Error(`${folder} points to a database that is not there. Restore it, or remove the link to start empty.`);
  }
  if (!(await isCluster(folder))) {
    if (!account || (await reaches(account, parent))) {
      await create(folder, binaries, account);
    } else {
      // Named by chance, not after its path: a data folder that was deleted and made again must not find the old one.
      const shelf = join(home, 'clusters');
      await makePublic(shelf);
      const elsewhere = join(shelf, randomUUID());
      await create(elsewhere, binaries, account);
      if (link) await rmdir(folder);
      await symlink(elsewhere, folder).catch(() => rm(elsewhere, { recursive: true }));
      log('info', `PostgreSQL's own account cannot reach ${parent}: the database is kept in ${await realpath(folder)}`);
    }
  }
  const major = Number(await readFile(join(folder, 'PG_VERSION'), 'utf8'));
  if (major !== binaries.major) {
    throw new Error(
      `${folder} was made by PostgreSQL ${major}, this is ${binaries.major}: run the old one or migrate.`,
    );
  }
  const place = await realpath(folder);
  if (account && !(await reaches(account, place))) {
    throw new Unreachable(
      `The database in ${place} cannot be reached by the account that it belongs to (uid ${account.uid}). Let that ` +
        `account pass through the folders above it, such as by: chmod o+x ${dirname(place)}`,
    );
  }
  return place;
};

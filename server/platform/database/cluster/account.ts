import { execFile } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * Account that PostgreSQL runs as: null for our own, ids where we are root, because PostgreSQL refuses to run as root.
 */
export type Account = { uid: number; gid: number } | null;

/** Environment of PostgreSQL, without the caller's: PGDATA, LC_ALL and the like would change what it does. */
export const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Runs a command as the account and answers with its output; a failure carries `code` and `stderr`. */
export const run = async (account: Account, file: string, args: string[]): Promise<string> =>
  (await promisify(execFile)(file, args, { ...account, cwd: '/', env: environment })).stdout;

/** Runs a command as the account and tells whether it succeeds. */
export const succeeds = (account: Account, file: string, args: string[]): Promise<boolean> =>
  run(account, file, args).then(
    () => true,
    () => false,
  );

/** Tells whether the account can enter a folder or execute a file: asked of the kernel, not guessed from modes. */
export const reaches = (account: Account, path: string): Promise<boolean> => succeeds(account, 'test', ['-x', path]);

/** Makes a folder that every account can enter, whatever our umask is. */
export const makePublic = async (path: string): Promise<void> => {
  await mkdir(path, { recursive: true });
  await chmod(path, 0o755);
};

const find = async (name: string): Promise<Account> => {
  try {
    const [uid, gid] = await Promise.all([run(null, 'id', ['-u', name]), run(null, 'id', ['-g', name])]);
    return { uid: Number(uid), gid: Number(gid) };
  } catch {
    return null;
  }
};

/**
 * Chooses the account for PostgreSQL: our own, or, if we are root, the owner of the data, else the system account
 * `pharos`, which is created if need be, else `postgres`.
 * @throws if root finds no account and cannot create one, or if the data belongs to another account.
 */
export const chooseAccount = async (home: string, owner: Account): Promise<Account> => {
  const self = process.getuid?.();
  if (self !== 0) {
    if (!owner || owner.uid === self) return null;
    throw new Error(`The database belongs to the account with id ${owner.uid}, but Pharos runs as ${self}.`);
  }
  if (owner && owner.uid !== 0) return owner;
  const existing = await find('pharos');
  if (existing) return existing;
  const words = ['--system', '--user-group', '--no-create-home', '--home-dir', home, '--shell', '/usr/sbin/nologin'];
  await succeeds(null, 'useradd', [...words, 'pharos']);
  const account = (await find('pharos')) ?? (await find('postgres'));
  if (account) return account;
  throw new Error(
    'PostgreSQL refuses to run as root, and neither could an account named pharos be created nor is there one named ' +
      'postgres. Start Pharos as an ordinary user, create the account (useradd --system pharos), or set DATABASE_URL.',
  );
};

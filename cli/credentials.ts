import { chmod, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

export type Credentials = { url: string; token: string };
export type Environment = Record<string, string | undefined>;

/** No token that could be used; the message says how to get one. */
export class SignInNeeded extends Error {
  override name = 'SignInNeeded';
}

/** Path of the file that keeps the token: in XDG_CONFIG_HOME or APPDATA, else in ~/.config. */
export const credentialsFile = ({ XDG_CONFIG_HOME, APPDATA }: Environment): string =>
  join(XDG_CONFIG_HOME || APPDATA || join(homedir(), '.config'), 'pharos', 'credentials.json');

/** Address and token: PHAROS_URL and PHAROS_TOKEN, else those that `pharos login` kept. Throws SignInNeeded. */
export const readCredentials = async (environment: Environment): Promise<Credentials> => {
  const { PHAROS_URL, PHAROS_TOKEN } = environment;
  if (PHAROS_TOKEN) return { url: addressOf(PHAROS_URL || DEFAULT_URL), token: PHAROS_TOKEN };
  const file = credentialsFile(environment);
  const kept = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new SignInNeeded('You are not signed in. Run `pharos login URL`.');
    throw error;
  });
  if (process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    throw new SignInNeeded(`Others can read ${file}. Run \`chmod 600 ${file}\`, or sign in again with a new token.`);
  }
  const { url, token } = JSON.parse(kept) as Credentials;
  // A token goes only to the server that it was given for.
  if (PHAROS_URL && addressOf(PHAROS_URL) !== url) {
    throw new SignInNeeded(`You are signed in at ${url}, not at ${PHAROS_URL}. Run \`pharos login ${PHAROS_URL}\`.`);
  }
  return { url, token };
};

/** Keeps address and token in a file that only its owner can read, in one step. */
export const keepCredentials = async (environment: Environment, { url, token }: Credentials): Promise<string> => {
  const file = credentialsFile(environment);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  const fresh = `${file}.${process.pid}`;
  await writeFile(fresh, `${JSON.stringify({ url, token }, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  await chmod(fresh, 0o600);
  await rename(fresh, file);
  return file;
};

/** Forgets address and token; answers whether there were any. */
export const forgetCredentials = async (environment: Environment): Promise<boolean> =>
  rm(credentialsFile(environment)).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );

export const DEFAULT_URL = 'http://127.0.0.1:8080';

/** Address of a server without a slash at its end. Throws SignInNeeded for what is none. */
export const addressOf = (text: string): string => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new SignInNeeded(`${text} is no address such as ${DEFAULT_URL}.`);
  return `${url.origin}${url.pathname.replace(/\/$/, '')}`;
};

import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

export const VERSION = '9.10.0';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/pharos/', import.meta.url));

/** Installs Parse Server from npm, once, into a folder of its own that no lockfile knows; answers the folder. */
export const installParse = async (): Promise<string> => {
  const folder = join(CACHE, `parse-server-${VERSION}`);
  const installed = join(folder, 'installed');
  if (existsSync(installed)) return folder;
  await mkdir(folder, { recursive: true });
  const manifest = { private: true, dependencies: { 'parse-server': VERSION } };
  await writeFile(join(folder, 'package.json'), JSON.stringify(manifest));
  const quietly = ['--no-audit', '--no-fund', '--omit=optional', '--ignore-scripts'];
  await promisify(execFile)('npm', ['install', ...quietly], { cwd: folder });
  await writeFile(installed, '');
  return folder;
};

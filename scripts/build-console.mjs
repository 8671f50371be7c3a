// Runs on whatever Node the system has, after install.mjs: builds the console where it is missing or older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => join(root, path);
const SOURCES = ['console', 'client', 'contract', 'package-lock.json'];
// Written last, so that a build that was cut short is seen.
const MARK = at('console/dist/.built');

/** The time of the latest change below a path, in milliseconds; folders count, so that a removed file is seen. */
const changed = (path) => {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inside = readdirSync(path).filter((name) => !['dist', 'node_modules'].includes(name));
  return inside.reduce(
    (latest, name) => Math.max(latest, changed(join(path, name))),
    outermost(path) ? 0 : status.mtimeMs,
  );
};

// The build itself makes console/dist, and so touches the folder that holds it.
const outermost = (path) => path === at('console');

const built = () => existsSync(MARK) && statSync(MARK).mtimeMs >= Math.max(...SOURCES.map((path) => changed(at(path))));

if (!built()) {
  process.stderr.write('Building the console\n');
  const { status } = spawnSync(
    at('node_modules/.bin/node'),
    [at('node_modules/vite/bin/vite.js'), 'build', at('console'), '--configLoader', 'native', '--logLevel', 'error'],
    { cwd: root, stdio: ['ignore', 2, 2] },
  );
  if (status === 0) writeFileSync(MARK, '');
  else {
    process.stderr.write(
      '\nThe console could not be built: its page will be missing, or be an older one. The API is not touched by that.\n',
    );
  }
}

// Runs on whatever Node the system has, before anything is installed: plain JavaScript, Node's own modules only.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const WANTED = 24;
/** Set for whoever only runs Pharos is spared what builds, checks and tests it: `--to-run`. */
const toRun = process.argv.includes('--to-run');
const QUIET = ['--no-audit', '--no-fund', '--loglevel=error'];
const root = fileURLToPath(new URL('..', import.meta.url));
const at = (path) => `${root}${path}`;

const npm = (...args) => spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2] }).status === 0;

const { devDependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const forTests = () =>
  Object.keys(devDependencies).every((name) => existsSync(at(`node_modules/${name}/package.json`)));

// npm writes this file last, so an install that was cut short is seen, and one that is older than the lockfile too.
const installed = () => {
  const mark = at('node_modules/.package-lock.json');
  return existsSync(mark) && statSync(mark).mtimeMs >= statSync(at('package-lock.json')).mtimeMs;
};

// A running server keeps what it runs on: what the tests need is added to that, by the lockfile and without changing it.
const install = () => {
  if (!installed()) return npm('ci', ...(toRun ? ['--omit=dev'] : []), ...QUIET);
  return npm('install', '--no-save', '--include=dev', ...QUIET);
};

const nodeVersion = () => {
  const { stdout } = spawnSync(at('node_modules/.bin/node'), ['--version'], { encoding: 'utf8' });
  return Number(/^v(\d+)/.exec(stdout ?? '')?.[1] ?? 0);
};

const fail = (message) => {
  process.stderr.write(`\n${message}\n`);
  process.exit(1);
};

if (!installed() || !(toRun || forTests())) {
  process.stderr.write(
    `Installing what Pharos ${toRun ? 'needs' : 'and its tests need'} (once, from the npm registry)\n`,
  );
  if (!install()) {
    fail('The packages could not be installed: check that the npm registry can be reached, then try again.');
  }
}
if (nodeVersion() < WANTED) npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
if (nodeVersion() < WANTED) {
  fail(
    `Pharos runs on Node ${WANTED}, which comes with the npm package "node", but its install script did not run.\n` +
      `Run "npm rebuild node --ignore-scripts=false", or install Node ${WANTED} and run "node server/main.ts".`,
  );
}
// What the install of Node leaves beside its program: 68 MB of headers for compiling add-ons, which nothing here does.
rmSync(at('node_modules/node/node_modules'), { recursive: true, force: true });

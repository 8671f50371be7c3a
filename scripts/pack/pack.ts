import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import { buildClient } from './client.ts';

// Builds and packs what is published: npm run pack -- [--to FOLDER] [NAMES]. The folder, dist/ by default, then has each
// package, for npm publish FOLDER/client, and as a file.
const root = join(import.meta.dirname, '../..');

type Manifest = Record<string, unknown> & {
  name: string;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
};
/** Builds a package into a folder; answers the packages that are imported there, and how its manifest names its files. */
type Build = { build(dist: string): Promise<string[]>; files: object };

const PACKAGES: Record<string, Build> = {
  client: {
    build: buildClient,
    files: { exports: { '.': { types: './types/index.d.ts', default: './client.js' } }, sideEffects: false },
  },
  cli: {
    build: (dist) => bundle({ file: join(root, 'cli/main.ts') }, join(dist, 'pharos.js')),
    files: { bin: { pharos: 'pharos.js' } },
  },
  mcp: {
    build: (dist) => bundle({ file: join(root, 'mcp/main.ts') }, join(dist, 'pharos-mcp.js')),
    files: { bin: { 'pharos-mcp': 'pharos-mcp.js' } },
  },
  conformance: {
    build: (dist) => bundle({ file: join(root, 'conformance/main.ts') }, join(dist, 'pharos-conformance.js')),
    files: { bin: { conformance: 'pharos-conformance.js' } },
  },
};

const { values, positionals } = parseArgs({ allowPositionals: true, options: { to: { type: 'string' } } });
const to = resolve(values.to ?? join(root, 'dist'));
const names = positionals.length > 0 ? positionals : Object.keys(PACKAGES);
for (const name of names) {
  const one = PACKAGES[name];
  if (!one) throw new Error(`${name} is none of ${Object.keys(PACKAGES).join(', ')}`);
  const dist = join(to, name);
  rmSync(dist, { recursive: true, force: true });
  mkdirSync(dist, { recursive: true });
  const imported = await one.build(dist);
  const source: Manifest = JSON.parse(readFileSync(join(root, name, 'package.json'), 'utf8'));
  const known = { ...source.dependencies, ...source.devDependencies };
  const packages = imported.map((path) =>
    path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/'),
  );
  const { private: _private, exports: _exports, devDependencies: _dev, dependencies: _all, ...kept } = source;
  const dependencies = Object.fromEntries([...new Set(packages)].sort().map((one) => [one, known[one]]));
  const manifest = { ...kept, engines: { node: '>=20' }, ...one.files, dependencies };
  writeFileSync(join(dist, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const file of [join(name, 'README.md'), 'LICENSE'])
    copyFileSync(join(root, file), join(dist, file.split('/').at(-1) as string));
  const packed = execFileSync('npm', ['pack', '--silent', '--pack-destination', to], { cwd: dist, encoding: 'utf8' });
  process.stdout.write(`${join(to, packed.trim())}\n`);
}

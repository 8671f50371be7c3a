import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const FOLDERS = [
  ...['contract', 'client', 'cli', 'mcp', 'conformance', 'server', 'console'],
  ...['test', 'bench', 'scripts', 'deploy', 'docs'],
];
export const root = fileURLToPath(new URL('../..', import.meta.url));

export const files = FOLDERS.flatMap((folder) => globSync(`${folder}/**/*`, { cwd: root, withFileTypes: true }))
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(root.length))
  .filter((file) => !file.startsWith('console/dist/'));
export const text = (file: string) => readFileSync(join(root, file), 'utf8');
export const sources = files.filter((file) => /\.tsx?$/.test(file));
export const product = sources.filter(
  (file) => /^(contract|client|cli|mcp|conformance|server|console)\//.test(file) && !/\.test\.ts$/.test(file),
);

export const importsOf = (file: string): string[] =>
  [...text(file).matchAll(/(?:\bfrom|\bimport) ?\(?'([^'\n]+)'/g)].map((match) => {
    const name = match[1] as string;
    return name.startsWith('.') ? join(dirname(file), name) : name.replace('@pharos/', '');
  });

/** Each import of these files that `allowed` refuses, as a line that says what to do instead. */
export const wrongImports = (
  from: (file: string) => boolean,
  allowed: (name: string, file: string) => boolean,
  advice: string,
) =>
  product
    .filter(from)
    .flatMap((file) => importsOf(file).map((name) => ({ file, name })))
    .filter(({ file, name }) => !allowed(name, file))
    .map(({ file, name }) => `${file} imports ${name}: ${advice}`);

/** Files whose text matches, each with the advice. */
export const matching = (pattern: RegExp, except: (file: string) => boolean, advice: string) =>
  product.filter((file) => !except(file) && pattern.test(text(file))).map((file) => `${file}: ${advice}`);

export const none = (offences: string[]) => assert.ok(offences.length === 0, `\n${offences.join('\n')}`);

import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundle } from './bundle.ts';
import { methodsTypes } from './methods-types.ts';

const root = join(import.meta.dirname, '../..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');
const biome = join(root, 'node_modules/.bin/biome');

/** Exports of the package, by the file that has them. */
const OFFERED = {
  './client.ts': ['createClient'],
  './error.ts': ['PharosError'],
  './each.ts': ['each'],
  './upload.ts': ['uploadRecording'],
  './follow-changes.ts': ['followChanges'],
};
const code = Object.entries(OFFERED)
  .map(([file, names]) => `export { ${names.join(', ')} } from '${file}';`)
  .join('\n');

/** Builds the client into a folder: client.js, without any import, and its declarations. */
export const buildClient = async (dist: string): Promise<string[]> => {
  const imported = await bundle({ code }, join(dist, 'client.js'));
  const sources = ['client', 'each', 'error', 'follow-changes', 'methods', 'retry', 'upload'];
  const project = join(dist, 'tsconfig.json');
  const declarations = { emitDeclarationOnly: true, declaration: true, noEmit: false, noCheck: true };
  writeFileSync(
    project,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: { ...declarations, outDir: join(dist, 'types'), rootDir: join(root, 'client'), types: [] },
      include: [],
      files: sources.map((name) => join(root, 'client', `${name}.ts`)),
    }),
  );
  execFileSync(process.execPath, [tsc, '-p', project], { stdio: ['ignore', 'inherit', 'inherit'] });
  rmSync(project);
  const typesOf = (name: string) => readFileSync(join(dist, 'types', `${name}.d.ts`), 'utf8');
  const write = (name: string, text: string) => {
    const formatted = execFileSync(biome, ['format', '--stdin-file-path=client/types.d.ts'], {
      cwd: root,
      input: text,
    });
    writeFileSync(join(dist, 'types', `${name}.d.ts`), formatted);
  };
  const [reply = ''] = /\/\*\* Answer:[\s\S]*?\n\};\n/.exec(typesOf('methods')) ?? [];
  write('methods', methodsTypes(reply));
  for (const name of sources.filter((source) => source !== 'methods')) {
    const plain = typesOf(name)
      .replaceAll(/from '@pharos\/contract\/[^']+'/g, "from './methods.js'")
      .replaceAll(/from '(\.\/[a-z-]+)\.ts'/g, "from '$1.js'");
    write(name, plain);
  }
  const isType = `export type { ClientOptions } from './client.js';\nexport type { RecordingUpload } from './upload.js';\nexport type { ChangeBatch, FollowOptions } from './follow-changes.js';\n`;
  write('index', `${code.replaceAll(".ts'", ".js'")}\n${isType}export type * from './methods.js';\n`);
  return imported;
};

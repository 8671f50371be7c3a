import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const SERVER = fileURLToPath(new URL('..', import.meta.url));
const SOURCES = ['understanding/**/*.ts', 'transcripts/*.ts', 'transcripts/search/*.ts', 'generations/*.ts'];

/** Version of the rules and of all that runs them, from their source: a change of either makes older results stale. */
export const ENGINE_VERSION: string = (() => {
  const digest = createHash('sha256');
  const files = globSync(SOURCES, { cwd: SERVER, exclude: ['**/*.test.ts', '**/*.fixture.ts', '**/evaluation/**'] });
  for (const file of files.sort()) digest.update(`${file}\n`).update(readFileSync(`${SERVER}/${file}`));
  return digest.digest('hex').slice(0, 12);
})();

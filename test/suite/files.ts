import { globSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

const FOLDERS = ['contract', 'client', 'server', 'console', 'scripts', 'test'];
/** The specs that drive a browser. */
const BROWSER = 'test/console/';

export const PARTS = ['api', 'browser'] as const;
export type Part = (typeof PARTS)[number];

/** Seconds that each file took when it last ran here. */
const DURATIONS = 'node_modules/.cache/pharos/test-durations.json';

/** The test files of some patterns, or all of them, or those of one part, that which takes longest first. */
export const chooseFiles = (patterns: string[], part?: Part): string[] => {
  const wanted = patterns.length > 0 ? patterns : FOLDERS.map((folder) => `${folder}/**/*.test.ts`);
  const files = wanted.flatMap((pattern) => globSync(pattern, { exclude: ['**/node_modules/**'] }));
  const known = readDurations();
  // A file that has not run here is taken for as long as its text suggests: a browser's line is the slowest.
  const durationOf = (file: string) => known[file] ?? statSync(file).size * (file.startsWith(BROWSER) ? 0.003 : 0.0003);
  return [...new Set(files)]
    .filter((file) => part === undefined || file.startsWith(BROWSER) === (part === 'browser'))
    .sort((one, other) => durationOf(other) - durationOf(one));
};

/** Keeps how long files took, for the next run's order. */
export const keepDurations = async (seconds: Record<string, number>): Promise<void> => {
  await mkdir(dirname(DURATIONS), { recursive: true });
  writeFileSync(DURATIONS, JSON.stringify({ ...readDurations(), ...seconds }));
};

const readDurations = (): Record<string, number> => {
  try {
    return JSON.parse(readFileSync(DURATIONS, 'utf8'));
  } catch {
    return {};
  }
};

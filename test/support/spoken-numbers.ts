import { readFileSync } from 'node:fs';
import type { RedactionKind } from '@pharos/contract/transcripts.ts';

/** Talks of test/spoken-numbers/ in which a number of this kind is said, or none that is secret. */
export const talksOf = (kind: RedactionKind | 'open'): string[] => {
  const file = new URL(`../spoken-numbers/${kind.replaceAll('_', '-')}.txt`, import.meta.url);
  return readFileSync(file, 'utf8').trim().split('\n');
};

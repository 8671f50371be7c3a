import type { Case } from '@pharos/contract/cases.ts';
import type { Texts } from '../texts/english.ts';
import { isolate } from '../texts/isolate.ts';

/** Whom a case is about. */
export const personOf = ({ first_name, last_name }: Pick<Case, 'first_name' | 'last_name'>, { cases }: Texts): string =>
  isolate([first_name, last_name].filter((name) => name?.trim()).join(' ')) || cases.unnamed;

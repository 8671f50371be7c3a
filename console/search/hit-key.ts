import type { SearchHit } from '@pharos/contract/search.ts';

/** Key of a hit among those that are shown. */
export const keyOf = ({ call_uuid, start_word }: SearchHit): string => `${call_uuid} ${start_word}`;

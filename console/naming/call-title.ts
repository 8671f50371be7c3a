import type { ListedCall } from '@pharos/contract/calls.ts';
import type { Texts } from '../texts/english.ts';
import type { Formats } from '../texts/formats.ts';
import { isolate } from '../texts/isolate.ts';

/** A call has no title of its own: it is called by its file, without the ending, or else by its day and time. */
export const titleOf = (
  { file_name, created_at }: Pick<ListedCall, 'file_name' | 'created_at'>,
  { calls }: Texts,
  { moment }: Formats,
): string => isolate(file_name?.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() ?? '') || calls.untitled(moment(created_at));

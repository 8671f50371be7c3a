import type { ListedCall } from '@pharos/contract/calls.ts';
import type { ListedJob } from '@pharos/contract/jobs.ts';
import type { Texts } from '../texts/english.ts';
import type { Formats } from '../texts/formats.ts';
import { isolate } from '../texts/isolate.ts';

/** Title of a call: its file's name without the extension, or else its day and time. */
export const titleOf = (
  { file_name, created_at }: Pick<ListedCall, 'file_name' | 'created_at'>,
  { calls }: Texts,
  { moment }: Formats,
): string => isolate(file_name?.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() ?? '') || calls.untitled(moment(created_at));

/** Title of the call that a transcription is about. */
export const titleOfJob = (job: ListedJob, texts: Texts, formats: Formats): string =>
  titleOf({ file_name: job.call_file_name, created_at: job.call_created_at }, texts, formats);

import type { ListedCall } from '@pharos/contract/calls.ts';
import type { ListedJob } from '@pharos/contract/jobs.ts';
import type { Texts } from '../texts/english.ts';
import type { Formats } from '../texts/formats.ts';
import { isolate } from '../texts/isolate.ts';

type Named = Pick<ListedCall, 'title' | 'file_name' | 'started_at' | 'created_at'>;

/** Title of a call: its own, or its file's name without the extension, or else its day and time. */
export const titleOf = (call: Named, { calls }: Texts, { moment }: Formats): string =>
  isolate(call.title?.trim() || (call.file_name?.replace(/\.[A-Za-z0-9]{1,5}$/, '').trim() ?? '')) ||
  calls.untitled(moment(callTime(call)));

/** Time of a call, as lists order it: its start or, where that is unknown, when it was added. */
export const callTime = ({ started_at, created_at }: Pick<ListedCall, 'started_at' | 'created_at'>): string =>
  started_at ?? created_at;

/** Title of the call that a transcription is about. */
export const titleOfJob = (job: ListedJob, texts: Texts, formats: Formats): string =>
  titleOf(
    {
      title: job.call_title,
      file_name: job.call_file_name,
      started_at: job.call_started_at,
      created_at: job.call_created_at,
    },
    texts,
    formats,
  );

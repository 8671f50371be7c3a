import { Readable } from 'node:stream';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { create as contentDisposition } from 'content-disposition';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import type { FileResponse } from '../../platform/http/file-response.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { withoutEnding } from '../../transcripts/exports/document.ts';
import { readCallWords } from '../get.ts';
import { writeInThread } from './threads.ts';

/** A call's transcript as a file to keep, to print or to send, with the speakers by their names. */
export const exportCall = async ({
  database,
  actor,
  params,
  query,
}: RouteRequest<Routes['calls']['exportTranscript']>): Promise<{ file: FileResponse }> => {
  const { transcript, ...call } = await readCallWords(database, actor, params.call_uuid);
  if (!transcript) throw notFound('transcript');
  const { uuid, file_name, created_at, duration } = call;
  const speaker_labels = call.speaker_labels.parse() as Record<string, unknown>;
  const written = await writeInThread({
    call: { uuid, file_name, created_at, duration, speaker_labels },
    transcript: transcript.utf8,
    format: query.format ?? 'json',
  });
  if ('refusal' in written) throw conflict('not_printable', written.refusal);
  const { bytes, content_type, extension } = written;
  return {
    file: {
      bytes: bytes.length,
      headers: {
        'content-type': content_type,
        'content-disposition': contentDisposition(`${titleOf(file_name) || uuid}.${extension}`),
        'cache-control': 'private, no-store',
      },
      open: ({ start, end }) => Readable.from([bytes.subarray(start, end)]),
    },
  };
};

/** Bytes: file systems take names of 255, and the ending and a browser's “(1)” come behind it. */
const LONGEST_NAME = 200;

// The recording's name without its ending and without what no file's name should hold.
const titleOf = (file_name: string | null): string => {
  const title = withoutEnding(file_name ?? '').replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, ' ');
  const bytes = Buffer.from(title.trim()).subarray(0, LONGEST_NAME);
  // Half a character at the end is left out.
  return new TextDecoder().decode(bytes, { stream: true }).trim();
};

import { Readable } from 'node:stream';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { create as contentDisposition } from 'content-disposition';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import type { FileResponse } from '../../platform/http/file-response.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { LimitExceeded } from '../../platform/worker-pool/worker-pool.ts';
import { withoutEnding } from '../../transcripts/exports/document.ts';
import { TOO_LONG } from '../../transcripts/exports/not-exportable.ts';
import { readCallWords } from '../get.ts';
import type { ExportPool } from './export-pool.ts';

/** A call's transcript as a file to keep, to print or to send, with the speakers by their names. */
export const exportCall =
  (exports: ExportPool) =>
  async ({
    database,
    actor,
    params,
    query,
    signal,
  }: RouteRequest<Routes['calls']['exportTranscript']>): Promise<{ file: FileResponse }> => {
    const { transcript, ...call } = await readCallWords(database, actor, params.call_uuid);
    if (!transcript) throw notFound('transcript');
    const { uuid, file_name, created_at, duration } = call;
    const speaker_labels = call.speaker_labels.parse() as Record<string, unknown>;
    const unwritten = {
      call: { uuid, file_name, created_at, duration, speaker_labels },
      transcript: transcript.utf8,
      format: query.format ?? 'json',
    };
    const { organization_uuid } = actor;
    const written = await exports.run(unwritten, { organization_uuid, signal }).catch((error: unknown) => {
      if (error instanceof LimitExceeded) return { refusal: TOO_LONG };
      throw error;
    });
    if ('refusal' in written) throw conflict('not_exportable', written.refusal);
    return { file: fileOf(`${titleOf(file_name) || uuid}.${written.extension}`, written) };
  };

const fileOf = (name: string, { bytes, content_type }: { bytes: Uint8Array; content_type: string }): FileResponse => ({
  bytes: bytes.length,
  headers: {
    'content-type': content_type,
    'content-disposition': contentDisposition(name),
    'cache-control': 'private, no-store',
  },
  open: ({ start, end }) => Readable.from([bytes.subarray(start, end)]),
});

/** Bytes: file systems take names of 255, and the ending and a browser's “(1)” come behind it. */
const LONGEST_NAME = 200;

// The recording's name without its ending and without what no file's name should hold.
const titleOf = (file_name: string | null): string => {
  const title = withoutEnding(file_name ?? '').replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, ' ');
  const bytes = Buffer.from(title.trim()).subarray(0, LONGEST_NAME);
  // Half a character at the end is left out.
  return new TextDecoder().decode(bytes, { stream: true }).trim();
};

import type { Side } from '@pharos/contract/sides.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { create as contentDisposition } from 'content-disposition';
import { conflict, notFound } from '../../platform/errors/errors.ts';
import { type FileResponse, fileOfBytes } from '../../platform/http/file-response.ts';
import { requireTimeZone } from '../../platform/http/time-zone.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { LimitExceeded } from '../../platform/worker-pool/worker-pool.ts';
import type { LeftOut } from '../../transcripts/exports/call.ts';
import { withoutEnding } from '../../transcripts/exports/document.ts';
import { TOO_LONG } from '../../transcripts/exports/not-exportable.ts';
import { readCallWords } from '../get.ts';
import type { CallRow } from '../queries.ts';
import type { ExportPool } from './export-pool.ts';
import { findRecordOwner, type RecordOwner } from './queries.ts';
import { redactionKinds } from './redaction-kinds.ts';

/** A call's transcript as a file to keep, to print or to send, with the speakers by their names. */
export const exportCall = async (
  { database, actor, params, query, signal }: RouteRequest<Routes['calls']['exportTranscript']>,
  { exports }: { exports: ExportPool },
): Promise<{ file: FileResponse }> => {
  requireTimeZone(query.time_zone, '/time_zone');
  const redact = redactionKinds(query.redact);
  const { transcript, ...call } = await readCallWords(database, actor, params.call_uuid);
  if (!transcript) throw notFound('transcript');
  const { organization_uuid } = actor;
  const owner = await findRecordOwner(database, organization_uuid, call.case_uuid);
  if (!owner) throw notFound('case');
  const unwritten = {
    call: calledOf(call, owner, query),
    transcript: transcript.utf8,
    format: query.format ?? 'json',
    redact,
  };
  const written = await exports.run(unwritten, { organization_uuid, signal }).catch((error: unknown) => {
    if (error instanceof LimitExceeded) return { refusal: TOO_LONG };
    throw error;
  });
  if ('refusal' in written) throw conflict('not_exportable', written.refusal);
  return { file: fileOf(`${titleOf(call) || call.uuid}.${written.extension}`, written) };
};

type Wanted = RouteRequest<Routes['calls']['exportTranscript']>['query'];

/** A call with what a document says of it. */
const calledOf = (call: Omit<CallRow, 'transcript'>, owner: RecordOwner, { time_zone, language }: Wanted) => {
  const { uuid, title, file_name, created_at, started_at, direction, from, to, answered_by } = call;
  const { home, first_name, last_name, case_number } = owner;
  const person = [first_name, last_name].filter((name) => name?.trim()).join(' ');
  return {
    ...{ uuid, title, file_name, created_at, started_at, direction, from, to, answered_by },
    ...{ duration: call.duration, home, person, case_number },
    speaker_labels: call.speaker_labels.parse() as Record<string, unknown>,
    speaker_sides: call.speaker_sides.parse() as Record<string, Side>,
    time_zone: time_zone ?? owner.time_zone ?? 'UTC',
    language: language ?? 'en',
  } as const;
};

type File = { bytes: Uint8Array; content_type: string; left_out: LeftOut | null };

const fileOf = (name: string, { bytes, content_type, left_out }: File): FileResponse =>
  fileOfBytes(bytes, {
    'content-type': content_type,
    'content-disposition': contentDisposition(name),
    'cache-control': 'private, no-store',
    ...(left_out && { 'x-redacted': countsOf(left_out) }),
  });

/** Counts as a header has them: `card_number=2, date_of_birth=1`. */
const countsOf = (left_out: LeftOut): string =>
  Object.entries(left_out)
    .map(([kind, places]) => `${kind}=${places}`)
    .join(', ') || 'none';

/** Bytes: file systems take names of 255, and the ending and a browser's “(1)” come behind it. */
const LONGEST_NAME = 200;

// The call's title, or else its recording's name without the ending, without what no file's name should hold.
const titleOf = ({ title: given, file_name }: Pick<CallRow, 'title' | 'file_name'>): string => {
  const title = (given?.trim() || withoutEnding(file_name ?? '')).replaceAll(/[\p{Cc}\p{Cf}/\\:*?"<>|]/gu, ' ');
  const bytes = Buffer.from(title.trim()).subarray(0, LONGEST_NAME);
  // Half a character at the end is left out.
  return new TextDecoder().decode(bytes, { stream: true }).trim();
};

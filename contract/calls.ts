import Type, { type Static } from 'typebox';
import { answeredFacts, DIRECTIONS, NUMBER_LIMIT, writableFacts } from './call-facts.ts';
import { SpeakerSides, SpeakerSidesPatch } from './sides.ts';
import { EXAMPLE_IDS } from './table/example-ids.ts';
import { route } from './table/route.ts';
import { DateTime, FreeObject, named, nullable, oneOf, pageOf, paging, TimeZone, Uuid } from './table/schema.ts';
import { ExportFormat, ExportLanguage, ImportReport, REDACTION_KINDS, Transcript } from './transcripts.ts';

/** Maximum size of a body with a transcript, in bytes: 32 MiB. A 3-hour call takes 2.5 to 5 MB. */
export const CALL_BODY_LIMIT = 32 * 1024 * 1024;

/** Maximum size of `speaker_labels`, `speaker_sides` and `provider_metadata`, in bytes of JSON: 1 MiB each. */
export const FREE_OBJECT_LIMIT = 1024 * 1024;

const Duration = Type.Integer({ minimum: 0, maximum: 2_147_483_647, description: 'Whole seconds.' });
const FileFormat = Type.String({ maxLength: 255 });
const FileName = Type.String({ maxLength: 1024 });
const FilePath = Type.String({ maxLength: 4096, description: 'Opaque text, never opened or fetched.' });
const FileSize = Type.Integer({ minimum: 0, maximum: Number.MAX_SAFE_INTEGER, description: 'Bytes.' });
const SpeakerLabels = Type.Unsafe<Record<string, unknown>>({
  ...FreeObject,
  description: 'Labels by speaker id: a string or any JSON each. Stored unchanged, at most 1 MiB.',
});
const ProviderMetadata = Type.Unsafe<{ assembly_ai_id?: string | null; [name: string]: unknown }>({
  type: 'object',
  properties: { assembly_ai_id: nullable(Type.String()) },
  additionalProperties: true,
  description: "The provider's own ids and details. Stored unchanged, at most 1 MiB.",
});

const writable = {
  duration: Type.Optional(nullable(Duration)),
  file_format: Type.Optional(nullable(FileFormat)),
  file_name: Type.Optional(nullable(FileName)),
  file_path: Type.Optional(nullable(FilePath)),
  file_size: Type.Optional(nullable(FileSize)),
  provider_metadata: Type.Optional(nullable(ProviderMetadata)),
  transcript: Type.Optional(nullable(Transcript)),
  ...writableFacts,
};
const labelling = {
  is_fully_labelled: Type.Optional(nullable(Type.Boolean())),
  speaker_labels: Type.Optional(nullable(SpeakerLabels)),
  speaker_sides: Type.Optional(nullable(SpeakerSides)),
};

/**
 * Body of a PUT. Absent and null fields are left unchanged; `transcript`, `speaker_labels`, `speaker_sides` and
 * `provider_metadata` are replaced whole.
 */
export const CallUpdate = named('CallUpdate', { ...writable, ...labelling });
export type CallUpdate = Static<typeof CallUpdate>;

/** Body of a POST: the fields of a PUT, and the call's case. */
export const CallCreate = named('CallCreate', { case_uuid: Uuid, ...writable, ...labelling });
export type CallCreate = Static<typeof CallCreate>;

/** Merge patch (RFC 7396): null clears and objects are merged, but a transcript is always replaced whole. */
export const CallPatch = named('CallPatch', {
  ...writable,
  is_fully_labelled: Type.Optional(Type.Boolean()),
  speaker_labels: labelling.speaker_labels,
  speaker_sides: Type.Optional(nullable(SpeakerSidesPatch)),
});
export type CallPatch = Static<typeof CallPatch>;

const answered = {
  uuid: Uuid,
  case_uuid: Uuid,
  organization_uuid: Uuid,
  created_by: Uuid,
  created_at: DateTime,
  updated_at: DateTime,
  is_fully_labelled: Type.Boolean(),
  speaker_labels: SpeakerLabels,
  speaker_sides: SpeakerSides,
  duration: nullable(Duration),
  file_format: nullable(FileFormat),
  file_name: nullable(FileName),
  file_path: nullable(FilePath),
  file_size: nullable(FileSize),
  provider_metadata: nullable(ProviderMetadata),
  ...answeredFacts,
};

/** Bytes of words that an answer with several calls has at most: 32 MiB. */
export const WORDS_LIMIT = 32 * 1024 * 1024;

export const TranscriptOmitted = Type.Boolean({
  description:
    'True if the call has words that are left out here, as those of the calls before it come to 32 MiB; else absent. Get the call itself.',
});

/** Call in a list, with its transcript only on request. */
export const ListedCall = named('ListedCall', {
  ...answered,
  transcript: Type.Optional(nullable(Transcript)),
  transcript_omitted: Type.Optional(TranscriptOmitted),
});
export type ListedCall = Static<typeof ListedCall>;

/** Recorded telephone call, with its transcript. */
export const Call = named('Call', { ...answered, transcript: nullable(Transcript) });
export type Call = Static<typeof Call>;

const params = Type.Object({ call_uuid: Uuid });

const EXAMPLE: CallUpdate = {
  duration: 760,
  file_name: 'First call from the family.mp3',
  file_format: 'mp3',
  started_at: '2026-11-17T09:14:00-05:00',
  direction: 'incoming',
  from: '(212) 555-0123',
  answered_by: 'Nora Ellery',
  is_fully_labelled: true,
  speaker_labels: { A: 'Nora Ellery, Evergreen Funeral Home', B: 'Anna Hollis, daughter' },
  transcript: {
    source: 'assembly_ai',
    words: [
      { text: 'Evergreen', start_ms: 240, end_ms: 810, confidence: 0.98, speaker: 'A' },
      { text: 'Funeral', start_ms: 810, end_ms: 1190, confidence: 0.99, speaker: 'A' },
      { text: 'Home,', start_ms: 1190, end_ms: 1540, confidence: 0.99, speaker: 'A' },
      { text: 'Hi.', start_ms: 4120, end_ms: 4390, confidence: 0.93, speaker: 'B' },
    ],
  },
};

export const calls = {
  list: route({
    method: 'GET',
    path: '/v1/calls',
    summary: 'List calls, newest first by started_at, or by created_at where that is null',
    access: 'viewer',
    query: Type.Object({
      case_uuid: Type.Optional(Uuid),
      is_fully_labelled: Type.Optional(Type.Boolean()),
      has_transcript: Type.Optional(Type.Boolean()),
      has_recording: Type.Optional(Type.Boolean()),
      created_after: Type.Optional(DateTime),
      created_before: Type.Optional(DateTime),
      started_after: Type.Optional(
        Type.Unsafe<string>({
          ...DateTime,
          description: 'Compared with started_at, or created_at where that is null.',
        }),
      ),
      started_before: Type.Optional(DateTime),
      identified: Type.Optional(Type.Boolean({ description: 'False: calls of cases that are not identified yet.' })),
      direction: Type.Optional(oneOf(DIRECTIONS)),
      number: Type.Optional(
        Type.String({
          minLength: 1,
          maxLength: NUMBER_LIMIT,
          description: 'A telephone number in any form: calls from it or to it.',
        }),
      ),
      source_call_id: Type.Optional(Type.String()),
      assembly_ai_id: Type.Optional(Type.String({ description: 'provider_metadata.assembly_ai_id' })),
      external_id: Type.Optional(Type.String({ description: "The case's external_id" })),
      review: Type.Optional(
        oneOf(['open', 'done'], {
          description: 'open: values found in the call wait for a decision; done: all of them have one.',
        }),
      ),
      with_transcript: Type.Optional(Type.Boolean({ description: 'Include transcripts. Default: false.' })),
      ...paging,
    }),
    status: 200,
    data: pageOf(ListedCall),
  }),
  create: route({
    method: 'POST',
    path: '/v1/calls',
    summary: 'Add a call to a case',
    access: 'member',
    body: CallCreate,
    body_limit: CALL_BODY_LIMIT,
    example: {
      case_uuid: EXAMPLE_IDS.case_uuid,
      file_name: 'Florist, Saturday flowers.mp3',
      duration: 214,
    } satisfies CallCreate,
    status: 201,
    data: Call,
    message: 'Call created',
  }),
  get: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}',
    summary: 'Get a call',
    access: 'viewer',
    params,
    status: 200,
    data: Call,
  }),
  update: route({
    method: 'PUT',
    path: '/v1/calls/{call_uuid}',
    summary: 'Update a call; fields that are absent or null are left unchanged',
    access: 'member',
    params,
    body: CallUpdate,
    body_limit: CALL_BODY_LIMIT,
    example: EXAMPLE,
    status: 200,
    data: Call,
    message: 'Call updated',
  }),
  patch: route({
    method: 'PATCH',
    path: '/v1/calls/{call_uuid}',
    summary: 'Change or clear fields of a call by a merge patch (RFC 7396)',
    access: 'member',
    params,
    body: CallPatch,
    body_kind: 'merge_patch',
    body_limit: CALL_BODY_LIMIT,
    example: { file_path: null, speaker_labels: { C: 'Daniel Hollis, son' } } satisfies CallPatch,
    status: 200,
    data: Call,
    message: 'Call updated',
  }),
  remove: route({
    method: 'DELETE',
    path: '/v1/calls/{call_uuid}',
    summary: 'Delete a call; it can be restored',
    access: 'member',
    params,
    status: 204,
  }),
  restore: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/restore',
    summary: 'Restore a deleted call',
    access: 'member',
    conflicts: true,
    params,
    status: 200,
    data: Call,
    message: 'Call restored',
  }),
  importTranscript: route({
    method: 'PUT',
    path: '/v1/calls/{call_uuid}/transcript',
    summary: "Import a provider's result or a subtitle file as the transcript; the format is detected",
    access: 'member',
    params,
    body: Type.Unsafe<Uint8Array | string>({ type: 'string', format: 'binary' }),
    body_kind: 'file',
    body_limit: CALL_BODY_LIMIT,
    status: 200,
    data: Type.Object({ call: Call, report: ImportReport }),
    message: 'Transcript imported',
  }),
  exportTranscript: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/transcript',
    summary: 'Export the transcript of a call as a file, with speaker names',
    access: 'viewer',
    params,
    query: Type.Object({
      format: Type.Optional(
        Type.Unsafe<ExportFormat>({
          ...ExportFormat,
          description: 'Format of the file; json can be imported again unchanged.',
        }),
      ),
      time_zone: Type.Optional(
        Type.Unsafe<string>({
          ...TimeZone,
          description: "IANA time zone for times of day in documents. Default: the organization's, else UTC.",
        }),
      ),
      language: Type.Optional(
        Type.Unsafe<ExportLanguage>({
          ...ExportLanguage,
          description: 'Language of the labels in documents. Default: en.',
        }),
      ),
      redact: Type.Optional(
        Type.String({
          maxLength: 255,
          description:
            `Kinds of numbers to leave out, separated by commas: ${REDACTION_KINDS.join(', ')}. A marker stands in their ` +
            'place, and `X-Redacted` counts them, such as `card_number=2`, or says `none`; the call itself stays as it is.',
        }),
      ),
    }),
    status: 200,
    answer_kind: 'bytes',
  }),
};

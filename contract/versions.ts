import Type, { type Static } from 'typebox';
import { Call } from './calls.ts';
import { Case } from './cases.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid, VersionNumber } from './table/schema.ts';
import { Word } from './transcripts.ts';

/** Reason for not using a provider’s result: the transcript was edited in the meantime, or the result has no words. */
export type SetAsideReason = 'edited' | 'no_words';

/** Origin of a version. */
export type VersionNote =
  | { kind: 'restored'; version: number }
  | { kind: 'restored_transcript' }
  | { kind: 'imported'; format: string }
  | { kind: 'transcribed'; source: string }
  | { kind: 'set_aside'; source: string; reason: SetAsideReason }
  | { kind: 'moved'; from_case_uuid: string; to_case_uuid: string }
  | { kind: 'joined'; call_uuid: string }
  | { kind: 'parted'; call_uuid: string }
  | { kind: 'kept'; version: number; reason: SetAsideReason }
  | { kind: 'text'; text: string };

/** Schema of a note, whose fields follow from its `kind`. */
export const VersionNote = Type.Unsafe<VersionNote>(
  named('VersionNote', {
    kind: oneOf(
      [
        'restored',
        'restored_transcript',
        'imported',
        'transcribed',
        'set_aside',
        'kept',
        'moved',
        'joined',
        'parted',
        'text',
      ],
      {
        description:
          '`restored`: as in `version`. `restored_transcript`: the transcript is the provider’s again. `imported`: a file ' +
          'of `format`. `transcribed`: the result of `source`. `set_aside`: a result of `source` that for a `reason` did ' +
          'not stay; the next version is `kept`, as in `version`. `moved`: to another case. `joined`, `parted`: with or from the call `call_uuid`. `text`: written by an earlier version of Pharos.',
      },
    ),
    version: Type.Optional(VersionNumber),
    format: Type.Optional(Type.String()),
    source: Type.Optional(Type.String()),
    reason: Type.Optional(oneOf(['edited', 'no_words'])),
    from_case_uuid: Type.Optional(Uuid),
    to_case_uuid: Type.Optional(Uuid),
    call_uuid: Type.Optional(Uuid),
    text: Type.Optional(Type.String()),
  }),
);

/** Version of a call or a case; every change creates the next. */
export const Version = named('Version', {
  version: VersionNumber,
  created_at: DateTime,
  created_by: Uuid,
  changed: Type.Array(Type.String(), { description: 'Fields that differ from the previous version.' }),
  note: nullable(VersionNote),
});
export type Version = Static<typeof Version>;

/** Version with the whole call as of then; its `updated_at` is the time of the version. */
export const CallVersion = named('CallVersion', { ...Version.properties, call: Call });
export type CallVersion = Static<typeof CallVersion>;

/** Version with the whole case as of then; its `updated_at` is the time of the version. */
export const CaseVersion = named('CaseVersion', { ...Version.properties, case: Case });
export type CaseVersion = Static<typeof CaseVersion>;

const FieldChange = named('FieldChange', {
  field: Type.String({ description: "A field's name. `transcript.source` is the transcript's; null without one." }),
  before: Type.Unknown(),
  after: Type.Unknown(),
});
export type FieldChange = Static<typeof FieldChange>;

const Range = (description: string) =>
  Type.Unsafe<[number, number]>({
    type: 'array',
    items: { type: 'integer', minimum: 0 },
    minItems: 2,
    maxItems: 2,
    description,
  });

/**
 * One step from the words of a version to those of another. The ranges of all steps, in order, cover both transcripts.
 * `equal`: the same words. `change`: the same texts, with other times, confidence or speaker.
 */
export const WordStep = named('WordStep', {
  op: oneOf(['equal', 'change', 'replace', 'delete', 'insert'], {
    description: '`change` has the same texts, with other times, confidence or speaker.',
  }),
  from: Range('First word and the one after the last, counted from 0 in the version that is compared.'),
  to: Range('The same in the version that it is compared with.'),
  before: Type.Optional(Type.Array(Word, { description: 'Words of `from`; absent for equal and insert.' })),
  after: Type.Optional(Type.Array(Word, { description: 'Words of `to`; absent for equal and delete.' })),
});
export type WordStep = Static<typeof WordStep>;

const compared = { from: VersionNumber, to: VersionNumber, fields: Type.Array(FieldChange) };

/** Differences between two versions of a call. */
export const CallDiff = named('CallDiff', {
  ...compared,
  words: Type.Array(WordStep, {
    description: 'All words of both, in order. Transcripts with little in common are one `replace`.',
  }),
});
export type CallDiff = Static<typeof CallDiff>;

/** Differences between two versions of a case. */
export const CaseDiff = named('CaseDiff', compared);
export type CaseDiff = Static<typeof CaseDiff>;

const callParams = Type.Object({ call_uuid: Uuid });
const callVersion = Type.Object({ call_uuid: Uuid, version: VersionNumber });
const caseParams = Type.Object({ case_uuid: Uuid });
const caseVersion = Type.Object({ case_uuid: Uuid, version: VersionNumber });
const against = Type.Object({
  to: Type.Optional(Type.Integer({ ...VersionNumber, description: 'Version to compare with. Default: the newest.' })),
});

/** Routes of a call's history, which are verbs of `calls`. */
export const callVersions = {
  versions: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/versions',
    summary: 'List the versions of a call, newest first',
    access: 'viewer',
    params: callParams,
    query: Type.Object(paging),
    status: 200,
    data: pageOf(Version),
  }),
  version: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/versions/{version}',
    summary: 'Get a call as of a version',
    access: 'viewer',
    params: callVersion,
    status: 200,
    data: CallVersion,
  }),
  diff: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/versions/{version}/diff',
    summary: 'Compare two versions of a call, word by word',
    access: 'viewer',
    params: callVersion,
    query: against,
    status: 200,
    data: CallDiff,
  }),
  restoreVersion: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/versions/{version}/restore',
    summary: 'Restore a version of a call, as a new version',
    access: 'member',
    params: callVersion,
    takes_if_match: true,
    status: 200,
    data: Call,
    message: 'Version restored',
  }),
  restoreTranscript: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/transcript/restore',
    summary: "Restore the provider's transcript: the newest from a file, or else the call's first",
    access: 'member',
    conflicts: true,
    params: callParams,
    takes_if_match: true,
    status: 200,
    data: Call,
    message: 'Transcript restored',
  }),
};

/** Routes of a case's history, which are verbs of `cases`. */
export const caseVersions = {
  versions: route({
    method: 'GET',
    path: '/v1/cases/{case_uuid}/versions',
    summary: 'List the versions of a case, newest first',
    access: 'viewer',
    params: caseParams,
    query: Type.Object(paging),
    status: 200,
    data: pageOf(Version),
  }),
  version: route({
    method: 'GET',
    path: '/v1/cases/{case_uuid}/versions/{version}',
    summary: 'Get a case as of a version',
    access: 'viewer',
    params: caseVersion,
    status: 200,
    data: CaseVersion,
  }),
  diff: route({
    method: 'GET',
    path: '/v1/cases/{case_uuid}/versions/{version}/diff',
    summary: 'Compare two versions of a case',
    access: 'viewer',
    params: caseVersion,
    query: against,
    status: 200,
    data: CaseDiff,
  }),
  restoreVersion: route({
    method: 'POST',
    path: '/v1/cases/{case_uuid}/versions/{version}/restore',
    summary: 'Restore a version of a case, as a new version',
    access: 'member',
    conflicts: true,
    params: caseVersion,
    takes_if_match: true,
    status: 200,
    data: Case,
    message: 'Version restored',
  }),
};

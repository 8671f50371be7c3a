import Type, { type Static } from 'typebox';
import { Call } from './calls.ts';
import { Case } from './cases.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, pageOf, paging, Uuid, VersionNumber } from './table/schema.ts';
import { Word } from './transcripts.ts';

/** Why a provider's result is not a call's transcript: somebody has edited that, or the result has no words. */
export type SetAsideReason = 'edited' | 'no_words';

/** Where a version came from. */
export type VersionNote =
  | { kind: 'restored'; version: number }
  | { kind: 'restored_transcript' }
  | { kind: 'imported'; format: string }
  | { kind: 'transcribed'; source: string }
  | { kind: 'set_aside'; source: string; reason: SetAsideReason }
  | { kind: 'kept'; version: number; reason: SetAsideReason }
  | { kind: 'text'; text: string };

/** The schema of a note; which fields there are follows from its `kind`. */
export const VersionNote = Type.Unsafe<VersionNote>(
  named('VersionNote', {
    kind: oneOf(['restored', 'restored_transcript', 'imported', 'transcribed', 'set_aside', 'kept', 'text'], {
      description:
        '`restored`: as in `version`. `restored_transcript`: the transcript is the provider’s again. `imported`: a file ' +
        'of `format`. `transcribed`: the result of `source`. `set_aside`: a result of `source` that for a `reason` did ' +
        'not stay; the next version is `kept`, as in `version`. `text`: written by an earlier version of Pharos.',
    }),
    version: Type.Optional(VersionNumber),
    format: Type.Optional(Type.String()),
    source: Type.Optional(Type.String()),
    reason: Type.Optional(oneOf(['edited', 'no_words'])),
    text: Type.Optional(Type.String()),
  }),
);

/** One state that a call or a case had: every change makes the next. */
export const Version = named('Version', {
  version: VersionNumber,
  created_at: DateTime,
  created_by: Uuid,
  changed: Type.Array(Type.String(), { description: 'The fields that differ from the version before.' }),
  note: nullable(VersionNote),
});
export type Version = Static<typeof Version>;

/** A version with the call as it then was; its `updated_at` is the time of the version. */
export const CallVersion = named('CallVersion', { ...Version.properties, call: Call });
export type CallVersion = Static<typeof CallVersion>;

/** A version with the case as it then was; its `updated_at` is the time of the version. */
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
    description: '`change` keeps the texts, and differs in times, confidence or speaker.',
  }),
  from: Range('First word and the one after the last, counted from 0 in the version that is compared.'),
  to: Range('The same in the version that it is compared with.'),
  before: Type.Optional(Type.Array(Word, { description: 'The words of `from`, unless the step is equal or insert.' })),
  after: Type.Optional(Type.Array(Word, { description: 'The words of `to`, unless the step is equal or delete.' })),
});
export type WordStep = Static<typeof WordStep>;

const compared = { from: VersionNumber, to: VersionNumber, fields: Type.Array(FieldChange) };

/** Differences between two versions of a call. */
export const CallDiff = named('CallDiff', {
  ...compared,
  words: Type.Array(WordStep, {
    description: 'Every word of both, in order. Transcripts that have little in common are one `replace`.',
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
  to: Type.Optional(
    Type.Integer({ ...VersionNumber, description: 'The version to compare with; the newest if absent.' }),
  ),
});

/** The routes of a call's history; they are verbs of `calls`. */
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
    summary: 'Read a call as it was in a version',
    access: 'viewer',
    params: callVersion,
    status: 200,
    data: CallVersion,
  }),
  diff: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/versions/{version}/diff',
    summary: 'Compare a version of a call with another, word by word',
    access: 'viewer',
    params: callVersion,
    query: against,
    status: 200,
    data: CallDiff,
  }),
  restoreVersion: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/versions/{version}/restore',
    summary: 'Make a call what it was in a version: as a new version, so that nothing is lost',
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
    summary: "Bring the provider's transcript back: the newest that came from a file, or else the call's first",
    access: 'member',
    conflicts: true,
    params: callParams,
    takes_if_match: true,
    status: 200,
    data: Call,
    message: 'Transcript restored',
  }),
};

/** The routes of a case's history; they are verbs of `cases`. */
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
    summary: 'Read a case as it was in a version',
    access: 'viewer',
    params: caseVersion,
    status: 200,
    data: CaseVersion,
  }),
  diff: route({
    method: 'GET',
    path: '/v1/cases/{case_uuid}/versions/{version}/diff',
    summary: 'Compare a version of a case with another',
    access: 'viewer',
    params: caseVersion,
    query: against,
    status: 200,
    data: CaseDiff,
  }),
  restoreVersion: route({
    method: 'POST',
    path: '/v1/cases/{case_uuid}/versions/{version}/restore',
    summary: 'Make a case what it was in a version: as a new version, so that nothing is lost',
    access: 'member',
    conflicts: true,
    params: caseVersion,
    takes_if_match: true,
    status: 200,
    data: Case,
    message: 'Version restored',
  }),
};

export const MANIFEST = 'manifest.json';

/** List of everything in an export, written last: an export without it is not whole. */
export type ExportManifest = {
  format: 'pharos-export-1';
  exported_at: string;
  organization: string;
  /** Files by their path in the folder, with size and SHA-256. */
  files: { path: string; bytes: number; sha256: string }[];
};

export const README = `An export of Pharos, a call record system for funeral homes.

cases/CASE/case.json                     a case
cases/CASE/calls/CALL/call.json          a call: its facts, speaker labels and transcript, word by word (ms)
cases/CASE/calls/CALL/transcript.vtt     the same words as subtitles, with the names of the speakers (WebVTT)
cases/CASE/calls/CALL/recording.*        its recording, as it was uploaded
organization.json, locations.json, people.json, generation-templates.json
manifest.json                            every file with its size and SHA-256

Deleted records, earlier versions, results of templates and the audit log are not in it.
`;

import type { Routes } from '@pharos/contract/table/routes.ts';
import { StoredJson } from '../../platform/json/stored-json.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { fieldChanges } from '../../versions/field-changes.ts';
import { FIELDS } from '../fields.ts';
import { withTranscripts } from '../transcripts.ts';
import type { DiffPool } from './diff-pool.ts';
import { readCallVersion } from './get.ts';

const SOURCE = 'transcript.source';

/** Tells what differs between two versions, which never change: so neither does the answer. */
export const diffCallVersions = async (
  { database, actor, params, query }: RouteRequest<Routes['calls']['diff']>,
  { diffs }: { diffs: DiffPool },
) => {
  const [before, after] = await database.transaction(
    async (tx) => {
      const from = await readCallVersion(tx, actor, params.call_uuid, params.version);
      const to = await readCallVersion(tx, actor, params.call_uuid, query.to);
      return withTranscripts(tx, [from, to]);
    },
    { lazy: true },
  );
  if (!before || !after) throw new Error('a version vanished');
  const pair = { before: before.transcript?.utf8 ?? null, after: after.transcript?.utf8 ?? null };
  const { sources, steps } = await diffs.run(pair, actor);
  const fields = [
    ...fieldChanges(['case_uuid', ...FIELDS], before, after),
    ...fieldChanges([SOURCE], { [SOURCE]: sources[0] }, { [SOURCE]: sources[1] }),
  ];
  const [from, to] = [before.version, after.version];
  return { data: { from, to, fields, words: new StoredJson(steps) }, etag: `"${from}-${to}"` };
};

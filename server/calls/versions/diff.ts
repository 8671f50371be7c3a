import type { Routes } from '@pharos/contract/table/routes.ts';
import { StoredJson } from '../../platform/json/stored-json.ts';
import type { RouteRequest } from '../../platform/serving/handler.ts';
import { FIELDS, type Field } from '../fields.ts';
import { withTranscripts } from '../transcripts.ts';
import type { DiffPool } from './diff-pool.ts';
import { readCallVersion } from './get.ts';
import type { CallVersionRow } from './queries.ts';

/** Tells what differs between two versions, which never change: so neither does the answer. */
export const diffCallVersions =
  (diffs: DiffPool) =>
  async ({ database, actor, params, query }: RouteRequest<Routes['calls']['diff']>) => {
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
    const fields = [...changesOf(before, after), ...changeOf('transcript.source', ...sources)];
    const [from, to] = [before.version, after.version];
    return { data: { from, to, fields, words: new StoredJson(steps) }, etag: `"${from}-${to}"` };
  };

type Fields = Pick<CallVersionRow, Field>;

const changesOf = (before: Fields, after: Fields) =>
  FIELDS.flatMap((name) => changeOf(name, before[name], after[name]));

const changeOf = (field: string, before: unknown, after: unknown) =>
  textOf(before) === textOf(after) ? [] : [{ field, before, after }];

const textOf = (value: unknown) => (value instanceof StoredJson ? value.text : JSON.stringify(value));

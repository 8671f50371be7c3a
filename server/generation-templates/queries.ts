import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import sql, { empty } from 'sql-template-tag';
import { selectBounded } from '../platform/database/bounded-rows.ts';
import type { OpenTransaction, Transaction } from '../platform/database/database.ts';
import { insertInto } from '../platform/database/insert-into.ts';
import { assign, nextTime } from '../platform/database/write.ts';
import type { Slice } from '../platform/http/cursor.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import { type Field, fieldsOf } from './fields.ts';

/** Uuid that stands for an organization in the rows of templates that all organizations share. */
const SHARED = '00000000-0000-0000-0000-000000000000';

type Columns = Omit<GenerationTemplate, 'display_config' | 'exact_phrases' | 'scope'> & {
  display_config: StoredJson;
  exact_phrases: StoredJson | null;
  scope: StoredJson | null;
};
export type TemplateRow = Columns & { version: number };
/** A template that is locked for a change; `now` is the time of its next state. */
export type LockedTemplate = TemplateRow & { now: string };

const columns = sql`
  uuid, nullif(organization_uuid, ${SHARED}) as organization_uuid, created_at, created_by, updated_at, updated_by,
  deleted_at, deleted_by, development_stage, display_name, execution_type, label, template_type, display_config,
  exact_phrases, example_limit, instructions, rules, scope`;

/** Asks for an organization's own rows and, beside them, for the shared ones, which may lie on another shard. */
const ownAndShared = async <Row>(organization_uuid: string, ask: (owner: string) => Promise<Row>): Promise<Row[]> =>
  Promise.all([ask(organization_uuid), ask(SHARED)]);

const newestFirst = (one: Columns, other: Columns) =>
  `${one.created_at} ${one.uuid}` < `${other.created_at} ${other.uuid}` ? 1 : -1;

export const selectTemplates = async (
  tx: Transaction,
  organization_uuid: string,
  deleted: boolean,
  { after, limit }: Slice,
): Promise<Columns[]> => {
  const rows = await ownAndShared(organization_uuid, (owner) =>
    tx.rows<Columns>(sql`
      select ${columns}
      from generation_templates
      where organization_uuid = ${owner} and deleted_at is ${deleted ? sql`not null` : sql`null`}
        ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
      order by created_at desc, uuid desc
      limit ${limit}`),
  );
  return rows.flat().sort(newestFirst).slice(0, limit);
};

/** Templates of one owner that the answer with a case has at most. */
const MOST_IN_ANSWER = 200;

/** The templates in production for a type of case, oldest first. */
export const selectTemplatesInProduction = async (
  tx: Transaction,
  organization_uuid: string,
  template_type: GenerationTemplate['template_type'],
): Promise<Columns[]> => {
  const found = await ownAndShared(organization_uuid, (owner) =>
    selectBounded<Columns>(tx, {
      query: sql`
        select ${columns}
        from generation_templates
        where organization_uuid = ${owner} and deleted_at is null
          and development_stage = 'production' and template_type = ${template_type}
        order by created_at, uuid
        limit ${MOST_IN_ANSWER}`,
      order: sql`created_at, uuid`,
      size: sql`octet_length(instructions) + coalesce(octet_length(exact_phrases::text), 0)`,
    }),
  );
  return found
    .flatMap(({ rows }) => rows)
    .sort(newestFirst)
    .reverse();
};

/** All templates in production, oldest first, with their versions. */
export const selectTemplatesInUse = async (tx: Transaction, organization_uuid: string): Promise<TemplateRow[]> => {
  const rows = await ownAndShared(organization_uuid, (owner) =>
    tx.rows<TemplateRow>(sql`
      select ${columns}, version
      from generation_templates
      where organization_uuid = ${owner} and deleted_at is null and development_stage = 'production'`),
  );
  return rows.flat().sort(newestFirst).reverse();
};

/** The templates of these uuids that are not deleted. */
export const selectTemplatesNamed = async (
  tx: Transaction,
  organization_uuid: string,
  uuids: string[],
): Promise<TemplateRow[]> => {
  if (uuids.length === 0) return [];
  const rows = await ownAndShared(organization_uuid, (owner) =>
    tx.rows<TemplateRow>(sql`
      select ${columns}, version
      from generation_templates
      where organization_uuid = ${owner} and deleted_at is null and uuid = any(${uuids}::uuid[])`),
  );
  return rows.flat();
};

/** A template of one's own or a shared one, also a deleted one. */
export const findTemplate = async (
  tx: Transaction,
  organization_uuid: string,
  uuid: string,
): Promise<TemplateRow | null> => {
  const rows = await ownAndShared(organization_uuid, (owner) =>
    tx.row<TemplateRow>(sql`
      select ${columns}, version
      from generation_templates
      where organization_uuid = ${owner} and uuid = ${uuid}`),
  );
  return rows.find((row) => row !== null) ?? null;
};

/** Locks a template of this organization, null for the shared ones. Only those who may write it can see it here. */
export const findTemplateForUpdate = (tx: Transaction, organization_uuid: string | null, uuid: string) =>
  tx.row<LockedTemplate>(sql`
    select ${columns}, version, ${nextTime(sql`updated_at`)} as now
    from generation_templates
    where organization_uuid = ${organization_uuid ?? SHARED} and uuid = ${uuid}
    for update`);

/** Fields of a template that people write. */
export type TemplateFields = Pick<Columns, Field>;

export const insertTemplate = (
  tx: Transaction,
  {
    organization_uuid,
    created_by,
    ...template
  }: TemplateFields & Pick<Columns, 'uuid' | 'organization_uuid' | 'created_by'>,
) =>
  tx.one<TemplateRow>(sql`
    ${insertInto('generation_templates', [
      { organization_uuid: organization_uuid ?? SHARED, ...template, created_by, updated_by: created_by },
    ])}
    returning ${columns}, version`);

/** Adds a template that all organizations share, unless it is there, changed or deleted as it may be. */
export const insertSharedTemplate = (tx: OpenTransaction, template: TemplateFields & Pick<Columns, 'uuid'>): void => {
  const row = { organization_uuid: SHARED, ...template, created_by: SHARED, updated_by: SHARED };
  tx.send(sql`${insertInto('generation_templates', [row])} on conflict (organization_uuid, uuid) do nothing`);
};

/** Writes a locked template's new state. */
export const updateTemplateRow = (tx: OpenTransaction, template: TemplateRow): void => {
  const { organization_uuid, uuid, version, updated_at, updated_by } = template;
  tx.send(sql`
    update generation_templates set ${assign({ ...fieldsOf(template), version, updated_at, updated_by })}
    where organization_uuid = ${organization_uuid ?? SHARED} and uuid = ${uuid}`);
};

/** Deletes a locked template, or with null brings it back. */
export const markTemplate = (
  tx: OpenTransaction,
  { organization_uuid, uuid }: TemplateRow,
  deletion: { deleted_at: string; deleted_by: string } | { deleted_at: null; deleted_by: null },
): void =>
  tx.send(sql`
    update generation_templates set ${assign(deletion)}
    where organization_uuid = ${organization_uuid ?? SHARED} and uuid = ${uuid}`);

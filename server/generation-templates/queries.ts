import type { GenerationTemplate } from '@pharos/contract/generation-templates.ts';
import sql, { empty } from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';
import type { Position } from '../platform/http/cursor.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';

/** Under this organization lie the templates that all organizations share. */
const SHARED = '00000000-0000-0000-0000-000000000000';

type Columns = Omit<GenerationTemplate, 'display_config' | 'exact_phrases'> & {
  display_config: StoredJson | null;
  exact_phrases: StoredJson | null;
};
export type TemplateRow = Columns & { version: number };

const columns = sql`
  uuid, nullif(organization_uuid, ${SHARED}) as organization_uuid, created_at, created_by, updated_at, updated_by,
  deleted_at, deleted_by, development_stage, display_name, execution_type, label, template_type, display_config,
  exact_phrases, example_limit, instructions`;

const ownOrShared = (organization_uuid: string) => sql`organization_uuid in (${organization_uuid}, ${SHARED})`;

export const selectTemplates = (
  tx: Transaction,
  organization_uuid: string,
  deleted: boolean,
  after: Position | null,
  limit: number,
) =>
  tx.rows<Columns>(sql`
    select ${columns}
    from generation_templates
    where ${ownOrShared(organization_uuid)}
      and deleted_at is ${deleted ? sql`not null` : sql`null`}
      ${after ? sql`and (created_at, uuid) < (${after.created_at}::timestamptz, ${after.uuid}::uuid)` : empty}
    order by created_at desc, uuid desc
    limit ${limit}`);

/** The templates in production for a type of case, oldest first. */
export const selectTemplatesInProduction = (
  tx: Transaction,
  organization_uuid: string,
  template_type: GenerationTemplate['template_type'],
) =>
  tx.rows<Columns>(sql`
    select ${columns}
    from generation_templates
    where ${ownOrShared(organization_uuid)} and deleted_at is null
      and development_stage = 'production' and template_type = ${template_type}
    order by created_at, uuid`);

/** A template of one's own or a shared one, also a deleted one. */
export const findTemplate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<TemplateRow>(sql`
    select ${columns}, version
    from generation_templates
    where ${ownOrShared(organization_uuid)} and uuid = ${uuid}`);

/** The same, locked. Row level security shows it only to a transaction that may also write it. */
export const lockTemplate = (tx: Transaction, organization_uuid: string, uuid: string) =>
  tx.row<TemplateRow>(sql`
    select ${columns}, version
    from generation_templates
    where ${ownOrShared(organization_uuid)} and uuid = ${uuid}
    for update`);

/** What people write of a template. */
export type TemplateFields = Pick<
  Columns,
  | 'development_stage'
  | 'display_config'
  | 'display_name'
  | 'exact_phrases'
  | 'example_limit'
  | 'execution_type'
  | 'instructions'
  | 'label'
  | 'template_type'
>;

export const insertTemplate = (
  tx: Transaction,
  template: TemplateFields & Pick<Columns, 'uuid' | 'organization_uuid' | 'created_by'>,
) =>
  tx.row<TemplateRow>(sql`
    insert into generation_templates (organization_uuid, uuid, created_by, updated_by, development_stage,
      display_name, execution_type, label, template_type, display_config, exact_phrases, example_limit, instructions)
    values (${template.organization_uuid ?? SHARED}, ${template.uuid}, ${template.created_by}, ${template.created_by},
      ${template.development_stage}, ${template.display_name}, ${template.execution_type}, ${template.label},
      ${template.template_type}, ${template.display_config?.text ?? null}, ${template.exact_phrases?.text ?? null},
      ${template.example_limit}, ${template.instructions})
    returning ${columns}, version`);

/** Writes a locked template's new state. */
export const writeTemplate = (tx: Transaction, template: TemplateRow, updated_by: string) =>
  tx.row<TemplateRow>(sql`
    update generation_templates set
      development_stage = ${template.development_stage}, display_name = ${template.display_name},
      execution_type = ${template.execution_type}, label = ${template.label},
      template_type = ${template.template_type}, display_config = ${template.display_config?.text ?? null},
      exact_phrases = ${template.exact_phrases?.text ?? null}, example_limit = ${template.example_limit},
      instructions = ${template.instructions}, version = version + 1, updated_by = ${updated_by},
      updated_at = greatest(clock_timestamp(), updated_at + interval '1 microsecond')
    where organization_uuid = ${template.organization_uuid ?? SHARED} and uuid = ${template.uuid}
    returning ${columns}, version`);

/** Deletes a locked template, or with null brings it back. */
export const markDeleted = (tx: Transaction, template: TemplateRow, deleted_by: string | null) =>
  tx.row<TemplateRow>(sql`
    update generation_templates set
      deleted_at = case when ${deleted_by}::uuid is null then null else clock_timestamp() end,
      deleted_by = ${deleted_by}
    where organization_uuid = ${template.organization_uuid ?? SHARED} and uuid = ${template.uuid}
    returning ${columns}, version`);

import { randomUUID } from 'node:crypto';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import { reaches, type UserActor } from '../platform/auth/actor.ts';
import { forbidden, noSuch } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { withGiven } from './changes.ts';
import { insertTemplate } from './queries.ts';

/** POST: a template of one's own organization, or with `organization_uuid: null` one for all. */
export const createTemplate = async ({
  database,
  actor,
  body,
}: RouteRequest<Routes['generationTemplates']['create']>) => {
  const organization_uuid = ownerOf(actor, body.organization_uuid);
  const { display_name, label, execution_type, template_type } = body;
  const fields = withGiven({ ...EMPTY, display_name, label, execution_type, template_type }, body);
  const template = { ...fields, uuid: randomUUID(), organization_uuid, created_by: actor.user_uuid };
  const created = await database.transaction(async (tx) => {
    record(tx, actor, { subject_type: 'generation_template', subject_uuid: template.uuid, after_version: 1 });
    return insertTemplate(tx, template);
  });
  return versioned(created);
};

const EMPTY = {
  development_stage: 'testing',
  display_config: new StoredJson('{}'),
  exact_phrases: null,
  example_limit: null,
  instructions: '',
  rules: null,
  scope: null,
} as const;

/** The organization that a new template belongs to; null is everybody's. */
const ownerOf = (actor: UserActor, asked: string | null | undefined): string | null => {
  if (asked === null) {
    if (!reaches(actor.access_level, 'operator')) {
      throw forbidden(
        'template_operator_only',
        'Only an operator makes a template for all organizations; leave organization_uuid out',
      );
    }
    return null;
  }
  if (asked !== undefined && asked.toLowerCase() !== actor.organization_uuid) {
    throw noSuch('organization', '/organization_uuid');
  }
  return actor.organization_uuid;
};

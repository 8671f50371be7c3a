import type { Routes } from '@pharos/contract/table/routes.ts';
import { findCase } from '../cases/queries.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { fieldsFrom } from './case-fields.ts';
import { selectApproved } from './queries.ts';

type Approved = RouteRequest<Routes['generations']['approved']>;

/** Approved values of a case's calls, and the fields of the case that they would fill. */
export const listApproved = ({ database, actor, params }: Approved) =>
  database.transaction(
    async (tx) => {
      const { organization_uuid } = actor;
      const found = await findCase(tx, organization_uuid, params.case_uuid);
      if (!found) throw notFound('case');
      record(tx, actor, { subject_type: 'case', subject_uuid: found.uuid });
      const rows = await selectApproved(tx, organization_uuid, found.uuid);
      const approved = rows.map(({ uuid, name, decided_value }) => ({ uuid, name, value: decided_value.parse() }));
      const items = rows.map(({ uuid, decided_value, ...row }) => {
        const { call_uuid, generation_template_uuid, name, evidence, decided_by, decided_at } = row;
        const value = { generation_value_uuid: uuid, value: decided_value };
        return { call_uuid, ...value, generation_template_uuid, name, evidence, decided_by, decided_at };
      });
      return { data: { items, fields: fieldsFrom(approved, found) } };
    },
    { lazy: true },
  );

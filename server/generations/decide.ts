import type { Routes } from '@pharos/contract/table/routes.ts';
import { record } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { Transaction } from '../platform/database/database.ts';
import { invalid, notFound, problem } from '../platform/errors/errors.ts';
import { StoredJson } from '../platform/json/stored-json.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { deleteValues, findValueForUpdate, updateDecision, type ValueRow } from './queries.ts';
import { ofValue } from './value.ts';

type Decide = RouteRequest<Routes['generations']['decide']>;
type Undecide = RouteRequest<Routes['generations']['undecide']>;

/** PUT: a person approves, changes or refuses a value. The last decision holds. */
export const decideValue = async ({ database, actor, params, body }: Decide) => {
  const { decision } = body;
  if (decision === 'changed' && body.value === undefined) {
    throw invalid(problem('/value', 'required', 'is required: the right value'));
  }
  const data = await database.transaction(async (tx) => {
    const { now, ...value } = await lockValue(tx, actor, params);
    const decided_value = decision === 'approved' ? value.value : decision === 'changed' ? stored(body.value) : null;
    const decided: ValueRow = { ...value, decision, decided_value, decided_by: actor.user_uuid, decided_at: now };
    updateDecision(tx, decided);
    record(tx, actor, { subject_type: 'call', subject_uuid: params.call_uuid });
    return ofValue(decided);
  });
  return { data };
};

/** DELETE: the value waits for a decision again. One that only its decision kept goes. */
export const undecideValue = ({ database, actor, params }: Undecide) =>
  database.transaction(async (tx) => {
    const { now: _now, ...value } = await lockValue(tx, actor, params);
    const undecided = { decision: null, decided_value: null, decided_by: null, decided_at: null };
    if (value.proposed) updateDecision(tx, { ...value, ...undecided });
    else deleteValues(tx, value.organization_uuid, [value.uuid]);
    record(tx, actor, { subject_type: 'call', subject_uuid: params.call_uuid });
  });

const lockValue = async (tx: Transaction, { organization_uuid }: UserActor, params: Decide['params']) => {
  const value = await findValueForUpdate(tx, organization_uuid, params.call_uuid, params.generation_value_uuid);
  if (!value) throw notFound('generation_value');
  return value;
};

const stored = (value: unknown) => new StoredJson(JSON.stringify(value));

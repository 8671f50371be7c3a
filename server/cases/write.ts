import { CaseWrite } from '@pharos/contract/cases.ts';
import { record } from '../platform/audit/record.ts';
import type { Actor } from '../platform/auth/actor.ts';
import { mayWorkAt } from '../platform/auth/location.ts';
import type { Transaction } from '../platform/database/database.ts';
import { forbidden, noSuch } from '../platform/errors/errors.ts';
import { type CaseRow, locationExists, writeCase } from './queries.ts';

const WRITABLE = Object.keys(CaseWrite.properties) as (keyof CaseWrite)[];

/** The fields that a body gives a value and that differ from what the case already has; null, as in a PUT, is absent. */
export const changedCaseFields = (current: CaseRow, body: CaseWrite): CaseWrite =>
  patchedCaseFields(current, Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null)));

/** The fields that a merge patch makes different: null clears. */
export const patchedCaseFields = (current: CaseRow, { ...body }: CaseWrite): CaseWrite => {
  if (body.location_uuid) body.location_uuid = body.location_uuid.toLowerCase();
  return Object.fromEntries(
    WRITABLE.filter((name) => body[name] !== undefined && body[name] !== current[name]).map((name) => [
      name,
      body[name],
    ]),
  );
};

/** Writes a locked case's changes as its next version; 404 where its location is not the organization's. */
export const writeChangedCase = async (
  tx: Transaction,
  actor: Actor,
  current: CaseRow,
  changes: CaseWrite,
  note: string | null = null,
): Promise<CaseRow> => {
  const { location_uuid } = changes;
  if (location_uuid && !(await locationExists(tx, current.organization_uuid, location_uuid))) {
    throw noSuch('location', '/location_uuid');
  }
  if (location_uuid && !mayWorkAt(actor, location_uuid))
    throw forbidden('not_your_location', 'That location is not one of yours');
  const [written] = await Promise.all([
    writeCase(tx, current, changes, { created_by: actor.user_uuid, note }),
    record(tx, actor, { ...subjectOf(current), after_version: current.version + 1 }),
  ]);
  return written as CaseRow;
};

/** A case as the audit names it. */
export const subjectOf = ({ uuid, version }: CaseRow) => ({
  subject_type: 'case',
  subject_uuid: uuid,
  before_version: version || null,
});

import { CaseWrite } from '@pharos/contract/cases.ts';
import type { Transaction } from '../database/database.ts';
import { noSuch } from '../http/errors.ts';
import { type CaseRow, locationExists, writeCase } from './queries.ts';

const WRITABLE = Object.keys(CaseWrite.properties) as (keyof CaseWrite)[];

/** The fields that a body gives a value and that differ from what the case already has. */
export const changedCaseFields = (current: CaseRow, { ...body }: CaseWrite): CaseWrite => {
  if (body.location_uuid) body.location_uuid = body.location_uuid.toLowerCase();
  return Object.fromEntries(
    WRITABLE.filter((name) => body[name] != null && body[name] !== current[name]).map((name) => [name, body[name]]),
  );
};

/** Writes a locked case's changes as its next version; 404 where its location is not the organization's. */
export const writeChangedCase = async (tx: Transaction, current: CaseRow, changes: CaseWrite): Promise<CaseRow> => {
  const { location_uuid } = changes;
  if (location_uuid && !(await locationExists(tx, current.organization_uuid, location_uuid))) {
    throw noSuch('Location', '/location_uuid');
  }
  return (await writeCase(tx, current, changes)) as CaseRow;
};

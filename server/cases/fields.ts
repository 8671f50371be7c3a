import { Case, type CasePatch, CaseWrite } from '@pharos/contract/cases.ts';

/** A field that people and programs write: a column of cases, and of their versions. */
export type Field = keyof CaseWrite & keyof Case;

/** Fields that people and programs write, as the contract lists them; a body's other fields are ignored. */
export const FIELDS = Object.keys(CaseWrite.properties) as Field[];

/** The columns that a case is answered from, in the contract's order. */
export const COLUMNS = Object.keys(Case.properties);

/** The written fields of a case's row, or of a version's. */
export const fieldsOf = (row: Pick<Case, Field>): Pick<Case, Field> =>
  Object.fromEntries(FIELDS.map((name) => [name, row[name]])) as Pick<Case, Field>;

/** The fields that a body gives a value: null, as in a PUT, counts as absent. */
export const givenFields = (body: CaseWrite): CasePatch =>
  Object.fromEntries(Object.entries(body).filter(([, value]) => value !== null));

/** The fields that a merge patch makes different: null clears. */
export const changesOf = (current: Case, { ...patch }: CasePatch): CasePatch => {
  // Somebody who says a name says whose case it is.
  if (!current.identified && patch.identified === undefined && (patch.first_name || patch.last_name))
    patch.identified = true;
  if (patch.location_uuid) patch.location_uuid = patch.location_uuid.toLowerCase();
  const changed = FIELDS.filter((name) => patch[name] !== undefined && patch[name] !== current[name]);
  return Object.fromEntries(changed.map((name) => [name, patch[name]]));
};

import { StoredJson } from '../platform/json/stored-json.ts';

/** A field that two versions have different values of. */
export type FieldChange = { field: string; before: unknown; after: unknown };

/** The fields, of these, that differ between two versions. */
export const fieldChanges = <Field extends string>(
  fields: readonly Field[],
  before: Record<Field, unknown>,
  after: Record<Field, unknown>,
): FieldChange[] =>
  fields
    .filter((field) => textOf(before[field]) !== textOf(after[field]))
    .map((field) => ({ field, before: before[field], after: after[field] }));

const textOf = (value: unknown) => (value instanceof StoredJson ? value.text : JSON.stringify(value));

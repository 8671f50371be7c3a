import { Call, CallUpdate } from '@pharos/contract/calls.ts';

/** A field that people and programs write, but for the transcript: a column of calls, and of their versions. */
export type Field = Exclude<keyof CallUpdate, 'transcript'>;

/** Fields that people and programs write, as the contract lists them; a body's other fields are ignored. */
export const WRITABLE = Object.keys(CallUpdate.properties) as (keyof CallUpdate)[];

/** Fields that are kept as the JSON that was sent. */
export type StoredField = 'provider_metadata' | 'speaker_labels' | 'speaker_sides';

export const FIELDS = WRITABLE.filter((name): name is Field => name !== 'transcript');

/** Columns beside the written fields that are kept with each version: the case, and what is read out of times and numbers. */
export const KEPT = ['case_uuid', 'started_at_offset', 'from_e164', 'to_e164'] as const;
type Kept = (typeof KEPT)[number];

/** The columns that a call is answered from, in the contract's order. */
export const COLUMNS = Object.keys(Call.properties).filter((name) => name !== 'transcript');

/** The written fields of a call's row, or of a version's, with what else is kept. */
export const keptOf = <Row extends Record<Field | Kept, unknown>>(row: Row) => ({
  ...fieldsOf(row),
  case_uuid: row.case_uuid,
  started_at_offset: row.started_at_offset,
  from_e164: row.from_e164,
  to_e164: row.to_e164,
});

/** The written fields of a call's row, or of a version's. */
export const fieldsOf = <Row extends Record<Field, unknown>>(row: Row): Pick<Row, Field> =>
  Object.fromEntries(FIELDS.map((name) => [name, row[name]])) as Pick<Row, Field>;

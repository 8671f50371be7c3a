import { GenerationTemplateUpdate } from '@pharos/contract/generation-templates.ts';

/** A field that people write: a column of the table. */
export type Field = Exclude<keyof GenerationTemplateUpdate, `organization_${string}`>;

/** Fields that people write, as the contract lists them. */
export const FIELDS = Object.keys(GenerationTemplateUpdate.properties).filter(
  (name): name is Field => !name.startsWith('organization_'),
);

/** The written fields of a template's row. */
export const fieldsOf = <Row extends Record<Field, unknown>>(row: Row): Pick<Row, Field> =>
  Object.fromEntries(FIELDS.map((name) => [name, row[name]])) as Pick<Row, Field>;

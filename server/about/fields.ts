import { nameOf } from '@pharos/contract/openapi/schemas.ts';
import { type Html, html, joined, type Part, prose } from './html.ts';

export type Schema = {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: (string | null)[];
  const?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  patternProperties?: Record<string, Schema>;
  required?: string[];
};

/** Direction in which fields travel: sent, where most may be left out, or answered, where most are always there. */
export type Direction = 'sent' | 'answered';

/** The fields of an object, each with its type, its limits and what it means. Named objects are links. */
export const fieldList = ({ properties = {}, required = [] }: Schema, direction: Direction): Html =>
  html`<dl class="fields">${Object.entries(properties).map(
    ([name, schema]) => html`
<div><dt><code>${name}</code> <span class="soft">${typeOf(schema)}${remark(required.includes(name), direction)}</span></dt>
<dd>${notes(schema)}${inner(schema, direction)}</dd></div>`,
  )}</dl>`;

/** Type of a value in words: `integer or null`, `list of Word`. */
export const typeOf = (schema: Schema): Part => {
  const name = nameOf(schema);
  if (name) return [shapeLink(name.name), name.nullable && ' or null'];
  if (schema.items) return ['list of ', typeOf(schema.items)];
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const [values] = Object.values(schema.patternProperties ?? {});
  if (values) return ['object of ', typeOf(values)];
  if (schema.type === undefined) return 'anything';
  return joined(
    [schema.type].flat().map((type) => (type === 'string' ? (schema.format ?? type) : type)),
    ' or ',
  );
};

/** A link to where a named object is described. */
export const shapeLink = (name: string): Html => html`<a href="#${name}">${name}</a>`;

const remark = (required: boolean, direction: Direction): Part =>
  direction === 'sent' ? required && ', required' : !required && ', may be absent';

const number = (value: number) => value.toLocaleString('en');

const limits = ({ minimum, maximum, maxLength, maxItems }: Schema): string[] => [
  ...(minimum !== undefined && maximum !== undefined ? [`From ${number(minimum)} to ${number(maximum)}.`] : []),
  ...(minimum !== undefined && maximum === undefined ? [`At least ${number(minimum)}.`] : []),
  ...(maxLength !== undefined ? [`At most ${number(maxLength)} characters.`] : []),
  ...(maxItems !== undefined ? [maxItems === 0 ? 'Always empty.' : `At most ${number(maxItems)}.`] : []),
];

const notes = (schema: Schema): Part => {
  const { description, enum: choices } = schema;
  return joined(
    [
      description !== undefined && prose(/[.!?]$/.test(description) ? description : `${description}.`),
      choices && [
        'One of ',
        joined(
          choices.filter((one) => one !== null).map((one) => html`<code>${one}</code>`),
          ', ',
        ),
        '.',
      ],
      !nameOf(schema) && limits(schema).join(' '),
    ].filter(Boolean),
    ' ',
  );
};

const inner = (schema: Schema, direction: Direction): Part =>
  schema.properties && !nameOf(schema) && fieldList(schema, direction);

import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { english } from '../../console/texts/english.ts';

const root = fileURLToPath(new URL('../../console', import.meta.url));

/** A field that stands in the console's sources, by the text of the catalogue that names it. */
export type NamedField = { file: string; label: string; matches(name: string): boolean };

/** These draw a field for others, who name it. */
const FOR_OTHERS = [
  'ui/forms/fields.tsx',
  'calls/insights/change-value.tsx',
  'calls/voices/name-combo.tsx',
  'cases/case-input.tsx',
  'cases/day-input.tsx',
  'cases/fact-editor.tsx',
  'cases/long-field.tsx',
  'sources/secret-input.tsx',
];
/** Files whose fields hold what the server made, and can only be copied. */
const READ_ONLY = ['ui/forms/shown-once.tsx'];

const FIELD = /<(?:TextInput|CaseInput|DayInput|NameField|input|textarea|Input|TextArea)\b([\s\S]*?)\/>/g;
/** Nobody writes in these. */
const CHOSEN = /\btype="(?:file|radio|checkbox|range|date|hidden)"|\breadOnly hidden\b/;

/** Every field of the console's sources. Throws where one is named in a way that is not known here. */
export const fieldsInSources = (): NamedField[] =>
  globSync('**/*.tsx', { cwd: root, exclude: (path) => String(path).startsWith('dist') })
    .filter((file) => ![...FOR_OTHERS, ...READ_ONLY].includes(file))
    .flatMap((file) => {
      const source = readFileSync(join(root, file), 'utf8');
      const fields = [...source.matchAll(FIELD)].map(([, attributes]) => attributes as string);
      return fields
        .filter((attributes) => !CHOSEN.test(attributes))
        .map((attributes) => named(file, labelIn(attributes) ?? labelFor(attributes, source)));
    });

const labelIn = (attributes: string) => /\b(?:aria-)?label=\{([\w.]+)/.exec(attributes)?.[1];

const labelFor = (attributes: string, source: string) => {
  const id = /\bid="([\w-]+)"/.exec(attributes)?.[1];
  return id && new RegExp(`<label htmlFor="${id}">\\{([\\w.]+)\\}`).exec(source)?.[1];
};

const named = (file: string, label: string | undefined): NamedField => {
  const steps = label?.split('.') ?? [];
  const text = steps.reduce<unknown>((texts, step) => (texts as Record<string, unknown> | undefined)?.[step], english);
  if (typeof text === 'function') {
    const [before = '', after = ''] = String(text('\u0000')).split('\u0000');
    return { file, label: label as string, matches: (name) => name.startsWith(before) && name.endsWith(after) };
  }
  if (typeof text !== 'string') throw new Error(`${file} has a field whose name is no text of the catalogue: ${label}`);
  return { file, label: label as string, matches: (name) => name === text };
};

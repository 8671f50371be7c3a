import { DIRECTIONS } from '@pharos/contract/call-facts.ts';
import { Source } from '@pharos/contract/transcripts.ts';
import { fc } from '../support/properties.ts';

// Random valid bodies of a PUT: everything that the contract lets through, from its edges as often as from its middle.

const known = ['duration', 'file_format', 'file_name', 'file_path', 'file_size', 'is_fully_labelled'];
const facts = ['started_at', 'direction', 'from', 'to', 'answered_by', 'title', 'source_call_id'];
const fields = [...known, ...facts, 'provider_metadata', 'speaker_labels', 'transcript'];

const ODD_TEXTS = [
  '',
  ' ',
  '\u{1f54a}\ufe0f',
  '\u2028',
  '\u001b[31m',
  '\ufeff',
  '\uffff',
  '\u202egnp.exe',
  '"\\\r\n',
  'é',
  'e\u0301',
];
const text = fc
  .oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), fc.constantFrom(...ODD_TEXTS))
  .filter((sample) => !sample.includes('\0'));

// An integer beyond 2^53 is taken where its printed digits are those of the double.
const isExact = (number: number) =>
  !Number.isInteger(number) || Math.abs(number) >= 1e21 || BigInt(JSON.stringify(number)) === BigInt(number);
const double = fc.double({ noNaN: true, noDefaultInfinity: true }).filter(isExact);
const number = fc.oneof(double, fc.integer(), fc.maxSafeInteger(), fc.constantFrom(5e-324, 1.797e308, -0, 0));
const time = fc.oneof(number.map(Math.abs), fc.nat(3_600_000), fc.constant(-0));

const ODD_KEYS = [
  'toString',
  'constructor',
  'hasOwnProperty',
  'valueOf',
  'length',
  '0',
  '10',
  '1',
  '-1',
  '4294967295',
  '',
];
const key = fc.oneof(fc.constantFrom(...ODD_KEYS), text).filter((name) => name !== '__proto__' && name !== 'prototype');

const { json } = fc.letrec((tie) => ({
  json: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(text, number, fc.boolean(), fc.constant(null)),
    fc.array(tie('json'), { maxLength: 3 }),
    fc.dictionary(key, tie('json'), { maxKeys: 3, noNullPrototype: true }),
  ),
}));

/** A value inside so many arrays and objects by turns. */
export const nested = (depth: number, value: unknown = 'bottom'): unknown =>
  Array.from({ length: depth }).reduce<unknown>((inner, _, index) => (index % 2 ? [inner] : { '1': inner }), value);

// Up to 25 around up to 4 of its own, in the body and in its field: within the 32 that may be.
const deep = fc.tuple(fc.nat(25), json).map(([depth, value]) => nested(depth, value));
const free = fc.dictionary(key, fc.oneof({ weight: 4, arbitrary: json }, deep), { maxKeys: 4, noNullPrototype: true });

const unknown = (taken: string[]) =>
  fc
    .dictionary(fc.oneof(key, fc.constantFrom('uuid', 'created_at', 'updated_at', 'deleted_at')), json, {
      maxKeys: 2,
      noNullPrototype: true,
    })
    .map((extra) => Object.fromEntries(Object.entries(extra).filter(([name]) => !taken.includes(name))));

const word = fc
  .tuple(
    unknown(['text', 'start_ms', 'end_ms', 'confidence', 'speaker']),
    fc.record(
      { text, start_ms: time, end_ms: time, confidence: number, speaker: fc.option(text) },
      { requiredKeys: ['text', 'start_ms', 'end_ms', 'confidence'], noNullPrototype: true },
    ),
  )
  .map(([extra, given]) => ({ ...extra, ...given }));
const transcript = fc.record(
  {
    source: fc.constantFrom(...(Source as unknown as { enum: string[] }).enum),
    words: fc.array(word, { maxLength: 12 }),
  },
  { noNullPrototype: true },
);

const metadata = fc
  .tuple(free, fc.record({ assembly_ai_id: fc.option(text) }, { requiredKeys: [], noNullPrototype: true }))
  .map(([{ assembly_ai_id: _, ...rest }, given]) => ({ ...rest, ...given }));

// As times are answered: to the microsecond, in UTC.
const moment = fc
  .date({ min: new Date('1876-03-10'), max: new Date('2999-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().replace('Z', '123Z'));

const given = fc.record(
  {
    duration: fc.option(fc.nat()),
    file_format: fc.option(text),
    file_name: fc.option(text),
    file_path: fc.option(text),
    file_size: fc.option(fc.maxSafeNat()),
    started_at: fc.option(moment),
    direction: fc.option(fc.constantFrom(...DIRECTIONS)),
    from: fc.option(text),
    to: fc.option(text),
    answered_by: fc.option(text),
    title: fc.option(text),
    source_call_id: fc.option(text),
    is_fully_labelled: fc.option(fc.boolean()),
    provider_metadata: fc.option(metadata),
    speaker_labels: fc.option(free),
    transcript: fc.option(transcript),
  },
  { requiredKeys: [], noNullPrototype: true },
);

/** Bodies with any of the fields absent or null, and with fields that nobody knows. */
export const bodies = fc
  .tuple(unknown([...fields, 'status']), given)
  .map(([extra, body]): Record<string, unknown> => ({ ...extra, ...body }));

/** JSON text as JSON.stringify has it, but for -0, which that prints as 0. */
export const printed = (value: unknown): string => {
  if (Object.is(value, -0)) return '-0';
  if (Array.isArray(value)) return `[${value.map(printed).join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  return `{${Object.entries(value).map(([name, inner]) => `${JSON.stringify(name)}:${printed(inner)}`)}}`;
};

import { MAX_LISTED_ERRORS, type Problem } from '@pharos/contract/table/envelope.ts';
import type { Given, ProblemCode } from '@pharos/contract/table/refusals.ts';
import type { TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { Settings } from 'typebox/system';
import { invalid, problem } from '../errors/errors.ts';

Settings.Set({ maxErrors: MAX_LISTED_ERRORS });

/** Checks a value as it is, without coercion; throws 400 naming each wrong place. */
export type Check = (value: unknown) => void;

/** Compiles a schema of the contract once. `subject` is what a message calls the whole value, such as "The body". */
export const compile = (schema: TSchema, subject: string): Check => {
  const validator = Compile(schema);
  return (value) => {
    if (validator.Check(value)) return;
    const errors = validator.Errors(value) as SchemaError[];
    throw invalid(...onePerPlace(mostTelling(errors).flatMap((error) => problemsOf(error, value, subject))));
  };
};

type SchemaError = { keyword: string; instancePath: string; params: Record<string, unknown>; message: string };

// A list of what is allowed tells more than its type does.
const mostTelling = (errors: SchemaError[]): SchemaError[] => {
  const listed = new Set(errors.filter(({ keyword }) => keyword === 'enum').map(({ instancePath }) => instancePath));
  return errors.filter(({ keyword, instancePath }) => keyword !== 'type' || !listed.has(instancePath));
};

const onePerPlace = (problems: Problem[]): Problem[] =>
  [...new Map(problems.map((problem) => [problem.pointer, problem] as const).reverse()).values()].reverse();

const problemsOf = ({ keyword, instancePath, params, message }: SchemaError, root: unknown, subject: string) => {
  const at = (code: ProblemCode, text: string, given?: Given): Problem[] => [
    problem(instancePath, code, instancePath ? text : `${subject} ${text}`, given),
  ];
  const limit = Number(params.limit);
  const got = kindOf(valueAt(root, instancePath));
  switch (keyword) {
    case 'required':
      return (params.requiredProperties as string[]).map((name) =>
        problem(`${instancePath}/${name}`, 'required', 'is required'),
      );
    case 'type':
      return at('invalid_type', `must be ${[params.type].flat().map(article).join(' or ')}, not ${got}`, {
        wanted: String([params.type].flat()[0]),
      });
    case 'enum':
      return at(
        'invalid_choice',
        `must be one of ${(params.allowedValues as unknown[]).map(String).join(', ')}${got === 'a string' ? '' : `, not ${got}`}`,
      );
    case 'minimum':
      return at('below_minimum', `must be at least ${limit}`, { limit });
    case 'maximum':
      return at('above_maximum', `must be at most ${limit}`, { limit });
    case 'minLength':
      return at('too_short', `must have at least ${limit} characters`, { limit });
    case 'maxLength':
      return at('too_long', `must have at most ${limit} characters`, { limit });
    case 'format':
    case 'pattern':
      return at(...(FORMATS[String(params.format)] ?? FORM));
    default:
      return at('invalid_format', message);
  }
};

const FORMATS: Record<string, [ProblemCode, string]> = {
  uuid: ['invalid_uuid', 'must be a UUID'],
  email: ['invalid_email', 'must be an e-mail address in ASCII'],
  date: ['invalid_date', 'must be a day that exists, as YYYY-MM-DD'],
  'date-time': ['invalid_timestamp', 'must be a time as RFC 3339, such as 2026-11-17T09:14:00Z'],
};
const FORM: [ProblemCode, string] = ['invalid_format', 'must be of the documented form'];

const article = (type: unknown) =>
  type === 'null' ? 'null' : /^[aeiou]/.test(String(type)) ? `an ${type}` : `a ${type}`;

const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'an array';
  return typeof value === 'number' && !Number.isInteger(value) ? 'a number with a fraction' : article(typeof value);
};

const valueAt = (root: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((value, step) => {
      const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
      return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
    }, root);

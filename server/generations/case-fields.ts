import type { ApprovedValues, Fillable } from '@pharos/contract/generations.ts';
import { FILLABLE } from '@pharos/contract/generations.ts';

/** Approved value of a call. */
export type Approved = { uuid: string; name: string; value: unknown };

type Fields = ApprovedValues['fields'];

/** Fields that a case has or that approved values would fill, the latest decision first. */
export const fieldsFrom = (approved: readonly Approved[], current: Record<Fillable, string | null>): Fields =>
  FILLABLE.flatMap((field) => {
    const proposals: Fields[number]['proposals'] = [];
    for (const { uuid, name, value } of approved) {
      const proposed = READERS[field](name, value);
      if (proposed === null) continue;
      const same = proposals.find((one) => one.value === proposed);
      if (same) same.generation_value_uuids.push(uuid);
      else proposals.push({ value: proposed, generation_value_uuids: [uuid] });
    }
    if (proposals.length === 0) return [];
    const differs = current[field] !== null && proposals.some(({ value }) => value !== current[field]);
    return [{ field, current: current[field], proposals, conflict: differs || proposals.length > 1 }];
  });

type Reader = (name: string, value: unknown) => string | null;

const dateFrom =
  (wanted: string): Reader =>
  (name, value) =>
    name === wanted && typeof value === 'string' && isDate(value) ? value : null;

const nameFrom =
  (part: 0 | 1): Reader =>
  (name, value) =>
    name === 'decedent_name' && typeof value === 'string' ? splitName(value)[part] : null;

const READERS: Record<Fillable, Reader> = {
  first_name: nameFrom(0),
  last_name: nameFrom(1),
  date_of_birth: dateFrom('date_of_birth'),
  date_of_death: dateFrom('date_of_death'),
};

const isDate = (text: string): boolean => {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : null;
  return date !== null && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

const PARTICLES = new Set([
  'da',
  'de',
  'del',
  'della',
  'den',
  'der',
  'di',
  'dos',
  'du',
  'la',
  'las',
  'le',
  'los',
  'st.',
  'van',
  'von',
  'y',
]);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;

/** Given and family name of a full name. Particles and what tells generations apart go with the family's: "de la Cruz Jr." */
export const splitName = (full: string): [first: string | null, last: string | null] => {
  const words = full
    .trim()
    .split(/[\s,]+/)
    .filter(Boolean);
  let start = words.length - 1;
  while (start > 1 && SUFFIX.test(words[start] as string)) start -= 1;
  while (start > 1 && PARTICLES.has((words[start - 1] as string).toLowerCase())) start -= 1;
  if (words.length < 2) return [words[0] ?? null, null];
  return [words.slice(0, start).join(' '), words.slice(start).join(' ')];
};

import type { Location } from '@pharos/contract/locations.ts';
import { PROVIDERS } from '../naming/providers.ts';
import type { Texts } from '../texts/english.ts';
import type { Formats } from '../texts/formats.ts';

/** A field of the contract as people call it; one that has no other name by its own. */
export const fieldName = (field: string, { versions }: Texts): string =>
  Object.hasOwn(versions.fields, field) ? versions.fields[field as keyof typeof versions.fields] : field;

/** The fields of a version, in the order in which a person would tell them. */
export const fieldNames = (fields: readonly string[], texts: Texts): string => {
  const order = Object.keys(texts.versions.fields);
  return fields
    .toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
    .map((field) => fieldName(field, texts))
    .join(', ');
};

/** The note of a version in the reader's language; one that is not known as it is. */
export const noteWords = (note: string, { versions }: Texts): string => {
  if (note === 'restored the original transcript') return versions.note_original_restored;
  const version = /^restored version (\d+)$/.exec(note)?.[1];
  return version === undefined ? note : versions.note_restored(version);
};

/** What values are said with. */
export type Saying = { texts: Texts; formats: Formats; locations: readonly Pick<Location, 'uuid' | 'name'>[] };

/** What a field held, as people say it; null where it held nothing. */
export const valueWords = (field: string, value: unknown, { texts, formats, locations }: Saying): string | null => {
  const { versions } = texts;
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'boolean') return value ? versions.yes : versions.no;
  if (typeof value === 'number') {
    return field === 'duration'
      ? formats.length(value)
      : field === 'file_size'
        ? formats.size(value)
        : formats.count(value);
  }
  if (typeof value !== 'string') return field === 'provider_metadata' ? idsOf(value) : JSON.stringify(value);
  if (/^date_/.test(field)) return formats.day(value);
  if (field === 'location_uuid') return locations.find(({ uuid }) => uuid === value)?.name ?? versions.location_gone;
  if (field !== 'transcript.source') return value;
  return value === 'manual' ? versions.by_hand : (PROVIDERS[value as keyof typeof PROVIDERS] ?? value);
};

const idsOf = (metadata: object): string =>
  Object.entries(metadata)
    .map(([name, value]) => [
      name === 'assembly_ai_id' ? PROVIDERS.assembly_ai : name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    .map((pair) => pair.join(': '))
    .join(', ');

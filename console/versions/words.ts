import type { Location } from '@pharos/contract/locations.ts';
import type { Side } from '@pharos/contract/sides.ts';
import type { VersionNote } from '@pharos/contract/versions.ts';
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

/** The note of a version in the reader's language. */
export const noteWords = (
  note: VersionNote,
  { texts: { versions }, formats }: Pick<Saying, 'texts' | 'formats'>,
): string => {
  switch (note.kind) {
    case 'restored':
      return versions.note_restored(formats.count(note.version));
    case 'restored_transcript':
      return versions.note_original_restored;
    case 'imported':
      return versions.note_imported(sourceName(note.format));
    case 'transcribed':
      return versions.note_transcribed(sourceName(note.source));
    case 'set_aside':
      return versions.note_set_aside[note.reason](sourceName(note.source));
    case 'joined':
      return versions.note_joined;
    case 'parted':
      return versions.note_parted;
    case 'moved':
      return versions.note_moved;
    case 'kept':
      return versions.note_kept[note.reason](formats.count(note.version));
    case 'text':
      return note.text;
  }
};

/** A speech service, or the format of a file, as people call it. */
const sourceName = (source: string): string => PROVIDERS[source as keyof typeof PROVIDERS] ?? source;

/** The language, formats and names that values are said with. */
export type Saying = { texts: Texts; formats: Formats; locations: readonly Pick<Location, 'uuid' | 'name'>[] };

/** A field's value as people say it; null where it held nothing. */
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
  if (field === 'started_at') return formats.moment(value);
  if (field === 'direction') return texts.calls.facts.directions[value as 'incoming'] ?? value;
  if (field === 'speaker_sides') return texts.calls.sides[value as Side] ?? value;
  if (field === 'location_uuid') return locations.find(({ uuid }) => uuid === value)?.name ?? versions.location_gone;
  if (field !== 'transcript.source') return value;
  return value === 'manual' ? versions.by_hand : sourceName(value);
};

const idsOf = (metadata: object): string =>
  Object.entries(metadata)
    .map(([name, value]) => [
      name === 'assembly_ai_id' ? PROVIDERS.assembly_ai : name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ])
    .map((pair) => pair.join(': '))
    .join(', ');

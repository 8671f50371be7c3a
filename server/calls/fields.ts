import type { Changes } from './change.ts';

/** What people and programs may write of a call; a body's other fields are ignored. */
const WRITABLE = [
  'duration',
  'file_format',
  'file_name',
  'file_path',
  'file_size',
  'is_fully_labelled',
  'provider_metadata',
  'speaker_labels',
  'transcript',
] as const;

type Body = { [F in (typeof WRITABLE)[number]]?: Changes[F] | null };

/** The writable fields that a body names, null where it says null. */
export const writableFields = (body: Body): Changes =>
  Object.fromEntries(WRITABLE.filter((name) => body[name] !== undefined).map((name) => [name, body[name]]));

/** The writable fields that a body gives a value: null, as in a PUT, counts as absent. */
export const givenFields = (body: Body): Changes =>
  Object.fromEntries(Object.entries(writableFields(body)).filter(([, value]) => value !== null));

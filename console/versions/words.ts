import type { Texts } from '../texts/english.ts';

/** A field of the contract as people call it; one that has no other name by its own. */
export const fieldName = (field: string, { history }: Texts): string =>
  Object.hasOwn(history.fields, field) ? history.fields[field as keyof typeof history.fields] : field;

/** The note of a version in the reader's language; one that is not known as it is. */
export const noteWords = (note: string, { history }: Texts): string => {
  if (note === 'restored the original transcript') return history.note_original;
  const version = /^restored version (\d+)$/.exec(note)?.[1];
  return version === undefined ? note : history.note_restored(version);
};

/** What a field held. */
export const valueWords = (value: unknown, { history }: Texts): string => {
  if (value === null || value === undefined || value === '') return history.nothing;
  if (typeof value === 'boolean') return value ? history.yes : history.no;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

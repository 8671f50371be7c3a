import { NotImportable } from '../not-importable.ts';
import { isStorable } from './fields.ts';

/** The id of a speaker that a file knows by name only: the name, since S1 could already be somebody else in the call. */
export const speakerNamed = (name: string | undefined): string | undefined => {
  const tidy = name?.trim().replace(/\s+/g, ' ');
  if (!tidy) return undefined;
  // The ids become keys of speaker_labels, where JSON from outside may not have this one.
  if (!isStorable(tidy) || tidy === '__proto__') throw new NotImportable("A speaker's name cannot be stored as it is.");
  return tidy;
};

/** The labels of speakers whose ids are their names. */
export const namesOf = (words: readonly { speaker?: string | undefined }[]): Record<string, string> => {
  const ids = words.map(({ speaker }) => speaker).filter((id) => id !== undefined);
  return Object.fromEntries(ids.map((id) => [id, id]));
};

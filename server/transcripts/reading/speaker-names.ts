import { NotImportable } from '../not-importable.ts';
import { isStorable } from './fields.ts';

/** Id of a speaker that a file knows by name only: the name, since S1 could already be another speaker in the call. */
export const speakerNamed = (name: string | undefined): string | undefined => {
  const tidy = name?.trim().replace(/\s+/g, ' ');
  if (!tidy) return undefined;
  // The ids become keys of speaker_labels, where JSON from outside may not have this one.
  if (!isStorable(tidy) || tidy === '__proto__') throw new NotImportable("A speaker's name cannot be stored as it is.");
  return tidy;
};

/** A number given by a program, such as `Speaker 1`, `SPEAKER_00`, `spk_0` or `Unknown`: nobody's name. */
const NUMBERED = /^(?:unknown[ _-]?)?(?:speaker|spk|hablante)[ _-]?(?:\d{1,4}|[a-z]|unknown)?$|^unknown$/i;

export const isPersonName = (name: string): boolean => !NUMBERED.test(name.trim());

/** The labels of speakers whose ids are their names; a number is no name. */
export const namesOf = (ids: readonly (string | undefined)[]): Record<string, string> =>
  Object.fromEntries(ids.flatMap((id) => (id !== undefined && isPersonName(id) ? [[id, id]] : [])));

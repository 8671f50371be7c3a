import { shareOut } from './cues.ts';
import { isStorable } from './fields.ts';
import { NotImportable } from './not-importable.ts';
import { type Reading, type Repairs, settle } from './words.ts';

/** A cue of a subtitle file; its parts name who speaks, where the file does. */
export type NamedCue = {
  start: number | undefined;
  end: number | undefined;
  parts: readonly { text: string; name?: string | undefined }[];
};

/** A speaker's id is the name itself: an id such as S1 could already carry the label of somebody else in the call. */
export const readCues = (cues: readonly NamedCue[]): Reading => {
  const repairs: Repairs = {};
  const words = cues.flatMap(({ start, end, parts }) => {
    const spoken = parts.filter(({ text }) => text.trim() !== '');
    return shareOut({ start, end, parts: spoken.map(({ text, name }) => ({ text, speaker: idOf(name) })) }, repairs);
  });
  const ids = words.map(({ speaker }) => speaker).filter((id) => id !== undefined);
  const names = Object.fromEntries(ids.map((id) => [id, id]));
  return { source: 'subtitles', ...settle([{ words }], repairs), estimated_times: words.length > 0, names };
};

const idOf = (name: string | undefined): string | undefined => {
  const tidy = name?.trim().replace(/\s+/g, ' ');
  if (!tidy) return undefined;
  // The ids become keys of speaker_labels, where JSON from outside may not have this one.
  if (!isStorable(tidy) || tidy === '__proto__') throw new NotImportable("A speaker's name cannot be stored as it is.");
  return tidy;
};

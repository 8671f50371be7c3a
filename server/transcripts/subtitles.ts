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

/** Speakers become S1, S2, … in order of appearance, so that a name can be corrected without touching the words. */
export const readCues = (cues: readonly NamedCue[]): Reading => {
  const ids = new Map<string, string>();
  const idOf = (name: string | undefined): string | undefined => {
    const tidy = name?.trim().replace(/\s+/g, ' ');
    if (!tidy) return undefined;
    if (!isStorable(tidy)) throw new NotImportable("A speaker's name holds characters that cannot be stored.");
    const id = ids.get(tidy) ?? `S${ids.size + 1}`;
    ids.set(tidy, id);
    return id;
  };
  const repairs: Repairs = {};
  const words = cues.flatMap(({ start, end, parts }) => {
    const spoken = parts.filter(({ text }) => text.trim() !== '');
    return shareOut({ start, end, parts: spoken.map(({ text, name }) => ({ text, speaker: idOf(name) })) }, repairs);
  });
  const names = Object.fromEntries([...ids].map(([name, id]) => [id, name]));
  return { source: 'subtitles', ...settle([{ words }], repairs), estimated_times: words.length > 0, names };
};

import { shareOut } from './cues.ts';
import { namesOf, speakerNamed } from './speaker-names.ts';
import { type Reading, type Repairs, settle } from './words.ts';

/** A cue of a subtitle file, in milliseconds; its parts name who speaks, where the file does. */
export type NamedCue = {
  start: unknown;
  end: unknown;
  parts: readonly { text: string; name?: string | undefined }[];
};

export const readCues = (cues: readonly NamedCue[]): Reading => {
  const repairs: Repairs = {};
  const words = cues.flatMap(({ start, end, parts }) => {
    const spoken = parts.filter(({ text }) => text.trim() !== '');
    return shareOut(
      { start, end, parts: spoken.map(({ text, name }) => ({ text, speaker: speakerNamed(name) })) },
      repairs,
    );
  });
  const names = namesOf(words);
  return { source: 'subtitles', ...settle([{ words }], repairs), estimated_times: words.length > 0, names };
};

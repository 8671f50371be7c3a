import { shareOut } from './cues.ts';
import { settle } from './settle.ts';
import { namesOf, speakerNamed } from './speaker-names.ts';
import type { Reading, Repairs } from './words.ts';

/** A cue of a subtitle file, in milliseconds; its parts say who speaks, by name or by the id of a diarization. */
export type NamedCue = {
  start: unknown;
  end: unknown;
  parts: readonly { text: string; name?: string | undefined; speaker?: string | undefined }[];
};

/** A cue of a file that has no field for speakers: they stand in the text, if anywhere. Times in milliseconds. */
export type PlainCue = { start: unknown; end: unknown; text: string };

/** Makes words of cues; a speaker who is known by name is labelled with it. */
export const readCues = (cues: readonly NamedCue[]): Reading => {
  const repairs: Repairs = {};
  const named = new Set<string>();
  const words = cues.flatMap(({ start, end, parts }) => {
    const spoken = parts
      .filter(({ text }) => text.trim() !== '')
      .map(({ text, name, speaker }) => {
        const id = speaker === undefined ? speakerNamed(name) : speaker;
        if (speaker === undefined && id !== undefined) named.add(id);
        return { text, speaker: id };
      });
    return shareOut({ start, end, parts: spoken }, repairs);
  });
  return {
    source: 'subtitles',
    ...settle([{ words }], repairs),
    estimated_times: words.length > 0,
    names: namesOf([...named]),
  };
};

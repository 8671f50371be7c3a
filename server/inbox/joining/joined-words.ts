import type { Transcript, Word } from '@pharos/contract/transcripts.ts';

type Labels = Record<string, unknown>;
type Voices = { words: readonly Word[]; labels: Labels };

/** Ids of a part's speakers, by what they are called in the whole. No two of them share one. */
export type Speakers = Record<string, string>;

const speakersOf = ({ words, labels }: Voices): string[] => [
  ...new Set([...words.flatMap(({ speaker }) => speaker ?? []), ...Object.keys(labels)]),
];

/**
 * Names the speakers of a part in the whole: those of one label are one voice, and so are channels of recordings, which
 * keep their side. All others are new voices: who they are, nobody has said.
 */
export const nameSpeakers = (whole: Voices, part: Voices): Speakers => {
  const theirs = speakersOf(whole);
  const taken = new Set<string>();
  const names: Speakers = Object.create(null);
  for (const speaker of speakersOf(part)) {
    const label = part.labels[speaker];
    const alike = theirs.filter((one) => !taken.has(one) && isLabel(label) && whole.labels[one] === label);
    const name = alike.length === 1 ? (alike[0] as string) : newName(speaker, whole, theirs, taken, label);
    taken.add(name);
    names[speaker] = name;
  }
  return names;
};

const isLabel = (label: unknown): label is string => typeof label === 'string' && label.trim() !== '';

const newName = (speaker: string, whole: Voices, theirs: string[], taken: Set<string>, label: unknown): string => {
  const isFree = (name: string) => !taken.has(name) && !theirs.includes(name);
  const own = whole.labels[speaker];
  const isSameSide = /^ch_\d+$/.test(speaker) && (!isLabel(label) || !isLabel(own) || own === label);
  if (isFree(speaker) || (isSameSide && !taken.has(speaker))) return speaker;
  for (let number = 2; ; number++) if (isFree(`${speaker}_${number}`)) return `${speaker}_${number}`;
};

/** Time moved by an offset, in milliseconds, to the microsecond: sums of fractions are a little off. */
const moved = (ms: number, offset_ms: number): number => Math.max(0, Math.round((ms + offset_ms) * 1000) / 1000);

/** Words of a part as they are in the whole. */
export const shifted = (words: readonly Word[], speakers: Speakers, offset_ms: number): Word[] =>
  words.map((word) => ({
    ...word,
    ...{ start_ms: moved(word.start_ms, offset_ms), end_ms: moved(word.end_ms, offset_ms) },
    ...(word.speaker !== undefined && word.speaker !== null && { speaker: speakers[word.speaker] ?? word.speaker }),
  }));

/** Splits the words of a whole at a time, with those behind it as their part has them. */
export const splitWords = (words: readonly Word[], speakers: Speakers, offset_ms: number): [Word[], Word[]] => {
  const own = Object.fromEntries(Object.entries(speakers).map(([speaker, name]) => [name, speaker]));
  return [
    words.filter(({ start_ms }) => start_ms < offset_ms),
    shifted(
      words.filter(({ start_ms }) => start_ms >= offset_ms),
      own,
      -offset_ms,
    ),
  ];
};

/** Values of both by speaker; those of the whole go first. */
export const bothOf = <T>(
  whole: Record<string, T>,
  part: Record<string, T>,
  speakers: Speakers,
): Record<string, T> => ({
  ...Object.fromEntries(Object.entries(part).map(([speaker, value]) => [speakers[speaker] ?? speaker, value])),
  ...whole,
});

/** Values of the whole for the speakers of each side, by what each calls them. */
export const partedOf = <T>(
  values: Record<string, T>,
  speakers: Speakers,
  kept: ReadonlySet<string>,
): [Record<string, T>, Record<string, T>] => [
  Object.fromEntries(
    Object.entries(values).filter(([name]) => kept.has(name) || !Object.values(speakers).includes(name)),
  ),
  Object.fromEntries(
    Object.entries(speakers).flatMap(([speaker, name]) =>
      Object.hasOwn(values, name) ? [[speaker, values[name] as T]] : [],
    ),
  ),
];

/** One transcript of two; null where neither has words. */
export const joinedTranscript = (
  whole: Transcript | null,
  part: Transcript | null,
  speakers: Speakers,
  offset_ms: number,
): Transcript | null => {
  const source = (whole ?? part)?.source;
  if (!source) return null;
  return { source, words: [...(whole?.words ?? []), ...shifted(part?.words ?? [], speakers, offset_ms)] };
};

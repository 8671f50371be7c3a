import { SIDES } from '@pharos/contract/sides.ts';
import type { SpokenCall, Voice, WordRange } from '../call.ts';
import { passagesOf } from '../passages.ts';
import { sentencesOf } from '../sentences.ts';
import { interruptionsIn } from './interruptions.ts';
import { type Silence, silencesIn } from './silences.ts';
import { talkOf } from './talk.ts';

/** Measures of one voice. Times in milliseconds; each null where there is nothing to measure. */
export type VoiceMeasures = Voice & {
  speaker: string | null;
  words: number;
  talk_ms: number;
  /** Share of all talk, 0 to 1. */
  talk_share: number | null;
  longest_monologue_ms: number | null;
  questions: number;
  /** Times that this voice began while another went on, and said more than a word or two. */
  interruptions: number;
  /** Median time in which this voice answered another. */
  response_ms: number | null;
};

/** Talk of all voices of one side; null for voices of which nobody has said it. */
export type SideMeasures = Pick<VoiceMeasures, 'side' | 'talk_ms' | 'talk_share'>;

/** Place in a call: words and milliseconds from the start of the recording. */
export type Monologue = WordRange & { speaker: string | null; start_ms: number; end_ms: number };

/** Measures of a call by its words and their times alone. */
export type Measures = {
  /** Voices, the one that talked most first. */
  voices: VoiceMeasures[];
  sides: SideMeasures[];
  longest_monologue: Monologue | null;
  /** Silences of at least three seconds between words, in the order of the call. */
  silences: Silence[];
  silence_ms: number;
};

/** Measures who talks how much, asks, interrupts and answers how soon. */
export const measuresOf = (call: SpokenCall): Measures => {
  const silences = silencesIn(call.words);
  const monologues = monologuesOf(call);
  const voices = voicesOf(call, monologues);
  return {
    voices,
    sides: sidesOf(voices),
    longest_monologue: longest(monologues),
    silences,
    silence_ms: silences.reduce((sum, { start_ms, end_ms }) => sum + end_ms - start_ms, 0),
  };
};

const sidesOf = (voices: readonly VoiceMeasures[]): SideMeasures[] => {
  const all = talkOfAll(voices);
  return ([...SIDES, null] as const).flatMap((side) => {
    const own = voices.filter((voice) => voice.side === side);
    const talk_ms = talkOfAll(own);
    return own.length > 0 ? [{ side, talk_ms, talk_share: all > 0 ? talk_ms / all : null }] : [];
  });
};

const talkOfAll = (voices: readonly Pick<VoiceMeasures, 'talk_ms'>[]): number =>
  voices.reduce((sum, { talk_ms }) => sum + talk_ms, 0);

const lengthOf = ({ start_ms, end_ms }: Monologue): number => end_ms - start_ms;
const longest = (monologues: readonly Monologue[]): Monologue | null =>
  monologues.reduce<Monologue | null>((best, one) => (!best || lengthOf(one) > lengthOf(best) ? one : best), null);

/** Stretches in which one voice talks while the others put in a word or two at most. */
const monologuesOf = (call: SpokenCall): Monologue[] =>
  passagesOf(call).flatMap(({ words, speaker }) => {
    const said = words.flatMap((index) => call.words[index] ?? []);
    const [first, last] = [words[0], words.at(-1)];
    if (first === undefined || last === undefined) return [];
    const start_ms = said.reduce((least, word) => Math.min(least, word.start_ms), Infinity);
    const end_ms = said.reduce((most, word) => Math.max(most, word.end_ms), start_ms);
    return [{ speaker, start_word: first, end_word: last + 1, start_ms, end_ms }];
  });

const voicesOf = (call: SpokenCall, monologues: readonly Monologue[]): VoiceMeasures[] => {
  const questions = Map.groupBy(
    sentencesOf(call).filter(({ asks }) => asks),
    ({ turn }) => turn.speaker,
  );
  const interruptions = interruptionsIn(call);
  const responses = responsesIn(call);
  const voices = [...Map.groupBy(call.turns, ({ speaker }) => speaker)].map(([speaker, turns]) => {
    const [first] = turns;
    const own = longest(monologues.filter((one) => one.speaker === speaker));
    return {
      ...{ speaker, label: first?.label ?? null, side: first?.side ?? null },
      words: turns.reduce((sum, { words }) => sum + words.length, 0),
      talk_ms: turns.reduce((sum, { words }) => sum + talkOf(words), 0),
      longest_monologue_ms: own && lengthOf(own),
      questions: questions.get(speaker)?.length ?? 0,
      interruptions: interruptions.filter((one) => one.speaker === speaker).length,
      response_ms: medianOf(responses.filter((one) => one.speaker === speaker).map(({ after_ms }) => after_ms)),
    };
  });
  const all = talkOfAll(voices);
  return voices
    .map((voice) => ({ ...voice, talk_share: all > 0 ? voice.talk_ms / all : null }))
    .sort((a, b) => b.talk_ms - a.talk_ms || b.words - a.words);
};

/** Times between the end of a turn and the beginning of another voice's; none where they overlap. */
const responsesIn = ({ turns }: SpokenCall) =>
  turns.flatMap(({ speaker, start_ms }, index) => {
    const before = turns[index - 1];
    return before && before.speaker !== speaker ? [{ speaker, after_ms: Math.max(0, start_ms - before.end_ms) }] : [];
  });

const medianOf = (values: number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b);
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
};

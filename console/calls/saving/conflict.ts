import type { Word } from '@pharos/contract/transcripts.ts';
import { speakerOf, textOf } from '../../transcript/turns.ts';
import { labelOf, nameOf } from '../../transcript/voices.ts';
import type { Draft } from './draft.ts';
import { apart } from './renumber-voices.ts';
import { type Region, regionsOf } from './three-ways.ts';

/** Difference between two people's versions of one place. `null`: no name. Times in milliseconds. */
export type Difference =
  | { kind: 'label'; id: string; before: string | null; theirs: string | null; yours: string | null }
  | { kind: 'words'; at_ms: number; before: Said; theirs: Said; yours: Said };

/** Words as text, and who says them where the three differ in that. */
export type Said = { text: string; speakers: (string | null)[] };

/** Every place in which theirs or yours is not what both began with. */
export const differencesOf = (before: Draft, mine: Draft, theirs: Draft): Difference[] =>
  rowsOf(before, mine, theirs, () => true);

/** Places that both have changed in different ways: only these need a choice. */
export const conflictsOf = (before: Draft, mine: Draft, theirs: Draft): Difference[] =>
  rowsOf(before, mine, theirs, meets).filter(
    (one) =>
      one.kind === 'words' || (one.theirs !== one.before && one.yours !== one.before && one.theirs !== one.yours),
  );

const rowsOf = (before: Draft, mine: Draft, theirs: Draft, wanted: (region: Region) => boolean): Difference[] => {
  const yours = apart(before, mine, theirs);
  const ids = [before, yours, theirs].flatMap(({ speaker_labels }) => Object.keys(speaker_labels));
  const labels = [...new Set(ids)].flatMap((id): Difference[] => {
    const [was, mine, other] = [before, yours, theirs].map(({ speaker_labels }) => nameOf(labelOf(speaker_labels, id)));
    const named = { kind: 'label' as const, id, before: was ?? null, theirs: other ?? null, yours: mine ?? null };
    return named.theirs === named.before && named.yours === named.before ? [] : [named];
  });
  const words = neighbours(regionsOf(before.words, yours.words, theirs.words))
    .filter((regions) => regions.some(wanted))
    .map((regions): Difference => {
      const [was, other, mine] = (['before', 'theirs', 'yours'] as const).map((side) =>
        regions.flatMap((region) => region[side]),
      ) as [Word[], Word[], Word[]];
      const at_ms = (was[0] ?? other[0] ?? mine[0])?.start_ms ?? 0;
      const speakers = [was, other, mine].map(speakersOf).map((ids) => ids.join());
      const differ = new Set(speakers).size > 1;
      const said = (words: readonly Word[]) => ({ text: textOf(words), speakers: differ ? speakersOf(words) : [] });
      return { kind: 'words', at_ms, before: said(was), theirs: said(other), yours: said(mine) };
    });
  return [...labels, ...words];
};

/** Both people's work in one: where they touch the same label, or the same of a word, yours. */
export const mergeDrafts = (before: Draft, mine: Draft, theirs: Draft): Draft => {
  const yours = apart(before, mine, theirs);
  const speaker_labels = mergeByVoice(before.speaker_labels, yours.speaker_labels, theirs.speaker_labels);
  const speaker_sides = mergeByVoice(before.speaker_sides, yours.speaker_sides, theirs.speaker_sides);
  const regions = regionsOf(before.words, yours.words, theirs.words);
  // Words that only this reader has changed stay the same objects, and what stands open among them stays open.
  const words = regions.every(({ changed }) => changed === null || changed === 'yours')
    ? yours.words
    : regions.flatMap((region) =>
        region.changed === 'theirs' ? region.theirs : region.changed === 'both' ? mergeWords(region) : region.yours,
      );
  return { source: theirs.source ?? yours.source, words, speaker_labels, speaker_sides };
};

/** Merges the labels of speakers: theirs, except for those that you have changed. */
const mergeByVoice = <Said>(
  before: Record<string, Said>,
  yours: Record<string, Said>,
  theirs: Record<string, Said>,
): Record<string, Said> => {
  const merged = { ...theirs };
  for (const id of new Set([...Object.keys(before), ...Object.keys(yours)])) {
    const [was, mine] = [labelOf(before, id), labelOf(yours, id)] as [Said | undefined, Said | undefined];
    if (JSON.stringify(was) === JSON.stringify(mine)) continue;
    if (mine === undefined) delete merged[id];
    else merged[id] = mine;
  }
  return merged;
};

/** Merges a word that one has corrected and the other has given to another speaker: it is both. */
const mergeWords = (region: Region): readonly Word[] => {
  const { before, yours, theirs } = region;
  if (!isWordByWord(region)) return yours;
  return yours.map((word, n) => ({ ...(theirs[n] as Word), ...changesOf(before[n] as Word, word) }));
};

/** Both have changed the same of a word here, or how many words there are. */
const meets = (region: Region): boolean => {
  if (region.changed !== 'both') return false;
  if (!isWordByWord(region)) return true;
  return region.before.some((word, n) => {
    const [mine, other] = [region.yours[n], region.theirs[n]].map((now) => changesOf(word, now as Word));
    return Object.entries(mine ?? {}).some(([name, value]) => name in (other ?? {}) && other?.[name] !== value);
  });
};

const isWordByWord = ({ before, yours, theirs }: Region) =>
  before.length === yours.length && before.length === theirs.length;

const changesOf = (before: Word, after: Word): Record<string, unknown> => {
  const was = new Map<string, unknown>(Object.entries(before));
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => (value ?? null) !== (was.get(name) ?? null)),
  );
};

/** Changed regions that touch each other, shown as one difference. */
const neighbours = (regions: Region[]): Region[][] =>
  regions.reduce<Region[][]>(
    (groups, region) => {
      if (region.changed === null) groups.push([]);
      else groups.at(-1)?.push(region);
      return groups;
    },
    [[]],
  );

const speakersOf = (words: readonly Word[]) => [...new Set(words.map(speakerOf))];

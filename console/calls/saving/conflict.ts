import type { Word } from '@pharos/contract/transcripts.ts';
import { speakerOf, textOf } from '../../transcript/turns.ts';
import { labelOf, nameOf } from '../../transcript/voices.ts';
import type { Draft } from './draft.ts';
import { apart } from './renumber-voices.ts';
import { type Region, regionsOf } from './three-ways.ts';

/** What two people have each made of the same place. `null`: no name. Times in milliseconds. */
export type Difference =
  | { kind: 'label'; id: string; before: string | null; theirs: string | null; yours: string | null }
  | { kind: 'words'; at_ms: number; before: Said; theirs: Said; yours: Said };

/** Words as text, and who says them where the three differ in that. */
export type Said = { text: string; speakers: (string | null)[] };

/** Every place in which theirs or yours is not what both began with. */
export const differencesOf = (before: Draft, mine: Draft, theirs: Draft): Difference[] => {
  const yours = apart(before, mine, theirs);
  const ids = [before, yours, theirs].flatMap(({ speaker_labels }) => Object.keys(speaker_labels));
  const labels = [...new Set(ids)].flatMap((id): Difference[] => {
    const [was, mine, other] = [before, yours, theirs].map(({ speaker_labels }) => nameOf(labelOf(speaker_labels, id)));
    const named = { kind: 'label' as const, id, before: was ?? null, theirs: other ?? null, yours: mine ?? null };
    return named.theirs === named.before && named.yours === named.before ? [] : [named];
  });
  const words = joined(regionsOf(before.words, yours.words, theirs.words))
    .filter(({ changed }) => changed !== null)
    .map((region): Difference => {
      const at_ms = (region.before[0] ?? region.theirs[0] ?? region.yours[0])?.start_ms ?? 0;
      const { before: was, theirs: other, yours: mine } = region;
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
  const speaker_labels: Record<string, unknown> = { ...theirs.speaker_labels };
  for (const id of new Set([...Object.keys(before.speaker_labels), ...Object.keys(yours.speaker_labels)])) {
    const [was, mine] = [labelOf(before.speaker_labels, id), labelOf(yours.speaker_labels, id)];
    if (JSON.stringify(was) === JSON.stringify(mine)) continue;
    if (mine === undefined) delete speaker_labels[id];
    else speaker_labels[id] = mine;
  }
  const words = regionsOf(before.words, yours.words, theirs.words).flatMap((region) =>
    region.changed === 'theirs' ? region.theirs : region.changed === 'both' ? mergeWords(region) : region.yours,
  );
  return { source: theirs.source ?? yours.source, words, speaker_labels };
};

/** A word that one of two has corrected and the other has given to somebody is both. */
const mergeWords = ({ before, yours, theirs }: Region): readonly Word[] => {
  if (before.length !== yours.length || before.length !== theirs.length) return yours;
  return yours.map((word, n) => {
    const was = new Map<string, unknown>(Object.entries(before[n] as Word));
    const mine = Object.entries(word).filter(([name, value]) => (value ?? null) !== (was.get(name) ?? null));
    return { ...(theirs[n] as Word), ...Object.fromEntries(mine) };
  });
};

/** Changes of neighbouring words are one difference to whoever reads them. */
const joined = (regions: Region[]): Region[] => {
  const together: Region[] = [];
  for (const region of regions) {
    const last = together.at(-1);
    if (!last || last.changed === null || region.changed === null) together.push(region);
    else {
      const both = (side: 'before' | 'yours' | 'theirs') => [...last[side], ...region[side]];
      together[together.length - 1] = {
        before: both('before'),
        yours: both('yours'),
        theirs: both('theirs'),
        changed: last.changed === region.changed ? last.changed : 'both',
      };
    }
  }
  return together;
};

const speakersOf = (words: readonly Word[]) => [...new Set(words.map(speakerOf))];

import { speakerOf } from '../../transcript/turns.ts';
import { type Draft, freshId } from './draft.ts';

/** Your draft with another id for each new speaker whose id they have given to a new speaker of their own. */
export const apart = (before: Draft, yours: Draft, theirs: Draft): Draft => {
  const [known, others] = [idsOf(before), idsOf(theirs)];
  let draft = yours;
  for (const id of idsOf(yours)) {
    if (known.has(id) || !others.has(id) || timesOf(yours, id) === timesOf(theirs, id)) continue;
    draft = renamed(draft, id, freshId(together([before, theirs, draft])));
  }
  return draft;
};

const idsOf = ({ words, speaker_labels }: Draft): Set<string> =>
  new Set([...words.flatMap((word) => speakerOf(word) ?? []), ...Object.keys(speaker_labels)]);

/** Times at which a speaker speaks: two of one id that say the same words are one speaker. */
const timesOf = ({ words }: Draft, id: string): string =>
  words.flatMap((word) => (speakerOf(word) === id ? word.start_ms : [])).join();

const together = (drafts: Draft[]): Draft => ({
  source: null,
  words: drafts.flatMap(({ words }) => words),
  speaker_labels: Object.assign({}, ...drafts.map(({ speaker_labels }) => speaker_labels)),
  speaker_sides: Object.assign({}, ...drafts.map(({ speaker_sides }) => speaker_sides)),
});

const renamed = (draft: Draft, from: string, to: string): Draft => ({
  ...draft,
  words: draft.words.map((word) => (speakerOf(word) === from ? { ...word, speaker: to } : word)),
  speaker_labels: renamedIn(draft.speaker_labels, from, to),
  speaker_sides: renamedIn(draft.speaker_sides, from, to),
});

const renamedIn = <Said>(by_id: Record<string, Said>, from: string, to: string): Record<string, Said> =>
  Object.fromEntries(Object.entries(by_id).map(([id, said]) => [id === from ? to : id, said]));

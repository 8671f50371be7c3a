import type { SearchQuery } from '@pharos/contract/search.ts';
import { rare, spoken } from './seed.ts';

/** Things that searches are kept to. */
export type Kept = { case_uuid: string; location_uuid: string; created_by: string };

/** Kind of search that is measured: each body of it asks for other words. */
export type Kind = { name: string; body(): SearchQuery };

const two = (draw: () => string) => `${draw()} ${draw()}`;
const letters = () => spoken().replace(/\W/g, '').slice(0, 3).padEnd(2, 'e');

/** Every kind: words and how they are joined, then one word with each filter. */
export const kindsOf = (kept: Kept): Kind[] => {
  const asking = (name: string, q: () => string): Kind => ({ name, body: () => ({ q: q() }) });
  const keeping = (name: string, filter: Partial<SearchQuery>): Kind => ({
    name,
    body: () => ({ q: spoken(), ...filter }),
  });
  return [
    asking('the commonest word', () => 'the'),
    asking('a word', spoken),
    asking('a rare word', rare),
    asking('two words', () => two(spoken)),
    asking('a phrase of three common words', () => '"to the and"'),
    asking('a phrase', () => `"${two(spoken)}"`),
    asking('a rare phrase', () => `"${rare()} ${spoken()}"`),
    asking('a prefix', () => `${letters()}*`),
    asking('OR', () => `${rare()} OR ${spoken()}`),
    asking('NOT', () => `${spoken()} -${rare()}`),
    keeping('said by the family', { who: 'theirs' }),
    keeping('said by our team', { who: 'ours' }),
    keeping('said by one label', { who: 'Daughter' }),
    keeping('in one case of fifty', { case_uuid: kept.case_uuid }),
    keeping('at one location of three', { location_uuid: kept.location_uuid }),
    keeping('taken by a colleague', { created_by: kept.created_by }),
    keeping('in two weeks', { from: '2026-01-05T00:00:00Z', to: '2026-01-20T00:00:00Z' }),
    keeping('incoming', { direction: 'incoming' }),
    keeping('with a number', { number: '216 555 0142' }),
    keeping('fully labelled', { is_fully_labelled: true }),
    keeping('with a recording', { has_recording: true }),
    keeping('newest first', { order: 'newest' }),
    { name: 'counted', body: () => ({ q: spoken(), count: true }) },
  ];
};

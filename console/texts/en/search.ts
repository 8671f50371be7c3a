import { count } from './numbers.ts';

/** Search. */
export const search = {
  title: 'Search',
  field: 'Name, case number or words in notes',
  find: 'Search',
  scope:
    'Finds cases by name, case number and notes, and calls by ID. To search a transcript, open the call and press /.',
  none: (q: string) => `No results for “${q}”.`,
  found: (n: number, more: boolean) => (more ? `First ${count(n, 'case')}` : count(n, 'case')),
  calls_with_id: 'Calls with this ID',
  all_calls: 'All calls in this case',
};

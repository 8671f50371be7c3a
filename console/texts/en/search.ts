import { count } from './numbers.ts';

/** The texts of the search. */
export const search = {
  title: 'Search',
  field: 'A name, a case number, a word of the notes',
  find: 'Search',
  honest:
    'Cases are found by name, case number and notes; a call by its own id or its provider’s. What was said in calls is not searched: open a call and press / to find words in it.',
  none: (q: string) => `Nothing was found for “${q}”.`,
  found: (n: number, more: boolean) => (more ? `The first ${count(n, 'case')}` : `Found in ${count(n, 'case')}`),
  named: 'Calls with this id',
  all_calls: 'All calls of this case',
};

import { count } from './numbers.ts';

const days = (n: number) => count(n, 'day');

/** Locations. */
export const locations = {
  as_organization: 'Leave blank to use the funeral home’s setting.',
  cases_kept: (n: number) => `Cases kept ${days(n)}`,
  pre_need_cases_kept: (n: number) => `Pre-need cases kept ${days(n)}`,
  none: 'No locations yet. You only need them if your funeral home has more than one.',
  add: 'Add location',
  address: 'Address',
  remove_ask: (name: string) => `Delete ${name}? This works only when no cases or team members belong to it.`,
};

import { plural } from './numbers.ts';

/** The frame around every page. */
export const app = {
  skip: 'Skip to content',
  navigation: 'Main',
  today: 'Today',
  calls_to_name: (n: number) =>
    plural(n, '1 call has speakers to name', `${n > 9 ? 'More than 9' : n} calls have speakers to name`),
  cases: 'Cases',
  sign_out: 'Sign out',
  signed_in_as: (name: string) => `Signed in as ${name}`,
  language: 'Language',
  appearance: 'Appearance',
  system: 'Match system',
  light: 'Light',
  dark: 'Dark',
  account: 'Account',
  offline: 'You’re offline. You can keep reading, and changes to a call are saved when you’re back online.',
  not_found: 'Page not found',
  not_found_hint: 'It may have been deleted, or the link may be wrong.',
  to_today: 'Go to Today',
  failed: 'This page couldn’t be loaded',
};

import { plural } from './numbers.ts';

/** The frame around every page, and what every page says. */
export const shell = {
  skip: 'Skip to content',
  navigation: 'Main',
  today: 'Today',
  needs: (n: number) =>
    plural(n, '1 call has speakers to name', `${n > 9 ? 'More than 9' : n} calls have speakers to name`),
  cases: 'Cases',
  sign_out: 'Sign out',
  signed_in_as: (name: string) => `Signed in as ${name}`,
  language: 'Language',
  paper: 'Appearance',
  system: 'Match system',
  light: 'Light',
  dark: 'Dark',
  choices: 'Account',
  loading: 'Loading…',
  offline: 'You’re offline. You can keep reading, and changes to a call are saved when you’re back online.',
  not_found: 'Page not found',
  not_found_hint: 'It may have been deleted, or the link may be wrong.',
  to_today: 'Go to Today',
  failed: 'This page couldn’t be loaded',
  unreachable: 'Pharos can’t be reached. Check your connection and try again.',
  again: 'Try again',
  request: (id: string) => `For your administrator: request ID ${id}`,
  more: 'Show more',
  close: 'Close',
  cancel: 'Cancel',
  save: 'Save',
};

import { count } from './numbers.ts';

const days = (n: number) => count(n, 'day');

/** The funeral home’s own page. */
export const organizations = {
  retention_days: 'Keep cases for (days)',
  retention_days_hint: 'Counted from the last change. Leave blank to keep forever.',
  pre_need_retention_days: 'Keep pre-need cases for (days)',
  pre_need_retention_days_hint: 'Cases without a date of death. Leave blank to keep forever.',
  restorable_days: 'Restore deleted items within (days)',
  restorable_days_hint: 'After that they’re permanently deleted.',
  time_zone: 'Time zone',
  time_zone_hint: 'For dates, times, and paper size in documents you export.',
  no_time_zone: 'Same as the browser',
  role_words: 'Words for your own people',
  role_words_hint: (usual: string) =>
    `A speaker whose name has one of these words counts as your team, like everyone who has an account here. Separate them with commas. Leave blank for the usual ones: ${usual}.`,
  trade_words: 'Words that mean the same here',
  trade_words_hint:
    'One group per line, separated by commas, such as “slumber room, chapel of rest”. A search for one finds the others. The usual words of the trade are always included.',
  kept_forever: 'Forever',
  days,
};

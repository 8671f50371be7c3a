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
  kept_forever: 'Forever',
  days,
};

/** Addresses of the console's pages, with their parameters as `$name`. The server answers each of them with the console. */
export const PAGES = {
  today: '/',
  cases: '/cases',
  case: '/cases/$case_uuid',
  case_history: '/cases/$case_uuid/history',
  call: '/calls/$call_uuid',
  call_history: '/calls/$call_uuid/history',
  search: '/search',
  settings: '/settings',
  sign_in: '/sign-in',
  welcome: '/welcome',
} as const;

/** Pages of the settings, each at its name under `/settings/`. */
export const SETTINGS_PAGES = [
  'account',
  'organization',
  'people',
  'locations',
  'templates',
  'speech',
  'sources',
  'tokens',
  'webhooks',
  'jobs',
  'audit',
  'retention',
] as const;
export type SettingsPage = (typeof SETTINGS_PAGES)[number];

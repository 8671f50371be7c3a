import { queries } from './query-client.ts';

/** Every kind of query: the first part of its key. */
export type QueryName =
  | 'approved values'
  | 'audit'
  | 'call'
  | 'call diff'
  | 'call versions'
  | 'case'
  | 'case diff'
  | 'case versions'
  | 'cases'
  | 'certificates'
  | 'backups'
  | 'demo'
  | 'due'
  | 'export'
  | 'generations'
  | 'holds'
  | 'invitation'
  | 'jobs'
  | 'labels'
  | 'location'
  | 'locations'
  | 'me'
  | 'measures'
  | 'names'
  | 'needs'
  | 'offers'
  | 'opening'
  | 'organization'
  | 'peaks'
  | 'people'
  | 'recording'
  | 'search'
  | 'sessions'
  | 'sources'
  | 'speech'
  | 'template'
  | 'templates'
  | 'today'
  | 'tokens'
  | 'trial'
  | 'trial calls'
  | 'unfinished'
  | 'user'
  | 'users'
  | 'webhooks';

declare module '@tanstack/react-query' {
  interface Register {
    queryKey: readonly [QueryName, ...unknown[]];
  }
}

/** Queries that each kind of change makes stale. A page that is gone with what was removed is not read again. */
const STALE_AFTER = {
  audit: ['audit'],
  call_removal: ['case', 'needs', 'today', 'search', 'jobs'],
  call_restored: ['call', 'call versions', 'case', 'generations', 'labels', 'search', 'needs', 'today'],
  case_edit: ['approved values', 'case', 'cases', 'search', 'needs', 'today'],
  case_removal: ['cases', 'needs', 'today', 'search', 'jobs'],
  case_restored: ['case', 'case versions', 'cases', 'search', 'needs', 'today'],
  /** Transcript or labels of a call; the badge with the number of speakers to name is refetched immediately. */
  call_edit: ['case', 'labels', 'measures', 'today'],
  /** Names given outside of the call's own page. */
  call_naming: ['call', 'call versions', 'case', 'generations', 'labels', 'measures', 'needs', 'opening', 'today'],
  naming: ['needs', 'generations', 'measures'],
  decision: ['generations', 'approved values'],
  demo: ['demo', 'call', 'case', 'cases', 'search', 'needs', 'today'],
  hold: ['due', 'holds'],
  invitation: ['people', 'users'],
  job: ['jobs'],
  job_end: ['case', 'generations', 'needs', 'today'],
  location: ['due', 'location', 'locations'],
  /** A call that was given to another case. */
  move: ['call versions', 'case', 'cases', 'labels', 'offers', 'search', 'needs', 'today'],
  organization: ['due', 'me', 'organization'],
  password: ['sessions', 'tokens'],
  session: ['sessions'],
  source: ['sources'],
  speech: ['speech'],
  template: ['generations', 'template', 'templates'],
  title: ['call versions', 'case', 'jobs', 'search', 'needs', 'today'],
  token: ['tokens'],
  undeletion: ['case', 'cases', 'jobs', 'search', 'needs', 'today'],
  upload: ['call', 'case', 'peaks', 'recording', 'needs', 'today', 'unfinished'],
  webhook: ['webhooks'],
  user: ['me', 'people', 'user', 'users'],
} as const satisfies Record<string, readonly QueryName[]>;

export type ChangeKind = keyof typeof STALE_AFTER;

/**
 * Refetches every query that a change of this kind may have changed: immediately where it is shown, or with `later` only
 * when it is shown the next time.
 */
export const markStale = (kind: ChangeKind, { later = false } = {}): Promise<unknown> => {
  const refetchType = later ? 'none' : 'active';
  return Promise.all(STALE_AFTER[kind].map((name) => queries.invalidateQueries({ queryKey: [name], refetchType })));
};

/** Placement of a table's rows once the database is a cluster of Citus. */
export type Placement =
  /** Rows are on the shard of their organization, by `organization_uuid`. */
  | 'distributed'
  /** Rows are copied whole to every node: small tables that belong to no one organization. */
  | 'reference'
  /** Rows are on the coordinator alone. */
  | 'local';

/** Every table of the schema `public`. A table that is not here fails test/statements/schema.test.ts. */
export const PLACEMENTS: Record<string, Placement> = {
  migrations: 'local',
  organizations: 'reference',
  emails: 'reference',
  users: 'distributed',
  tokens: 'distributed',
  sessions: 'distributed',
  known_browsers: 'distributed',
  invitations: 'distributed',
  locations: 'distributed',
  cases: 'distributed',
  case_versions: 'distributed',
  calls: 'distributed',
  call_versions: 'distributed',
  provider_files: 'distributed',
  transcripts: 'distributed',
  generation_templates: 'distributed',
  generations: 'distributed',
  generation_values: 'distributed',
  call_analyses: 'distributed',
  generation_runs: 'distributed',
  model_usage: 'distributed',
  audit_events: 'distributed',
  audit_pending: 'distributed',
  audit_links: 'distributed',
  holds: 'distributed',
  purge_certificates: 'distributed',
  idempotency_keys: 'distributed',
  jobs: 'distributed',
  recordings: 'distributed',
  recording_remains: 'distributed',
  search_documents: 'distributed',
  search_segments: 'distributed',
  search_terms: 'distributed',
  uploads: 'distributed',
  sources: 'distributed',
  speech_services: 'distributed',
  source_addresses: 'reference',
  arrivals: 'distributed',
  call_joins: 'distributed',
  webhooks: 'distributed',
  webhook_deliveries: 'distributed',
  webhook_attempts: 'distributed',
};

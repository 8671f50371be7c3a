-- What was ever said about a record, who saw it, and what makes it stay or go.

alter table call_versions add column note text;

-- Insert-only: the case as it was after each change.
create table case_versions (
  organization_uuid uuid not null,
  case_uuid uuid not null,
  version integer not null,
  changed text[] not null,
  note text,
  date_of_birth date,
  date_of_death date,
  date_of_service date,
  external_id text,
  first_name text,
  last_name text,
  location_uuid uuid,
  summary text,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint case_versions_pkey primary key (organization_uuid, case_uuid, version),
  constraint case_versions_case_fkey foreign key (organization_uuid, case_uuid)
    references cases (organization_uuid, uuid)
);

-- The first version that is known of cases that were there before; who changed them last was not kept.
insert into case_versions (organization_uuid, case_uuid, version, changed, date_of_birth, date_of_death,
  date_of_service, external_id, first_name, last_name, location_uuid, summary, created_at, created_by)
select organization_uuid, uuid, version, '{}', date_of_birth, date_of_death,
  date_of_service, external_id, first_name, last_name, location_uuid, summary, updated_at, created_by
from cases;

create trigger case_versions_insert_only before update on case_versions
  for each row execute function refuse_rewriting();

-- organization_uuid: the nil uuid for a template that all organizations share.
create table generation_templates (
  organization_uuid uuid not null,
  uuid uuid not null,
  version integer not null default 1,
  development_stage text not null,
  -- json, not jsonb: answered as they were sent.
  display_config json,
  display_name text not null,
  exact_phrases json,
  example_limit integer,
  execution_type text not null,
  instructions text,
  label text not null,
  template_type text not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  updated_at timestamptz not null default clock_timestamp(),
  updated_by uuid not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint generation_templates_pkey primary key (organization_uuid, uuid)
);

create index generation_templates_newest_idx on generation_templates (organization_uuid, created_at desc, uuid desc);

-- Who did, read or was refused what. No names, labels or words.
create table audit_events (
  organization_uuid uuid not null,
  uuid uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor_uuid uuid,
  action text not null,
  subject_type text not null,
  subject_uuid uuid,
  outcome text not null,
  request_id uuid,
  address text,
  before_version integer,
  after_version integer,
  constraint audit_events_pkey primary key (organization_uuid, uuid),
  constraint audit_events_outcome_check check (outcome in ('ok', 'refused', 'failed'))
);

create index audit_events_newest_idx on audit_events (organization_uuid, at desc, uuid desc);
create index audit_events_of_subject_idx on audit_events (organization_uuid, subject_uuid, at desc);

-- Events that have no link of the chain yet: written with the event, taken away with its link.
create table audit_pending (
  organization_uuid uuid not null,
  event_uuid uuid not null,
  constraint audit_pending_pkey primary key (organization_uuid, event_uuid)
);

-- The chain: each link's hash covers its event, its position and the hash before it.
create table audit_links (
  organization_uuid uuid not null,
  position bigint not null,
  event_uuid uuid not null,
  hash text not null,
  previous_hash text not null,
  constraint audit_links_pkey primary key (organization_uuid, position),
  constraint audit_links_event_key unique (organization_uuid, event_uuid),
  constraint audit_links_event_fkey foreign key (organization_uuid, event_uuid)
    references audit_events (organization_uuid, uuid)
);

create trigger audit_events_insert_only before update or delete on audit_events
  for each row execute function refuse_rewriting();
create trigger audit_links_insert_only before update or delete on audit_links
  for each row execute function refuse_rewriting();

-- While it is there, nothing of its case goes for good.
create table holds (
  organization_uuid uuid not null,
  uuid uuid not null,
  case_uuid uuid not null,
  reason text not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  released_at timestamptz,
  released_by uuid,
  constraint holds_pkey primary key (organization_uuid, uuid)
);

create index holds_of_case_idx on holds (organization_uuid, case_uuid) where released_at is null;

-- What went for good: which thing, by which rule, and the digest of all that was removed.
create table purge_certificates (
  organization_uuid uuid not null,
  uuid uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid,
  subject_type text not null,
  subject_uuid uuid not null,
  rule text not null,
  removed json not null,
  digest text not null,
  constraint purge_certificates_pkey primary key (organization_uuid, uuid)
);

create index purge_certificates_newest_idx on purge_certificates (organization_uuid, created_at desc, uuid desc);

create trigger purge_certificates_insert_only before update or delete on purge_certificates
  for each row execute function refuse_rewriting();

-- The answer that a POST with an Idempotency-Key has got, to be given again.
create table idempotency_keys (
  organization_uuid uuid not null,
  user_uuid uuid not null,
  key text not null,
  request_digest text not null,
  answer bytea,
  etag text,
  created_at timestamptz not null default clock_timestamp(),
  constraint idempotency_keys_pkey primary key (organization_uuid, user_uuid, key)
);

create index idempotency_keys_oldest_idx on idempotency_keys (organization_uuid, created_at);

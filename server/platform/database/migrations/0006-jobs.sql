-- Work that is done apart from requests, as people see it; the queue in the schema pgboss says who does it, and when.

-- note: what is to be known of a result. call_version: the call's when the job was asked for, by which an edit made
-- meanwhile is told. entry_uuid: the queue's entry that goes on with the job; any other one is out of date.
-- callback_digests: of the secrets by which a provider's callbacks are known, one for each time it was asked.
create table jobs (
  organization_uuid uuid not null,
  uuid uuid not null,
  call_uuid uuid not null,
  kind text not null,
  provider text not null,
  state text not null default 'queued',
  attempts integer not null default 0,
  progress real not null default 0,
  error text,
  note text,
  provider_id text,
  call_version integer not null,
  entry_uuid uuid,
  callback_digests text[] not null default '{}',
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  started_at timestamptz,
  finished_at timestamptz,
  constraint jobs_pkey primary key (organization_uuid, uuid),
  constraint jobs_call_fkey foreign key (organization_uuid, call_uuid) references calls (organization_uuid, uuid),
  constraint jobs_state_check check (state in ('queued', 'running', 'succeeded', 'failed', 'cancelled'))
);

-- A call is transcribed once at a time, whoever asks.
create unique index jobs_unfinished_key on jobs (organization_uuid, call_uuid, kind)
  where state in ('queued', 'running');
create index jobs_newest_idx on jobs (organization_uuid, created_at desc, uuid desc);
create index jobs_of_call_idx on jobs (organization_uuid, call_uuid, created_at desc, uuid desc);

call build_wall('jobs', 'select, insert, update, delete');

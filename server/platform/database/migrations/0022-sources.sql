-- Telephone systems and folders that calls come in from by themselves. secrets: a JSON object, encrypted with a key that is
-- not in the database.
create table sources (
  organization_uuid uuid not null,
  uuid uuid not null,
  name text not null,
  kind text not null,
  location_uuid uuid,
  settings json not null,
  secret_names text[] not null default '{}',
  secrets bytea,
  our_channel integer,
  transcribe boolean not null default true,
  provider text,
  quiet_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  constraint sources_pkey primary key (organization_uuid, uuid),
  constraint sources_kind_check check (kind in ('twilio', 'zoom_phone', 'telnyx', 'webhook', 'folder')),
  constraint sources_location_fkey foreign key (organization_uuid, location_uuid)
    references locations (organization_uuid, uuid)
);

-- Whose a source is: a message that comes in knows nothing else.
create table source_addresses (
  source_uuid uuid not null,
  organization_uuid uuid not null,
  constraint source_addresses_pkey primary key (source_uuid, organization_uuid)
);

-- Everything that came, and what became of it. message: as it came, encrypted. file_key: of a file, its path, size and time.
create table arrivals (
  organization_uuid uuid not null,
  uuid uuid not null,
  source_uuid uuid not null,
  state text not null,
  reason text,
  detail text,
  recording_id text,
  source_call_id text,
  "from" text,
  "to" text,
  call_uuid uuid,
  entry_uuid uuid,
  attempts integer not null default 0,
  next_attempt_at timestamptz,
  message bytea,
  file_key text,
  created_at timestamptz not null default clock_timestamp(),
  updated_at timestamptz not null default clock_timestamp(),
  constraint arrivals_pkey primary key (organization_uuid, uuid),
  constraint arrivals_source_fkey foreign key (organization_uuid, source_uuid)
    references sources (organization_uuid, uuid),
  constraint arrivals_call_fkey foreign key (organization_uuid, call_uuid) references calls (organization_uuid, uuid),
  constraint arrivals_state_check check (
    state in ('waiting', 'failed', 'taken', 'duplicate', 'refused', 'ignored', 'test'))
);

-- A recording is taken once, by the id that its source gave it.
create unique index arrivals_once_idx on arrivals (organization_uuid, source_uuid, recording_id)
  where state in ('waiting', 'failed', 'taken');
create index arrivals_newest_idx on arrivals (organization_uuid, source_uuid, created_at desc, uuid desc);
create index arrivals_of_call_idx on arrivals (organization_uuid, call_uuid);
create index arrivals_file_idx on arrivals (organization_uuid, source_uuid, file_key) where file_key is not null;

call build_wall('sources', 'select, insert, update (name, location_uuid, settings, secret_names, secrets, our_channel,
  transcribe, provider, quiet_until, updated_at, deleted_at)');
call build_wall('arrivals', 'select, insert, update (state, reason, detail, recording_id, source_call_id, "from", "to",
  call_uuid, entry_uuid, attempts, next_attempt_at, message, updated_at), delete');
call build_wall('source_addresses', 'select, insert, delete');
create policy arriving on source_addresses for select
  using (source_uuid = nullif(current_setting('pharos.source_uuid', true), '')::uuid);

-- Every table is keyed by (organization_uuid, uuid) and every foreign key carries the organization:
-- no row can refer to another organization's, and a sharded database finds a row on one shard.

create table organizations (
  uuid uuid not null,
  name text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint organizations_pkey primary key (uuid)
);

create table users (
  organization_uuid uuid not null,
  uuid uuid not null,
  email text,
  name text,
  access_level text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint users_pkey primary key (organization_uuid, uuid),
  constraint users_organization_fkey foreign key (organization_uuid) references organizations (uuid),
  constraint users_access_level_check check (access_level in ('viewer', 'member', 'admin', 'operator'))
);

-- digest: SHA-256 of the token, in hex, as every digest here. The token is 256 random bits, so a slow hash would add nothing.
create table tokens (
  organization_uuid uuid not null,
  uuid uuid not null,
  user_uuid uuid not null,
  name text not null,
  digest text not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint tokens_pkey primary key (organization_uuid, uuid),
  constraint tokens_user_fkey foreign key (organization_uuid, user_uuid) references users (organization_uuid, uuid),
  constraint tokens_digest_key unique (organization_uuid, digest)
);

create table locations (
  organization_uuid uuid not null,
  uuid uuid not null,
  name text not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint locations_pkey primary key (organization_uuid, uuid),
  constraint locations_organization_fkey foreign key (organization_uuid) references organizations (uuid)
);

create table cases (
  organization_uuid uuid not null,
  uuid uuid not null,
  version integer not null default 1,
  date_of_birth date,
  date_of_death date,
  date_of_service date,
  external_id text,
  first_name text,
  last_name text,
  location_uuid uuid,
  summary text,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  deleted_by uuid,
  constraint cases_pkey primary key (organization_uuid, uuid),
  constraint cases_organization_fkey foreign key (organization_uuid) references organizations (uuid),
  constraint cases_location_fkey foreign key (organization_uuid, location_uuid)
    references locations (organization_uuid, uuid)
);

create index cases_newest_idx on cases (organization_uuid, created_at desc, uuid desc);
create index cases_external_id_idx on cases (organization_uuid, external_id);

create table calls (
  organization_uuid uuid not null,
  uuid uuid not null,
  case_uuid uuid not null,
  version integer not null default 1,
  duration integer,
  file_format text,
  file_name text,
  file_path text,
  file_size bigint,
  is_fully_labelled boolean not null default false,
  -- json, not jsonb: it is answered as it was sent, in its own order.
  provider_metadata json,
  speaker_labels json not null default '{}',
  transcript_uuid uuid,
  transcript_digest text,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  updated_at timestamptz not null default clock_timestamp(),
  deleted_at timestamptz,
  deleted_by uuid,
  constraint calls_pkey primary key (organization_uuid, uuid),
  constraint calls_case_fkey foreign key (organization_uuid, case_uuid) references cases (organization_uuid, uuid)
);

create index calls_newest_idx on calls (organization_uuid, created_at desc, uuid desc);
create index calls_of_case_idx on calls (organization_uuid, case_uuid, created_at, uuid);

-- What a provider or a person handed in, byte for byte, packed as one zstd frame.
create table provider_files (
  organization_uuid uuid not null,
  uuid uuid not null,
  call_uuid uuid not null,
  format text not null,
  digest text not null,
  zstd bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  constraint provider_files_pkey primary key (organization_uuid, uuid),
  constraint provider_files_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid)
);

-- Insert-only: a replaced transcript stays. zstd: its JSON text in UTF-8 as one zstd frame, answered unread.
-- digest: of the JSON text, by which equal transcripts are told.
create table transcripts (
  organization_uuid uuid not null,
  uuid uuid not null,
  call_uuid uuid not null,
  provider_file_uuid uuid,
  zstd bytea not null,
  digest text not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  constraint transcripts_pkey primary key (organization_uuid, uuid),
  constraint transcripts_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid),
  constraint transcripts_provider_file_fkey foreign key (organization_uuid, provider_file_uuid)
    references provider_files (organization_uuid, uuid)
);

-- Both are packed already: PostgreSQL need not try again.
alter table provider_files alter column zstd set storage external;
alter table transcripts alter column zstd set storage external;

alter table calls add constraint calls_transcript_fkey foreign key (organization_uuid, transcript_uuid)
  references transcripts (organization_uuid, uuid);

-- Insert-only: the call as it was after each change, the transcript by reference.
create table call_versions (
  organization_uuid uuid not null,
  call_uuid uuid not null,
  version integer not null,
  changed text[] not null,
  duration integer,
  file_format text,
  file_name text,
  file_path text,
  file_size bigint,
  is_fully_labelled boolean not null,
  provider_metadata json,
  speaker_labels json not null,
  transcript_uuid uuid,
  created_at timestamptz not null,
  created_by uuid not null,
  constraint call_versions_pkey primary key (organization_uuid, call_uuid, version),
  constraint call_versions_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid),
  constraint call_versions_transcript_fkey foreign key (organization_uuid, transcript_uuid)
    references transcripts (organization_uuid, uuid)
);

create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name;
end
$$;

create trigger provider_files_insert_only before update on provider_files
  for each row execute function refuse_rewriting();
create trigger transcripts_insert_only before update on transcripts
  for each row execute function refuse_rewriting();
create trigger call_versions_insert_only before update on call_versions
  for each row execute function refuse_rewriting();

-- The sound of a call. Its bytes lie in the storage under (organization_uuid, uuid), and are there before the row is.
create table recordings (
  organization_uuid uuid not null,
  uuid uuid not null,
  call_uuid uuid not null,
  case_uuid uuid not null,
  content_type text not null,
  file_format text not null,
  bytes bigint not null,
  sha256 text not null,
  duration_ms bigint,
  channels integer not null,
  sample_rate integer not null,
  -- Drawn after the recording has come, and for good.
  peaks json,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  deleted_at timestamptz,
  deleted_by uuid,
  constraint recordings_pkey primary key (organization_uuid, uuid),
  constraint recordings_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid)
);

create index recordings_of_call_idx on recordings (organization_uuid, call_uuid);

-- A call has one recording at a time, and a case has no recording twice.
create unique index recordings_of_call_key on recordings (organization_uuid, call_uuid) where deleted_at is null;
create unique index recordings_of_case_key on recordings (organization_uuid, case_uuid, sha256) where deleted_at is null;

call build_wall('recordings', 'select, insert, update, delete');

-- Recordings whose rows are gone and whose bytes have still to be destroyed: a row's end and its note are one transaction.
create table recording_remains (
  organization_uuid uuid not null,
  uuid uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  constraint recording_remains_pkey primary key (organization_uuid, uuid)
);

call build_wall('recording_remains', 'select, insert, delete');

create function note_remains() returns trigger language plpgsql as $$
begin
  insert into recording_remains (organization_uuid, uuid) values (old.organization_uuid, old.uuid);
  return null;
end
$$;

create trigger recordings_remains after delete on recordings for each row execute function note_remains();

-- By which the organization's links to recordings are signed.
alter table organizations
  add column link_key text not null default gen_random_uuid()::text || gen_random_uuid()::text;

-- When a call was, which way it went, between which numbers, and who took it: as the telephone system or a person says.
alter table calls
  add column started_at timestamptz,
  add column direction text,
  add column "from" text,
  -- Of "from" and "to", for those that can be read as a telephone number.
  add column from_e164 text,
  add column "to" text,
  add column to_e164 text,
  add column answered_by text,
  add column title text,
  add column source_call_id text,
  add constraint calls_direction_check check (direction in ('incoming', 'outgoing', 'internal'));

alter table call_versions
  add column started_at timestamptz,
  add column direction text,
  add column "from" text,
  add column from_e164 text,
  add column "to" text,
  add column to_e164 text,
  add column answered_by text,
  add column title text,
  add column source_call_id text;

grant update (started_at, direction, "from", from_e164, "to", to_e164, answered_by, title, source_call_id)
  on calls to pharos_app;

-- Lists of calls run by when they were, not by when their record was made.
create index calls_latest_idx on calls (organization_uuid, coalesce(started_at, created_at) desc, uuid desc);
create index calls_from_idx on calls (organization_uuid, from_e164) where from_e164 is not null;
create index calls_to_idx on calls (organization_uuid, to_e164) where to_e164 is not null;
create index calls_source_idx on calls (organization_uuid, source_call_id) where source_call_id is not null;

-- search_documents.created_at is the time of the call. Where that changes, the document waits for another segment, and
-- those that still have it with its old time are remembered: a purge has to find them.
alter table search_documents add column left_segments uuid[] not null default '{}';
grant update (created_at, left_segments) on search_documents to pharos_app;

-- Recordings that are arriving in pieces, so that they can be counted, and found when their call is purged. Their bytes
-- and how far they are lie with the storage.
create table uploads (
  organization_uuid uuid not null,
  -- Of the recording that it will be.
  uuid uuid not null,
  call_uuid uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  constraint uploads_pkey primary key (organization_uuid, uuid),
  constraint uploads_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid)
);

create index uploads_of_call_idx on uploads (organization_uuid, call_uuid);

call build_wall('uploads', 'select, insert, delete');

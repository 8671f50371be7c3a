-- What is searched. A document is the index of one transcript, written with it; segments are made of many documents, so
-- that a search reads a few rows instead of every call. Both say only what the transcripts say, and can be made again.
create table search_documents (
  organization_uuid uuid not null,
  transcript_uuid uuid not null,
  call_uuid uuid not null,
  -- The call's own, by which hits are ordered.
  created_at timestamptz not null,
  -- The segment that has taken it in; null as long as none has.
  segment_uuid uuid,
  -- No call has these words any more, but for its history.
  is_retired boolean not null default false,
  document bytea not null,
  constraint search_documents_pkey primary key (organization_uuid, transcript_uuid),
  constraint search_documents_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid)
);

-- Packed already.
alter table search_documents alter column document set storage external;
create index search_documents_of_call_idx on search_documents (organization_uuid, call_uuid);
create index search_documents_pending_idx on search_documents (organization_uuid)
  where segment_uuid is null and not is_retired;
create index search_documents_segment_idx on search_documents (organization_uuid, segment_uuid)
  where segment_uuid is not null;

call build_wall('search_documents', 'select, insert, update, delete');

create table search_segments (
  organization_uuid uuid not null,
  uuid uuid not null,
  level integer not null,
  -- How many documents, and which: their numbers are their places here.
  size integer not null,
  documents bytea not null,
  constraint search_segments_pkey primary key (organization_uuid, uuid)
);

alter table search_segments alter column documents set storage external;

call build_wall('search_segments', 'select, insert, delete');

-- By the order of bytes, so that a prefix is a range.
create table search_terms (
  organization_uuid uuid not null,
  segment_uuid uuid not null,
  term text collate "C" not null,
  -- Null for readings of numbers and runs of words, which have no forms.
  stem text collate "C",
  documents bytea not null,
  constraint search_terms_pkey primary key (organization_uuid, segment_uuid, term),
  constraint search_terms_segment_fkey foreign key (organization_uuid, segment_uuid)
    references search_segments (organization_uuid, uuid)
);

alter table search_terms alter column documents set storage external;
create index search_terms_stem_idx on search_terms (organization_uuid, segment_uuid, stem) where stem is not null;

call build_wall('search_terms', 'select, insert, delete');

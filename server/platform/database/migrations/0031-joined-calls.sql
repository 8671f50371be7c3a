-- Calls that are one conversation: part_uuid goes on, from offset_ms on, where call_uuid ended. Joined, the part is deleted
-- for everybody, and kept for as long as the whole. version: of the whole, as it was joined. speakers: the part's own
-- speakers, by what they are called in the whole. recordings: the whole's own one, set aside, and the one made of both.
create table call_joins (
  organization_uuid uuid not null,
  part_uuid uuid not null,
  call_uuid uuid not null,
  version integer not null,
  offset_ms float8 not null,
  speakers json not null,
  own_recording_uuid uuid,
  joined_recording_uuid uuid,
  joined_at timestamptz not null default clock_timestamp(),
  joined_by uuid not null,
  constraint call_joins_pkey primary key (organization_uuid, part_uuid),
  constraint call_joins_part_fkey foreign key (organization_uuid, part_uuid) references calls (organization_uuid, uuid),
  constraint call_joins_call_fkey foreign key (organization_uuid, call_uuid) references calls (organization_uuid, uuid)
);
create index call_joins_of_call_idx on call_joins (organization_uuid, call_uuid, offset_ms);
create index call_joins_recording_idx on call_joins (organization_uuid, own_recording_uuid);
call build_wall('call_joins', 'select, insert, delete');

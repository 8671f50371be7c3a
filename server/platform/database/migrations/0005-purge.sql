-- What lets a case go for good: fast ways from a call to all that is made of it, and from a time to what is due.

-- The references from a call to its transcripts carry the call. So none can lead to another call's transcript, and
-- removing a transcript looks for what refers to it among the rows of its own call only.
alter table transcripts add constraint transcripts_of_call_key unique (organization_uuid, call_uuid, uuid);
alter table provider_files add constraint provider_files_of_call_key unique (organization_uuid, call_uuid, uuid);

alter table transcripts
  drop constraint transcripts_provider_file_fkey,
  add constraint transcripts_provider_file_fkey foreign key (organization_uuid, call_uuid, provider_file_uuid)
    references provider_files (organization_uuid, call_uuid, uuid);
alter table calls
  drop constraint calls_transcript_fkey,
  add constraint calls_transcript_fkey foreign key (organization_uuid, uuid, transcript_uuid)
    references transcripts (organization_uuid, call_uuid, uuid);
alter table call_versions
  drop constraint call_versions_transcript_fkey,
  add constraint call_versions_transcript_fkey foreign key (organization_uuid, call_uuid, transcript_uuid)
    references transcripts (organization_uuid, call_uuid, uuid);

create index cases_deleted_idx on cases (organization_uuid, deleted_at) where deleted_at is not null;
create index calls_deleted_idx on calls (organization_uuid, deleted_at) where deleted_at is not null;

-- A hold goes with its case: its reason may name the family.
alter table holds add constraint holds_case_fkey foreign key (organization_uuid, case_uuid)
  references cases (organization_uuid, uuid);
grant delete on holds to pharos_app;

-- The index of before knew only the holds in force, and a case shows its released ones too.
drop index holds_of_case_idx;
create index holds_of_case_idx on holds (organization_uuid, case_uuid, created_at desc, uuid desc);
create index holds_in_force_idx on holds (organization_uuid, created_at desc, uuid desc) where released_at is null;

-- The moment some days later; null days never pass. 27,000 years stand for all that is longer: a timestamp holds no more.
create function days_after(moment timestamptz, days integer) returns timestamptz language sql stable parallel safe as $$
  select case when days is not null then moment + least(days, 10000000) * interval '1 day' end
$$;

create function is_held(organization uuid, case_of_hold uuid) returns boolean language sql stable parallel safe as $$
  select exists (
    select from holds
    where organization_uuid = organization and case_uuid = case_of_hold and released_at is null)
$$;

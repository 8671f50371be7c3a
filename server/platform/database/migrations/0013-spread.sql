-- What a cluster of Citus asks of a schema, so that the same one can be spread by organization: no triggers, a role that
-- the workers can be reached as, and a way from an e-mail address to its organization.

-- What may never change is not granted, instead of being refused by a trigger.
do $$
declare
  found record;
begin
  for found in
    select tgname, relname from pg_trigger join pg_class on pg_class.oid = tgrelid
    where relnamespace = 'public'::regnamespace and not tgisinternal
  loop
    execute format('drop trigger %I on %I', found.tgname, found.relname);
  end loop;
end
$$;
drop function refuse_rewriting, refuse_moving, note_remains;

-- Statements say these themselves: workers have no functions of ours but what row level security asks.
drop function days_after, is_held;

-- Puts a table, which has organization_uuid, behind the wall, and lets the app do to it what `rights` says, such as
-- 'select, insert, update (name, deleted_at)': never update a whole table, or its rows could change their organization.
create or replace procedure build_wall(name text, rights text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security, force row level security', name);
  execute format('create policy organization on %I using (organization_uuid = current_organization())', name);
  execute format('grant %s on %I to pharos_app', rights, name);
end
$$;

revoke update on organizations, users, tokens, sessions, invitations, locations, cases, calls, generation_templates,
  holds, idempotency_keys, jobs, recordings, search_documents from pharos_app;

grant update (version, name, time_zone, retention_days, pre_need_retention_days, restorable_days, updated_at)
  on organizations to pharos_app;
grant update (version, email, name, access_level, location_uuids, password, updated_at, deactivated_at)
  on users to pharos_app;
grant update (last_used_at, revoked_at) on tokens to pharos_app;
grant update (ended_at) on sessions to pharos_app;
grant update (used_at) on invitations to pharos_app;
grant update (version, name, address, retention_days, pre_need_retention_days, updated_at) on locations to pharos_app;
grant update (version, date_of_birth, date_of_death, date_of_service, external_id, first_name, last_name, location_uuid,
  summary, updated_at, deleted_at, deleted_by) on cases to pharos_app;
grant update (version, duration, file_format, file_name, file_path, file_size, is_fully_labelled, provider_metadata,
  speaker_labels, transcript_uuid, transcript_digest, updated_at, deleted_at, deleted_by) on calls to pharos_app;
grant update (version, development_stage, display_config, display_name, exact_phrases, example_limit, execution_type,
  instructions, label, template_type, updated_at, updated_by, deleted_at, deleted_by)
  on generation_templates to pharos_app;
grant update (released_at, released_by) on holds to pharos_app;
grant update (answer, etag) on idempotency_keys to pharos_app;
grant update (state, attempts, progress, error, note, provider_id, call_version, entry_uuid, callback_digests, started_at,
  finished_at) on jobs to pharos_app;
grant update (segment_uuid, is_retired) on search_documents to pharos_app;
grant update (duration_ms, channels, channel_content, peaks, deleted_at, deleted_by) on recordings to pharos_app;

-- Workers of a cluster are reached as this role. Where it may be logged in as without being anybody else before, nothing
-- that a statement says brings back more rights.
do $$
begin
  if not (select rolcanlogin from pg_roles where rolname = 'pharos_app') then
    alter role pharos_app login;
  end if;
exception
  -- Made by somebody else for us: DATABASE_URL's user becomes it, which needs no log-in.
  when insufficient_privilege then null;
end
$$;

-- Whose an e-mail address is, in lower case: a sign-in knows nothing else, and asks one organization after another.
create table emails (
  email text not null,
  organization_uuid uuid not null,
  user_uuid uuid not null,
  constraint emails_pkey primary key (email, organization_uuid)
);

insert into emails (email, organization_uuid, user_uuid)
select lower(email), organization_uuid, uuid from users where email is not null;

call build_wall('emails', 'select, insert, delete');
create policy sign_in on emails for select using (email = lower(nullif(current_setting('pharos.email', true), '')));

drop policy sign_in on users;
drop policy operators on users;
drop index users_sign_in_idx;

-- How long a session has been idle, when its user last sent their password, and what browser it is.
alter table sessions
  add column last_seen_at timestamptz not null default clock_timestamp(),
  add column confirmed_at timestamptz,
  add column address text,
  add column user_agent text;
create index sessions_user_idx on sessions (organization_uuid, user_uuid);

grant update (ended_at, last_seen_at, confirmed_at) on sessions to pharos_app;

-- Browsers that have signed a user in before: strangers who guess at the user's password do not keep these out.
create table known_browsers (
  organization_uuid uuid not null,
  digest text not null,
  user_uuid uuid not null,
  seen_at timestamptz not null default clock_timestamp(),
  constraint known_browsers_pkey primary key (organization_uuid, user_uuid, digest),
  constraint known_browsers_user_fkey foreign key (organization_uuid, user_uuid)
    references users (organization_uuid, uuid)
);
call build_wall('known_browsers', 'select, insert, delete, update (seen_at)');

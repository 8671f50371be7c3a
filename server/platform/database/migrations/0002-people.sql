-- Who works here: what organizations and locations decide, how people sign in, what a token may do.

alter table organizations
  add column version integer not null default 1,
  add column updated_at timestamptz not null default clock_timestamp(),
  -- Days that a case is kept after it was last touched; null keeps it. A case without a date of death is pre-need.
  add column retention_days integer,
  add column pre_need_retention_days integer,
  -- Days in which what was deleted can be brought back.
  add column restorable_days integer not null default 30,
  add constraint organizations_days_check
    check (retention_days > 0 and pre_need_retention_days > 0 and restorable_days > 0);

-- password: scrypt, as server/auth/password.ts writes it. location_uuids: empty is no limit.
alter table users
  add column version integer not null default 1,
  add column updated_at timestamptz not null default clock_timestamp(),
  add column created_by uuid,
  add column location_uuids uuid[] not null default '{}',
  add column password text,
  add column deactivated_at timestamptz;

create unique index users_email_key on users (organization_uuid, lower(email));
create index users_sign_in_idx on users (lower(email));

-- prefix: the token's first characters, by which people tell their tokens apart. access_level: null is its user's.
alter table tokens
  add column prefix text not null default '',
  add column scopes text[] not null default '{read,write}',
  add column access_level text,
  add column last_used_at timestamptz,
  add constraint tokens_access_level_check check (access_level in ('viewer', 'member', 'admin', 'operator'));

create table sessions (
  organization_uuid uuid not null,
  uuid uuid not null,
  user_uuid uuid not null,
  digest text not null,
  created_at timestamptz not null default clock_timestamp(),
  expires_at timestamptz not null,
  ended_at timestamptz,
  constraint sessions_pkey primary key (organization_uuid, uuid),
  constraint sessions_user_fkey foreign key (organization_uuid, user_uuid) references users (organization_uuid, uuid),
  constraint sessions_digest_key unique (organization_uuid, digest)
);

-- A link that lets a user choose a password, once. created_by: null for the first user's.
create table invitations (
  organization_uuid uuid not null,
  uuid uuid not null,
  user_uuid uuid not null,
  digest text not null,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint invitations_pkey primary key (organization_uuid, uuid),
  constraint invitations_user_fkey foreign key (organization_uuid, user_uuid)
    references users (organization_uuid, uuid),
  constraint invitations_digest_key unique (organization_uuid, digest)
);

alter table locations
  add column version integer not null default 1,
  add column updated_at timestamptz not null default clock_timestamp(),
  add column created_by uuid,
  add column address text,
  add column retention_days integer,
  add column pre_need_retention_days integer,
  add constraint locations_days_check check (retention_days > 0 and pre_need_retention_days > 0);

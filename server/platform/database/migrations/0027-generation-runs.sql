-- One template over many calls. What has been done is a place in the calls' order, so that a run goes on where it was.
create table generation_runs (
  organization_uuid uuid not null,
  uuid uuid not null,
  generation_template_uuid uuid not null,
  filter json not null,
  state text not null default 'queued',
  total integer not null,
  done integer not null default 0,
  failed integer not null default 0,
  -- The call that was done last.
  after_created_at timestamptz,
  after_uuid uuid,
  -- Of the calls that were there when it was asked for.
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  finished_at timestamptz,
  constraint generation_runs_pkey primary key (organization_uuid, uuid),
  constraint generation_runs_state_check check (state in ('queued', 'running', 'succeeded', 'cancelled'))
);

create index generation_runs_newest_idx
  on generation_runs (organization_uuid, generation_template_uuid, created_at desc, uuid desc);
create index generation_runs_unfinished_idx on generation_runs (organization_uuid)
  where state in ('queued', 'running');

call build_wall('generation_runs', 'select, insert, update (state, done, failed, after_created_at, after_uuid,
  finished_at)');

-- What templates find in calls, with the words that bear it out, and what people decide of it.

alter table generation_templates add column rules text, add column scope json;
grant update (rules, scope) on generation_templates to pharos_app;

-- One row a run whose result differs from the one before it; the newest is not superseded.
create table generations (
  organization_uuid uuid not null,
  uuid uuid not null,
  call_uuid uuid not null,
  -- Of this organization, or of those that all share.
  generation_template_uuid uuid not null,
  template_version integer not null,
  -- Digest of all that the run was given: a run with another one would be another run.
  basis text not null,
  state text not null,
  engine text not null,
  engine_version text not null,
  model text,
  prompt_digest text,
  input_tokens integer,
  output_tokens integer,
  cost double precision,
  took_ms integer not null,
  error text,
  occurs boolean,
  text text,
  unsupported json not null,
  -- The values as they were found, whatever becomes of them afterwards.
  found json not null,
  created_at timestamptz not null,
  created_by uuid,
  superseded_at timestamptz,
  constraint generations_pkey primary key (organization_uuid, uuid),
  constraint generations_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid),
  constraint generations_state_check check (state in ('succeeded', 'failed'))
);

create unique index generations_current_key on generations (organization_uuid, call_uuid, generation_template_uuid)
  where superseded_at is null;
create index generations_of_call_idx on generations (organization_uuid, call_uuid);

call build_wall('generations', 'select, insert, update (superseded_at, template_version, basis, engine_version, took_ms,
  created_at, created_by), delete');

-- Values as people see them. One that was decided stays, whatever later runs find.
create table generation_values (
  organization_uuid uuid not null,
  uuid uuid not null,
  call_uuid uuid not null,
  generation_template_uuid uuid not null,
  -- Place among the values of its run.
  position integer not null,
  name text not null,
  value json not null,
  evidence json not null,
  -- The last run finds it.
  proposed boolean not null,
  decision text,
  decided_value json,
  decided_by uuid,
  decided_at timestamptz,
  created_at timestamptz not null,
  constraint generation_values_pkey primary key (organization_uuid, uuid),
  constraint generation_values_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid),
  constraint generation_values_decision_check check (decision in ('approved', 'changed', 'refused')),
  constraint generation_values_decided_check check (
    (decision is null) = (decided_at is null) and (decision is null) = (decided_by is null))
);

create index generation_values_of_call_idx on generation_values (organization_uuid, call_uuid);
create index generation_values_open_idx on generation_values (organization_uuid, call_uuid)
  where proposed and decision is null;

call build_wall('generation_values', 'select, insert, update (position, evidence, proposed, decision, decided_value,
  decided_by, decided_at), delete');

-- How far the templates have run: a call that is not here as it is now waits for them.
create table call_analyses (
  organization_uuid uuid not null,
  call_uuid uuid not null,
  call_version integer not null,
  -- Digest of what was the same for all calls: the templates in production, the engine, and who works here.
  basis text not null,
  analysed_at timestamptz not null,
  constraint call_analyses_pkey primary key (organization_uuid, call_uuid),
  constraint call_analyses_call_fkey foreign key (organization_uuid, call_uuid)
    references calls (organization_uuid, uuid)
);

call build_wall('call_analyses', 'select, insert, update (call_version, basis, analysed_at), delete');

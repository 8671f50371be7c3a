-- Language models: an organization's own switch, and what it has used of them on a day.
alter table organizations
  add column uses_model boolean not null default false,
  add column shows_unsupported boolean not null default false;
grant update (uses_model, shows_unsupported) on organizations to pharos_app;

create table model_usage (
  organization_uuid uuid not null,
  -- In UTC.
  day date not null,
  requests integer not null,
  input_tokens bigint not null,
  output_tokens bigint not null,
  -- In US dollars.
  cost double precision not null,
  constraint model_usage_pkey primary key (organization_uuid, day)
);

call build_wall('model_usage', 'select, insert, update (requests, input_tokens, output_tokens, cost)');

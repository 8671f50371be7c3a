-- Speech services that organizations have set up for themselves. api_key: encrypted with a key that is not in the database;
-- null: the server's own settings. chosen_at: the latest of an organization is the service that transcribes.
create table speech_services (
  organization_uuid uuid not null,
  provider text not null,
  api_key bytea,
  base_url text,
  model text,
  chosen_at timestamptz not null default clock_timestamp(),
  chosen_by uuid not null,
  constraint speech_services_pkey primary key (organization_uuid, provider),
  constraint speech_services_provider_check check (provider in ('deepgram', 'assembly_ai', 'speech_server', 'local'))
);

call build_wall('speech_services', 'select, insert, update (api_key, base_url, model, chosen_at, chosen_by), delete');

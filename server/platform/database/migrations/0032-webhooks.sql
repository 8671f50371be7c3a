-- Addresses that are called with each change. secrets: a JSON list, encrypted with a key that is not in the database.
-- position, hash: place in the audit's chain up to which deliveries are made. lease: of the server that delivers.
create table webhooks (
  organization_uuid uuid not null,
  uuid uuid not null,
  name text not null,
  url text not null,
  types text[] not null,
  payload text not null,
  enabled boolean not null default true,
  secrets bytea not null,
  position bigint not null,
  hash text not null,
  failing_since timestamptz,
  last_delivered_at timestamptz,
  lease_uuid uuid,
  leased_until timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  created_by uuid not null,
  updated_at timestamptz not null default clock_timestamp(),
  constraint webhooks_pkey primary key (organization_uuid, uuid),
  constraint webhooks_payload_check check (payload in ('thin', 'whole'))
);

-- One row for each change that a webhook is told of, whatever becomes of it. order_uuid: of one call, in order.
create table webhook_deliveries (
  organization_uuid uuid not null,
  uuid uuid not null,
  webhook_uuid uuid not null,
  change_id text not null,
  position bigint not null,
  number integer not null,
  order_uuid uuid not null,
  change json not null,
  happened_at timestamptz not null,
  state text not null default 'waiting',
  attempts integer not null default 0,
  tried_since timestamptz,
  next_attempt_at timestamptz,
  last_status integer,
  last_reason text,
  delivered_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  constraint webhook_deliveries_pkey primary key (organization_uuid, uuid),
  constraint webhook_deliveries_once unique (organization_uuid, webhook_uuid, change_id),
  constraint webhook_deliveries_webhook_fkey foreign key (organization_uuid, webhook_uuid)
    references webhooks (organization_uuid, uuid) on delete cascade,
  constraint webhook_deliveries_state_check check (state in ('waiting', 'delivered', 'parked'))
);

create index webhook_deliveries_due_idx on webhook_deliveries (organization_uuid, webhook_uuid, position, number)
  where state = 'waiting';
create index webhook_deliveries_order_idx on webhook_deliveries (organization_uuid, webhook_uuid, order_uuid, position)
  where state = 'waiting';
create index webhook_deliveries_newest_idx on webhook_deliveries (organization_uuid, webhook_uuid, created_at desc, uuid desc);

-- Every attempt, written before it is made.
create table webhook_attempts (
  organization_uuid uuid not null,
  uuid uuid not null,
  delivery_uuid uuid not null,
  created_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  status integer,
  reason text,
  constraint webhook_attempts_pkey primary key (organization_uuid, uuid),
  constraint webhook_attempts_delivery_fkey foreign key (organization_uuid, delivery_uuid)
    references webhook_deliveries (organization_uuid, uuid) on delete cascade
);

create index webhook_attempts_newest_idx on webhook_attempts (organization_uuid, delivery_uuid, created_at desc, uuid desc);

call build_wall('webhooks', 'select, insert, update (name, url, types, payload, enabled, secrets, position, hash,
  failing_since, last_delivered_at, lease_uuid, leased_until, updated_at), delete');
call build_wall('webhook_deliveries', 'select, insert, update (state, attempts, tried_since, next_attempt_at,
  last_status, last_reason, delivered_at), delete');
call build_wall('webhook_attempts', 'select, insert, update (ended_at, status, reason), delete');

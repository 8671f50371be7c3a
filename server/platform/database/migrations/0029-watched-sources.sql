-- Mailboxes and telephone systems that the server asks by itself. next_look_at: absent, at once. cursor: the place up to
-- which what is there was seen, as its kind writes it. look_reason: why the last look did not come to its end.
alter table sources drop constraint sources_kind_check;
alter table sources add constraint sources_kind_check
  check (kind in ('twilio', 'zoom_phone', 'telnyx', 'webhook', 'ring_central', 'mailbox', 'folder'));
alter table sources add column looked_at timestamptz;
alter table sources add column look_reason text;
alter table sources add column next_look_at timestamptz;
alter table sources add column "cursor" json;
grant update (looked_at, look_reason, next_look_at, "cursor") on sources to pharos_app;

-- Offset that started_at was sent with: the clock of whoever was called, on which "tonight" is another day than in UTC.
alter table calls add column started_at_offset text;
alter table call_versions add column started_at_offset text;
grant update (started_at_offset) on calls to pharos_app;

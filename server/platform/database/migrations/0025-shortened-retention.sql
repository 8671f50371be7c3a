-- Purges wait for a day after a retention was shortened, in which somebody can see it and take it back.
alter table organizations add column purges_wait_until timestamptz;
grant update (purges_wait_until) on organizations to pharos_app;

-- Whether a provider has deleted what it was given, and on a certificate what providers may still have.
alter table jobs add column is_forgotten boolean not null default false;
grant update (is_forgotten) on jobs to pharos_app;
alter table purge_certificates add column elsewhere json not null default '[]';

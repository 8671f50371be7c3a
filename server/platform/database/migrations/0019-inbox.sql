-- Cases that were opened by a call which came in by itself, until somebody says whose it is.
alter table cases add column identified boolean not null default true;
alter table case_versions add column identified boolean not null default true;
create index cases_unidentified_idx on cases (organization_uuid, created_at desc, uuid desc) where not identified;

-- A call can be given to another case; each version says in which it was.
alter table call_versions add column case_uuid uuid;
update call_versions set case_uuid = calls.case_uuid
  from calls
  where calls.organization_uuid = call_versions.organization_uuid and calls.uuid = call_versions.call_uuid;
alter table call_versions alter column case_uuid set not null;

grant update (identified) on cases to pharos_app;
grant update (case_uuid) on calls to pharos_app;

-- The second wall: whatever a statement asks for, it sees and writes only rows of the scope that its transaction is
-- bound to. The app's role owns nothing, so it can neither pass by a policy nor change one.

do $$
begin
  if not exists (select from pg_roles where rolname = 'pharos_app') then
    create role pharos_app nologin nosuperuser nocreatedb nocreaterole nobypassrls;
  end if;
exception
  -- Roles belong to the whole PostgreSQL: another database of Pharos may have made it.
  when duplicate_object or unique_violation then null;
end
$$;

do $$
begin
  if not pg_has_role(current_user, 'pharos_app', 'set') then
    execute format('grant pharos_app to %I', current_user);
  end if;
exception
  -- PostgreSQL 15 knows no 'set': being a member is enough there.
  when invalid_parameter_value then
    if not pg_has_role(current_user, 'pharos_app', 'member') then
      execute format('grant pharos_app to %I', current_user);
    end if;
end
$$;

create function current_organization() returns uuid language sql stable parallel safe as $$
  select nullif(current_setting('pharos.organization_uuid', true), '')::uuid
$$;

create function is_installation() returns boolean language sql stable parallel safe as $$
  select coalesce(current_setting('pharos.installation', true), '') = 'on'
$$;

create function refuse_moving() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % never change their organization', tg_table_name;
end
$$;

-- Puts a table, which has organization_uuid, behind the wall, and lets the app do to it what `rights` says.
create procedure build_wall(name text, rights text) language plpgsql as $$
begin
  execute format('alter table %I enable row level security, force row level security', name);
  execute format('create policy organization on %I using (organization_uuid = current_organization())', name);
  execute format('create trigger %I before update on %I for each row
    when (old.organization_uuid is distinct from new.organization_uuid) execute function refuse_moving()',
    name || '_stay', name);
  execute format('grant %s on %I to pharos_app', rights, name);
end
$$;
revoke execute on procedure build_wall from public;

call build_wall('users', 'select, insert, update');
call build_wall('tokens', 'select, insert, update');
call build_wall('sessions', 'select, insert, update, delete');
call build_wall('invitations', 'select, insert, update, delete');
call build_wall('locations', 'select, insert, update, delete');
call build_wall('cases', 'select, insert, update, delete');
call build_wall('case_versions', 'select, insert, delete');
call build_wall('calls', 'select, insert, update, delete');
call build_wall('call_versions', 'select, insert, delete');
call build_wall('transcripts', 'select, insert, delete');
call build_wall('provider_files', 'select, insert, delete');
call build_wall('generation_templates', 'select, insert, update, delete');
call build_wall('audit_events', 'select, insert');
call build_wall('audit_pending', 'select, insert, delete');
call build_wall('audit_links', 'select, insert');
call build_wall('holds', 'select, insert, update');
call build_wall('purge_certificates', 'select, insert');
call build_wall('idempotency_keys', 'select, insert, update, delete');

-- A sign-in knows an e-mail address before it knows an organization.
create policy sign_in on users for select
  using (lower(email) = nullif(current_setting('pharos.email', true), ''));

-- Whoever takes away an operator's rights has to know whether another is left.
create policy operators on users for select using (access_level = 'operator' and is_installation());

-- Templates of the nil organization are everybody's to read and the operators' to write.
create policy shared_read on generation_templates for select
  using (organization_uuid = '00000000-0000-0000-0000-000000000000');
create policy shared_write on generation_templates
  using (organization_uuid = '00000000-0000-0000-0000-000000000000' and is_installation());

-- The list of organizations has no organization_uuid: its own uuid is the scope.
alter table organizations enable row level security, force row level security;
create policy organization on organizations using (uuid = current_organization() or is_installation());
create trigger organizations_stay before update on organizations for each row
  when (old.uuid is distinct from new.uuid) execute function refuse_moving();
grant select, insert, update on organizations to pharos_app;

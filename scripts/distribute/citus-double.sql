-- A test double of the Citus extension, which cannot be had where the tests run: functions of its names that record how
-- they are called and answer from what was recorded. Nothing is spread; a table's only placement is the table itself.
create schema citus_double;
create table citus_double.called (number bigint generated always as identity, call text not null);
create table citus_double.spread (table_name regclass primary key, placement text not null, key text);
create table citus_double.settings (version text not null, is_coordinator boolean not null, workers text[] not null,
  role_on_workers boolean not null);
insert into citus_double.settings values ('Citus 13.2.0 on x86_64', true, '{10.0.0.2,10.0.0.3}', false);

create function citus_double.citus_version() returns text language sql as 'select version from citus_double.settings';
create function citus_double.citus_is_coordinator() returns boolean language sql as
  'select is_coordinator from citus_double.settings';
create function citus_double.citus_get_active_worker_nodes() returns table (node_name text, node_port bigint)
  language sql as 'select unnest(workers), 5432 from citus_double.settings';
create view citus_double.citus_tables as
  select table_name, placement as citus_table_type, coalesce(key, '<none>') as distribution_column
  from citus_double.spread;

create function citus_double.create_reference_table(table_name regclass) returns void language sql as $$
  insert into citus_double.called (call) values (format('create_reference_table(%s)', table_name));
  insert into citus_double.spread values (table_name, 'reference')
$$;

-- As the extension: a table can be distributed once everything that it refers to is in the cluster.
create function citus_double.create_distributed_table(table_name regclass, key text, colocate_with text default 'default')
returns void language plpgsql as $$
begin
  if exists (
    select from pg_constraint
    where conrelid = $1 and contype = 'f' and confrelid <> $1
      and confrelid not in (select spread.table_name from citus_double.spread)
  ) then
    raise exception '% refers to a table that is not in the cluster', $1;
  end if;
  if exists (select from pg_trigger where tgrelid = $1 and not tgisinternal) then
    raise exception 'triggers are not supported on distributed tables';
  end if;
  insert into citus_double.called (call) values (format('create_distributed_table(%s, %s, %s)', $1, key, colocate_with));
  insert into citus_double.spread values ($1, 'distributed', key);
end
$$;

create function citus_double.create_distributed_function(name regprocedure) returns void language sql as $$
  insert into citus_double.called (call) values (format('create_distributed_function(%s)', name))
$$;

create function citus_double.truncate_local_data_after_distributing_table(name regclass) returns void language sql as $$
  insert into citus_double.called (call) values (format('truncate(%s)', name))
$$;

create function citus_double.run_command_on_workers(command text)
returns table (nodename text, nodeport int, success boolean, result text) language plpgsql as $$
begin
  if command ilike '%alter role%' then
    insert into citus_double.called (call) values ('role on workers');
    update citus_double.settings set role_on_workers = true;
  end if;
  return query
    select unnest(workers), 5432, true, case when role_on_workers then 't' else 'f' end from citus_double.settings;
end
$$;

create function citus_double.run_command_on_placements(table_name regclass, command text)
returns table (nodename text, nodeport int, shardid bigint, success boolean, result text) language plpgsql as $$
declare
  answer text;
begin
  execute format(command, table_name) into answer;
  return query select unnest(workers), 5432, 1::bigint, true, answer from citus_double.settings;
end
$$;

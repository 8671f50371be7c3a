import assert from 'node:assert/strict';
import { test } from 'node:test';
import sql from 'sql-template-tag';
import { openPharos } from '../../test/support/pharos.ts';
import { PARTS } from './purged-tables.ts';

const { database } = await openPharos();
const tables = PARTS.map(({ table }) => table);

test('every table that refers to a part of a call or a case is a part itself', async () => {
  const referring = await database.rows<{ name: string }>(sql`
    select distinct conrelid::regclass::text as name from pg_constraint
    where contype = 'f' and confrelid::regclass::text = any(${tables}::text[])
    union
    select table_name from information_schema.columns
    where table_schema = 'public' and column_name in ('call_uuid', 'case_uuid')`);
  assert.deepEqual(
    referring.map(({ name }) => name).filter((name) => !tables.includes(name)),
    [],
    'a purge would fail at it or leave it behind: add it to server/retention/purged-tables.ts',
  );
  assert.ok(referring.length >= 6);
});

test('every part is keyed by its call or its case, in an index that finds it', async () => {
  const missing = [];
  for (const { table, column } of PARTS) {
    const found = await database.row(sql`
      select from pg_index
      where indrelid = ${table}::regclass and indpred is null
        and pg_get_indexdef(indexrelid, 1, true) = 'organization_uuid'
        and pg_get_indexdef(indexrelid, 2, true) = ${column}`);
    if (!found) missing.push(`${table} (organization_uuid, ${column})`);
  }
  assert.deepEqual(missing, []);
});

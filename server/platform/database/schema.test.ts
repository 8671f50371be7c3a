import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import { cloneDatabase } from '../../../test/support/database.ts';
import { dumpSchema } from './schema-dump.ts';

const { connection, drop } = await cloneDatabase();
after(drop);

test('schema.txt says what the migrations make', async () => {
  const written = await readFile(new URL('./schema.txt', import.meta.url), 'utf8');
  assert.equal(await dumpSchema(connection), written, 'schema.txt is stale: run "node scripts/schema-dump.ts"');
});

test('every table is keyed by the organization first, and every reference carries it', async () => {
  const schema = await dumpSchema(connection);
  const keys = [...schema.matchAll(/(\w+) (?:PRIMARY KEY|FOREIGN KEY|UNIQUE) \((\w+)/g)];
  const own = new Set(['organizations_pkey', 'migrations_pkey', 'emails_pkey', 'source_addresses_pkey']);
  const others = keys.filter(([, name, column]) => column !== 'organization_uuid' && !own.has(name as string));
  assert.deepEqual(
    others.map(([, name]) => name),
    [],
  );
  assert.ok(keys.length > 10);
});

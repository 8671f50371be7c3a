import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import { addressOf, readConfig } from '../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token, and an
// operator's token verifies every organization. PHAROS_TOKEN names another admin's token.
// `--head HASH --at N` also asks whether a chain still has a hash that was kept before; it is the token's own
// organization's, or that of `--organization UUID`.
const { values } = parseArgs({
  options: { head: { type: 'string' }, at: { type: 'string' }, organization: { type: 'string' } },
});

const organizationsOf = async (client: Client): Promise<string[]> => {
  const { organization, access_level } = (await client.me.get()).data;
  if (values.organization !== undefined) return [values.organization];
  if (access_level !== 'operator' || values.head !== undefined) return [organization.uuid];
  const uuids: string[] = [];
  for (let cursor: string | undefined; ; ) {
    const { items, next_cursor } = (await client.organizations.list({ cursor, limit: 200 })).data;
    uuids.push(...items.map(({ uuid }) => uuid));
    if (next_cursor === null) return uuids;
    cursor = next_cursor;
  }
};

const verify = async (client: Client, organization_uuid: string): Promise<boolean> => {
  const { head, at } = values;
  const { data } = await client.audit.verify({
    organization_uuid,
    head,
    at: at === undefined ? undefined : Number(at),
  });
  const say = (text: string) => process.stdout.write(`${organization_uuid}: ${text}\n`);
  if (data.holds_head === false) say('The kept hash is not in the chain: it was cut off, or linked anew.');
  if (data.broken_at !== null) say(`The chain is broken at position ${data.broken_at}: what lies before it is intact.`);
  if (data.runs_back_at !== null) say(`Time runs backwards at position ${data.runs_back_at}.`);
  if (data.intact) say(`The chain of ${data.events} events is intact. Keep its newest hash elsewhere: ${data.head}`);
  return data.intact;
};

try {
  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const client = createClient({ baseUrl: addressOf(config), token });
  for (const organization_uuid of await organizationsOf(client)) {
    if (!(await verify(client, organization_uuid))) process.exitCode = 1;
  }
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`The audit was not verified: ${cause instanceof Error ? cause.message : message}\n`);
  process.stderr.write('The server has to run, and this command needs its HOST, PORT and DATA_DIR.\n');
  process.exitCode = 1;
}

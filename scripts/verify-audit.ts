import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import { publicKeyOf } from '../server/audit/anchors/anchor.ts';
import { PUBLIC_KEY_FILE } from '../server/audit/anchors/anchor-key.ts';
import { compareChain, readAnchors } from '../server/audit/anchors/check-anchors.ts';
import { addressOf, type Config, readConfig } from '../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';
import { openPlace } from '../server/platform/storage/place/open.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token, and an
// operator's token verifies every organization. PHAROS_TOKEN names another admin's token.
// `--head HASH --at N` also asks whether a chain still has a hash that was kept before; it is the token's own
// organization's, or that of `--organization UUID`.
// `--anchors PLACE` compares every chain with the signed heads in a folder or a bucket; PLACE may be ANCHOR_TO's.
// `--anchor-key FILE` is the public key that they were signed with, DATA_DIR/anchor-key.pub by default.
const { values } = parseArgs({
  options: {
    ...({ head: { type: 'string' }, at: { type: 'string' }, organization: { type: 'string' } } as const),
    ...({ anchors: { type: 'string' }, 'anchor-key': { type: 'string' } } as const),
  },
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

/** Compares every chain with the signed heads of a place; answers whether all are as they were. */
const verifyAnchors = async (client: Client, config: Config, to: string, uuids: string[]): Promise<boolean> => {
  const say = (text: string) => process.stdout.write(`${text}\n`);
  const key = await readFile(values['anchor-key'] ?? join(config.data_dir, PUBLIC_KEY_FILE), 'utf8');
  const place = await openPlace(to, config.backup.credentials);
  const { anchors, forged, gaps } = await readAnchors(place, publicKeyOf(key));
  place.close();
  for (const name of forged) say(`${name} was not signed with this key.`);
  for (const name of gaps) say(`Before ${name} an anchor is missing.`);
  let good = forged.length + gaps.length === 0 && anchors.length > 0;
  say(`${anchors.length} anchors, the newest of ${anchors.at(-1)?.at ?? 'never'}. They cover nothing later.`);
  const anchored = new Set(anchors.flatMap(({ heads }) => Object.keys(heads)));
  for (const organization_uuid of uuids.length > 1 ? anchored.union(new Set(uuids)) : uuids) {
    const compared = await compareChain(anchors, organization_uuid, async ({ hash, position }) => {
      const asked = client.audit.verify({ organization_uuid, head: hash, at: position });
      const found = await asked.catch((error) => (error.status_code === 404 ? null : Promise.reject(error)));
      return found?.data.holds_head === true;
    });
    good &&= compared?.holds !== false;
    if (!compared) say(`${organization_uuid}: no anchor names it yet.`);
    else if (compared.holds) say(`${organization_uuid}: as anchored, ${compared.newest.position} events.`);
    else {
      const { true_until, false_since } = compared;
      say(`${organization_uuid}: CHANGED. It was whole at ${true_until ?? 'no anchor'}, and not at ${false_since}.`);
    }
  }
  return good;
};

try {
  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const client = createClient({ baseUrl: addressOf(config), token });
  const uuids = await organizationsOf(client);
  for (const organization_uuid of uuids) {
    if (!(await verify(client, organization_uuid))) process.exitCode = 1;
  }
  const { anchors } = values;
  if (anchors !== undefined && !(await verifyAnchors(client, config, anchors, uuids))) process.exitCode = 1;
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`The audit was not verified: ${cause instanceof Error ? cause.message : message}\n`);
  process.stderr.write('The server has to run, and this command needs its HOST, PORT and DATA_DIR.\n');
  process.exitCode = 1;
}

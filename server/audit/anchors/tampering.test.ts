import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import sql, { type Sql } from 'sql-template-tag';
import { openPharos } from '../../../test/support/pharos.ts';
import { linksAfter } from '../../platform/audit/chain.ts';
import { type NewEvent, selectChain } from '../../platform/audit/queries.ts';
import type { OpenTransaction } from '../../platform/database/database.ts';
import { openPlace } from '../../platform/storage/place/open.ts';
import { verifyChain } from '../verify.ts';
import { publicKeyOf } from './anchor.ts';
import { readAnchorKey } from './anchor-key.ts';
import { compareChain, readAnchors } from './check-anchors.ts';
import { anchorChains, keepIn } from './keep-anchors.ts';

const folder = await mkdtemp(join(tmpdir(), 'pharos-anchors-'));
after(() => rm(folder, { recursive: true }));
const pharos = await openPharos();
const place = await openPlace(folder);
const key = await readAnchorKey(folder);

/** Events before the anchor, and after it. */
const [BEFORE, AFTER] = [6, 3];

type Tampering = (tx: OpenTransaction, home: string, other: string) => Promise<unknown>;
/** Way of finding it: the chain alone, only the anchor, or none. */
type Found = 'chain' | 'anchor' | 'never';

const update = (home: string, set: Sql, position: number) => sql`
  update audit_events set ${set} from audit_links
  where audit_events.organization_uuid = ${home} and audit_links.organization_uuid = ${home}
    and audit_links.event_uuid = audit_events.uuid and position = ${position}`;
const removeLinks = (home: string, from: number) => sql`
  delete from audit_links where organization_uuid = ${home} and position >= ${from} returning event_uuid`;

/** Removes the events from a position on, with their links. */
const cut = async (tx: OpenTransaction, home: string, from: number) => {
  const links = await tx.rows<{ event_uuid: string }>(removeLinks(home, from));
  const uuids = links.map(({ event_uuid }) => event_uuid);
  await tx.rows(sql`delete from audit_events where organization_uuid = ${home} and uuid = any(${uuids}::uuid[])`);
};

/** Links the whole chain anew, so that every hash is right again, in the order of `order`. */
const relink = async (tx: OpenTransaction, home: string, order = (events: Ev[]) => events) => {
  const events = order(await selectChain(tx, home, 0, 1_000));
  await tx.rows(removeLinks(home, 1));
  for (const link of linksAfter(null, events)) tx.insert('audit_links', [{ organization_uuid: home, ...link }]);
};
type Ev = Awaited<ReturnType<typeof selectChain>>[number];

const forged = (organization_uuid: string): NewEvent => ({
  ...{ organization_uuid, uuid: randomUUID(), actor_uuid: randomUUID(), action: 'calls.get', subject_type: 'call' },
  ...{ subject_uuid: null, outcome: 'ok', request_id: null, address: null, before_version: null, after_version: null },
  listed: null,
});
const before = 3;
const since = BEFORE + 2;

const TAMPERINGS: Record<string, [Found, Tampering]> = {
  'the action of an event is changed': [
    'chain',
    (tx, home) => tx.rows(update(home, sql`action = 'calls.get'`, before)),
  ],
  'the user of an event is changed': ['chain', (tx, home) => tx.rows(update(home, sql`actor_uuid = null`, before))],
  'the time of an event is changed': [
    'chain',
    (tx, home) => tx.rows(update(home, sql`at = at - interval '1 day'`, before)),
  ],
  'the record of an event is changed': ['chain', (tx, home) => tx.rows(update(home, sql`subject_uuid = null`, before))],
  'a refusal becomes a success': ['chain', (tx, home) => tx.rows(update(home, sql`outcome = 'failed'`, before))],
  'the address of an event is changed': [
    'chain',
    (tx, home) => tx.rows(update(home, sql`address = '10.0.0.1'`, before)),
  ],
  'the request of an event is changed': ['chain', (tx, home) => tx.rows(update(home, sql`request_id = null`, before))],
  'a version of an event is changed': ['chain', (tx, home) => tx.rows(update(home, sql`after_version = 99`, before))],
  'a hash is changed': [
    'chain',
    (tx, home) =>
      tx.rows(
        sql`update audit_links set hash = repeat('1', 64) where organization_uuid = ${home} and position = ${before}`,
      ),
  ],
  'a link is removed': [
    'chain',
    (tx, home) => tx.rows(sql`delete from audit_links where organization_uuid = ${home} and position = ${before}`),
  ],
  'an event is removed with its link, from the middle': [
    'chain',
    async (tx, home) => {
      const [event] = await selectChain(tx, home, before - 1, 1);
      await tx.rows(sql`delete from audit_links where organization_uuid = ${home} and position = ${before}`);
      await tx.rows(sql`delete from audit_events where organization_uuid = ${home} and uuid = ${event?.uuid}`);
    },
  ],
  'two events change places': [
    'chain',
    async (tx, home) => {
      const [one, two] = await selectChain(tx, home, before - 1, 2);
      await tx.rows(
        sql`update audit_links set event_uuid = ${randomUUID()} where organization_uuid = ${home} and position = ${before}`,
      );
      await tx.rows(
        sql`update audit_links set event_uuid = ${one?.uuid} where organization_uuid = ${home} and position = ${before + 1}`,
      );
      await tx.rows(
        sql`update audit_links set event_uuid = ${two?.uuid} where organization_uuid = ${home} and position = ${before}`,
      );
    },
  ],
  'an event is added without a link': ['chain', async (tx, home) => tx.insert('audit_events', [forged(home)])],
  'the links after the anchor are removed, and their events stay': [
    'chain',
    (tx, home) => tx.rows(removeLinks(home, BEFORE + 1)),
  ],
  'an event before the anchor is changed, and the chain linked anew': [
    'anchor',
    async (tx, home) => {
      await tx.rows(update(home, sql`actor_uuid = null`, before));
      await relink(tx, home);
    },
  ],
  'an event before the anchor is removed, and the chain linked anew': [
    'anchor',
    (tx, home) => relink(tx, home, (events) => events.toSpliced(before, 1)).then(() => forget(tx, home)),
  ],
  'two events before the anchor change places, and the chain is linked anew': [
    'anchor',
    (tx, home) => relink(tx, home, ([one, two, ...rest]) => [two, one, ...rest].filter((event) => event !== undefined)),
  ],
  'an event is added before the anchor, and the chain linked anew': [
    'anchor',
    async (tx, home) => {
      const event = forged(home);
      tx.insert('audit_events', [event]);
      await relink(tx, home, (events) =>
        events.toSpliced(before, 0, { ...(events[before] as Ev), ...event, at: events[before]?.at ?? '' }),
      );
      await tx.rows(sql`update audit_events set at = ${(await selectChain(tx, home, before + 1, 1))[0]?.at}::timestamptz
        where organization_uuid = ${home} and uuid = ${event.uuid}`);
    },
  ],
  'the end of the chain is cut off to before the anchor': ['anchor', (tx, home) => cut(tx, home, before)],
  'the whole chain is removed': ['anchor', (tx, home) => cut(tx, home, 1)],
  'the chain is replaced by that of another organization': [
    'anchor',
    async (tx, home, other) => {
      await cut(tx, home, 1);
      for (const table of ['audit_events', 'audit_links'])
        await tx.rows({ text: copyOf(table), values: [home, other] } as unknown as Sql);
    },
  ],
  'the end of the chain after the anchor is cut off': ['never', (tx, home) => cut(tx, home, since)],
  'an event after the anchor is changed, and the chain linked anew': [
    'never',
    async (tx, home) => {
      await tx.rows(update(home, sql`actor_uuid = null`, since));
      await relink(tx, home);
    },
  ],
  'an event is forged at the end, in the name of another': [
    'never',
    async (tx, home) => {
      tx.insert('audit_events', [forged(home)]);
      tx.insert('audit_pending', [{ organization_uuid: home, event_uuid: (await newestOf(tx, home))?.uuid }]);
    },
  ],
  'a call is changed in its own table, without any event': [
    'never',
    (tx, home) => tx.rows(sql`update calls set duration = 99 where organization_uuid = ${home}`),
  ],
};

const newestOf = (tx: OpenTransaction, home: string) =>
  tx.row<{ uuid: string }>(sql`
    select uuid from audit_events where organization_uuid = ${home}
      and not exists (select from audit_links where organization_uuid = ${home} and event_uuid = audit_events.uuid)`);

/** Removes events that have no link any more. */
const forget = (tx: OpenTransaction, home: string) =>
  tx.rows(sql`delete from audit_events where organization_uuid = ${home}
    and not exists (select from audit_links where organization_uuid = ${home} and event_uuid = audit_events.uuid)`);

const copyOf = (table: string) => {
  const columns =
    table === 'audit_links'
      ? 'position, event_uuid, hash, previous_hash'
      : 'uuid, at, actor_uuid, action, subject_type, subject_uuid, outcome, request_id, address, before_version, after_version';
  return `insert into ${table} (organization_uuid, ${columns})
    select $1::uuid, ${columns} from ${table} where organization_uuid = $2::uuid
      and ${table === 'audit_links' ? 'event_uuid' : 'uuid'} in (
        select event_uuid from audit_links where organization_uuid = $2::uuid)`;
};

/** A home with so many events that are linked. */
const openHome = async () => {
  const home = await pharos.person();
  const { data } = await home.client.cases.create({ body: { last_name: 'Hollis' } });
  const act = () => home.client.cases.update({ case_uuid: data.uuid, body: { summary: randomUUID() } });
  for (let count = 1; count < BEFORE; count++) await act();
  await home.client.calls.create({ body: { case_uuid: data.uuid } });
  return { home, act };
};

test('the table of what the owner of the database can do to an audit, and by what it is found', async (t) => {
  const homes = await Promise.all(Object.keys(TAMPERINGS).map(openHome));
  await anchorChains(pharos.served, key, keepIn(place));
  for (const { act } of homes) for (let count = 0; count < AFTER; count++) await act();
  const untouched = await openHome();
  await untouched.home.client.audit.verify();
  await Promise.all(homes.map(({ home }) => home.client.audit.verify()));
  const { anchors, forged, gaps } = await readAnchors(
    place,
    publicKeyOf(await readFile(join(folder, 'anchor-key.pub'), 'utf8')),
  );
  assert.deepEqual([anchors.length, forged, gaps], [1, [], []]);

  const scope = (organization_uuid: string) => pharos.served.scopedTo({ organization_uuid });
  const holds =
    (uuid: string) =>
    async ({ position, hash }: { position: number; hash: string }) =>
      (await verifyChain(scope(uuid), uuid, { head: hash, at: position })).holds_head === true;
  const findIn = async (uuid: string): Promise<Found> => {
    if (!(await verifyChain(scope(uuid), uuid)).intact) return 'chain';
    return (await compareChain(anchors, uuid, holds(uuid)))?.holds === false ? 'anchor' : 'never';
  };
  for (const [index, [name, [expected, tamper]]] of Object.entries(TAMPERINGS).entries()) {
    const uuid = homes[index]?.home.actor.organization_uuid as string;
    assert.equal(await findIn(uuid), 'never', 'before');
    await pharos.database.transaction(async (tx) => {
      await tx.rows(sql`set local session_replication_role = replica`);
      await tamper(tx, uuid, untouched.home.actor.organization_uuid);
    });
    const found = await findIn(uuid);
    assert.equal(found, expected, name);
    t.diagnostic(`${found.padEnd(6)} ${name}`);
  }
  assert.equal(Object.keys(TAMPERINGS).length, 25);
});

test('an anchor that was changed, signed by another or taken away is seen', async () => {
  const public_key = publicKeyOf(await readFile(join(folder, 'anchor-key.pub'), 'utf8'));
  for (let count = 0; count < 2; count++) await anchorChains(pharos.served, key, keepIn(place));
  const names = (await readdir(join(folder, 'anchors'))).sort();
  const path = (index: number) => join(folder, 'anchors', names[index] ?? '');
  const whole = await readFile(path(1));
  await writeFile(path(1), whole.toString().replace(/"position\\":\d+/, '"position\\":1'));
  assert.equal((await readAnchors(place, public_key)).forged.length, 1);
  const stranger = await readAnchorKey(await mkdtemp(join(folder, 'stranger-')));
  await writeFile(path(1), whole);
  await anchorChains(pharos.served, stranger, keepIn(place));
  assert.equal((await readAnchors(place, public_key)).forged.length, 1);
  await rm(path(1));
  assert.equal((await readAnchors(place, public_key)).gaps.length, 1);
});

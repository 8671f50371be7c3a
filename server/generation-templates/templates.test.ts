import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import type { GenerationTemplateCreate } from '@pharos/contract/generation-templates.ts';
import sql from 'sql-template-tag';
import { openPharos, type Person } from '../../test/support/pharos.ts';

const pharos = await openPharos();
const [missing, refused, bad] = [{ status_code: 404 }, { status_code: 403 }, { status_code: 400 }];

const flowers = {
  development_stage: 'testing',
  display_config: { group: 'summary', location: 'summary', occurring_is_positive: true },
  display_name: 'Flowers',
  exact_phrases: [{ phrase: 'no lilies', match_percentage: 87.5 }],
  example_limit: 3,
  execution_type: 'detection',
  instructions: 'Which flowers does the family want?',
  label: 'flowers',
  rules: null,
  scope: null,
  template_type: 'at_need',
} satisfies GenerationTemplateCreate;

const create = async ({ client }: Person, more: Partial<GenerationTemplateCreate> = {}) =>
  (await client.generationTemplates.create({ body: { ...flowers, ...more } })).data;
const uuids = (items: { uuid: string }[]) => items.map(({ uuid }) => uuid);
const countTemplates = () => pharos.database.row(sql`select count(*) as count from generation_templates`);

test('a new template has what was given, and belongs to the organization', async () => {
  const home = await pharos.person();
  const body = { ...flowers, organization_display_name: 'Evergreen', uuid: randomUUID(), version: 9 };
  const { data, etag, message } = await home.client.generationTemplates.create({ body });
  const { uuid, created_at, updated_at, ...rest } = data;
  const { organization_uuid, user_uuid } = home.actor;
  assert.deepEqual(rest, {
    ...flowers,
    organization_uuid,
    created_by: user_uuid,
    updated_by: user_uuid,
    deleted_at: null,
    deleted_by: null,
  });
  assert.deepEqual([etag, message], ['"1"', 'Generation template created']);
  assert.ok(Date.parse(created_at) <= Date.parse(updated_at));
  const viewer = await pharos.person('viewer', home);
  const read = await viewer.client.generationTemplates.get({ generation_template_uuid: uuid });
  assert.deepEqual([read.data, read.etag], [data, etag]);
});

test('a template needs only its names and types, and is in testing unless told', async () => {
  const home = await pharos.person();
  const { display_name, label, execution_type, template_type } = flowers;
  const given = { display_name, label, execution_type, template_type };
  const nothing = { development_stage: null, display_config: null, exact_phrases: null, instructions: null };
  const empty = { display_config: {}, exact_phrases: null, example_limit: null, instructions: '' };
  for (const body of [given, { ...given, ...nothing }]) {
    const { data } = await home.client.generationTemplates.create({ body });
    assert.deepEqual({ ...data, ...given, ...empty, development_stage: 'testing' }, data);
  }
});

test('what a PUT leaves out or sends as null stays, and one that changes nothing makes no version', async () => {
  const home = await pharos.person();
  const data = await create(home);
  const generation_template_uuid = data.uuid;
  const { generationTemplates } = home.client;
  const nothing = Object.fromEntries(Object.keys(flowers).map((name) => [name, null]));
  const { occurring_is_positive, ...places } = flowers.display_config;
  const turned = { display_config: { occurring_is_positive, ...places } };
  for (const body of [{}, nothing, flowers, data, { organization_display_name: 'Other' }, turned]) {
    const after = await generationTemplates.update({ generation_template_uuid, body });
    assert.deepEqual([after.data, after.etag], [data, '"1"']);
    assert.equal(after.message, 'Generation template updated');
  }
});

test('a PUT replaces display_config and exact_phrases whole, and says who did it', async () => {
  const home = await pharos.person();
  const colleague = await pharos.person('admin', home);
  const before = await create(home);
  const generation_template_uuid = before.uuid;
  const body = { display_config: { group: 'service' }, exact_phrases: [], development_stage: 'production' as const };
  const { data, etag } = await colleague.client.generationTemplates.update({ generation_template_uuid, body });
  const { updated_at } = data;
  assert.ok(updated_at > before.updated_at);
  assert.deepEqual(data, { ...before, ...body, updated_at, updated_by: colleague.actor.user_uuid });
  assert.equal(etag, '"2"');
  const read = await home.client.generationTemplates.get({ generation_template_uuid });
  assert.deepEqual([read.data, read.etag], [data, etag]);
});

test('a template that has changed since is neither changed nor deleted', async () => {
  const home = await pharos.person();
  const { uuid: generation_template_uuid } = await create(home);
  const { generationTemplates } = home.client;
  await generationTemplates.update({ generation_template_uuid, body: { label: 'lilies' } });
  const stale = { generation_template_uuid, if_match: '"1"' };
  const expected = { status_code: 412, etag: '"2"' };
  await assert.rejects(generationTemplates.update({ ...stale, body: { label: 'roses' } }), expected);
  await assert.rejects(generationTemplates.remove(stale), expected);
  assert.equal((await generationTemplates.update({ ...stale, body: { label: 'lilies' } })).etag, '"2"');
});

test('bad fields are refused by name, and nothing is written', async () => {
  const home = await pharos.person();
  const { uuid: generation_template_uuid } = await create(home);
  const before = [await countTemplates(), (await home.client.generationTemplates.list()).data];
  const wrong: [body: object, pointer: string][] = [
    [{ development_stage: 'live' }, '/development_stage'],
    [{ execution_type: 'Summary' }, '/execution_type'],
    [{ template_type: 7 }, '/template_type'],
    [{ display_name: ['Flowers'] }, '/display_name'],
    [{ label: 'x'.repeat(256) }, '/label'],
    [{ example_limit: 1.5 }, '/example_limit'],
    [{ example_limit: -1 }, '/example_limit'],
    [{ example_limit: 2 ** 31 }, '/example_limit'],
    [{ exact_phrases: [{ phrase: 'lilies' }] }, '/exact_phrases/0/match_percentage'],
    [{ exact_phrases: [{ phrase: 'lilies', match_percentage: -1 }] }, '/exact_phrases/0/match_percentage'],
    [{ display_config: { occurring_is_positive: 'yes' } }, '/display_config/occurring_is_positive'],
    [{ display_config: [] }, '/display_config'],
    [{ organization_uuid: 'mine' }, '/organization_uuid'],
  ];
  for (const [more, pointer] of wrong) {
    const body = { ...flowers, label: 'changed', ...more } as never;
    const check = (error: { status_code: number; problems: { pointer: string }[] }) => {
      assert.deepEqual([error.status_code, error.problems[0]?.pointer], [400, pointer]);
      return true;
    };
    await assert.rejects(home.client.generationTemplates.create({ body }), check);
    await assert.rejects(home.client.generationTemplates.update({ generation_template_uuid, body }), check);
  }
  for (const name of ['display_name', 'label', 'execution_type', 'template_type']) {
    for (const value of [undefined, null]) {
      const body = { ...flowers, [name]: value } as never;
      await assert.rejects(home.client.generationTemplates.create({ body }), bad);
    }
  }
  assert.deepEqual([await countTemplates(), (await home.client.generationTemplates.list()).data], before);
});

test('lists show the own and the shared, newest first, page by page, and what is deleted no more', async () => {
  const home = await pharos.person();
  const operator = await pharos.person('operator');
  const stranger = await pharos.person();
  const own = [(await create(home)).uuid];
  const shared = (await create(operator, { organization_uuid: null })).uuid;
  await create(stranger);
  own.push((await create(home)).uuid, (await create(home)).uuid);
  const expected = [own[2], own[1], shared, own[0]];
  const all = (await home.client.generationTemplates.list()).data;
  assert.deepEqual(uuids(all.items), expected);
  const first = (await home.client.generationTemplates.list({ limit: 3 })).data;
  const rest = (await home.client.generationTemplates.list({ limit: 3, cursor: first.next_cursor as string })).data;
  assert.deepEqual([...uuids(first.items), ...uuids(rest.items)], expected);
  await home.client.generationTemplates.remove({ generation_template_uuid: own[1] as string });
  await operator.client.generationTemplates.remove({ generation_template_uuid: shared });
  assert.deepEqual(uuids((await home.client.generationTemplates.list()).data.items), [own[2], own[0]]);
  const { items } = (await home.client.generationTemplates.list({ deleted: true })).data;
  assert.deepEqual(uuids(items), [own[1], shared]);
  assert.ok(items.every(({ deleted_at }) => deleted_at !== null));
});

test('a deleted template is gone from every answer until it is restored as it was', async () => {
  const home = await pharos.person();
  const data = await create(home);
  const generation_template_uuid = data.uuid;
  const { generationTemplates } = home.client;
  await generationTemplates.remove({ generation_template_uuid });
  await assert.rejects(generationTemplates.get({ generation_template_uuid }), missing);
  await assert.rejects(generationTemplates.update({ generation_template_uuid, body: { label: 'x' } }), missing);
  await assert.rejects(generationTemplates.remove({ generation_template_uuid }), missing);
  for (let times = 0; times < 2; times++) {
    assert.deepEqual((await generationTemplates.restore({ generation_template_uuid })).data, data);
  }
  assert.deepEqual((await generationTemplates.get({ generation_template_uuid })).data, data);
});

test('what all share is read by all, and written by operators only', async () => {
  const operator = await pharos.person('operator');
  const [home, member] = [await pharos.person(), await pharos.person('member')];
  const data = await create(operator, { organization_uuid: null });
  const generation_template_uuid = data.uuid;
  assert.equal(data.organization_uuid, null);
  for (const { client } of [home, member]) {
    assert.deepEqual((await client.generationTemplates.get({ generation_template_uuid })).data, data);
  }
  const { generationTemplates } = home.client;
  await assert.rejects(create(home, { organization_uuid: null }), refused);
  await assert.rejects(generationTemplates.update({ generation_template_uuid, body: { label: 'ours' } }), refused);
  await assert.rejects(generationTemplates.patch({ generation_template_uuid, body: { label: 'ours' } }), refused);
  await assert.rejects(generationTemplates.remove({ generation_template_uuid }), refused);
  await assert.rejects(generationTemplates.restore({ generation_template_uuid }), refused);
  assert.deepEqual((await generationTemplates.get({ generation_template_uuid })).data, data);

  const another = await pharos.person('operator');
  const body = { label: 'everybody' };
  const updated = (await another.client.generationTemplates.update({ generation_template_uuid, body })).data;
  assert.deepEqual([updated.label, updated.organization_uuid], ['everybody', null]);
  await another.client.generationTemplates.remove({ generation_template_uuid });
  await assert.rejects(generationTemplates.get({ generation_template_uuid }), missing);
  const restored = (await operator.client.generationTemplates.restore({ generation_template_uuid })).data;
  assert.deepEqual(restored, updated);
});

test("a template never moves, and another organization's does not exist, for operators neither", async () => {
  const [home, stranger] = [await pharos.person(), await pharos.person()];
  const operator = await pharos.person('operator');
  const data = await create(home);
  const generation_template_uuid = data.uuid;
  const organization_uuid = stranger.actor.organization_uuid;
  await assert.rejects(create(home, { organization_uuid }), missing);
  await assert.rejects(create(operator, { organization_uuid }), missing);
  for (const verb of ['update', 'patch'] as const) {
    const body = { organization_uuid, label: `not moved by ${verb}` };
    const stayed = (await home.client.generationTemplates[verb]({ generation_template_uuid, body })).data;
    assert.deepEqual([stayed.organization_uuid, stayed.label], [home.actor.organization_uuid, `not moved by ${verb}`]);
    await assert.rejects(stranger.client.generationTemplates.get({ generation_template_uuid }), missing);
  }
  for (const { client } of [stranger, operator]) {
    const { generationTemplates } = client;
    await assert.rejects(generationTemplates.get({ generation_template_uuid }), missing);
    await assert.rejects(generationTemplates.update({ generation_template_uuid, body: { label: 'x' } }), missing);
    await assert.rejects(generationTemplates.remove({ generation_template_uuid }), missing);
    await assert.rejects(generationTemplates.restore({ generation_template_uuid }), missing);
  }
  const own = { organization_uuid: home.actor.organization_uuid.toUpperCase(), label: data.label };
  const { updated_at } = (await home.client.generationTemplates.get({ generation_template_uuid })).data;
  const back = (await home.client.generationTemplates.update({ generation_template_uuid, body: own })).data;
  assert.ok(back.updated_at > updated_at);
  assert.deepEqual(back, { ...data, updated_at: back.updated_at });
});

test('row level security alone keeps all but an installation from writing what all share', async () => {
  const operator = await pharos.person('operator');
  const { uuid } = await create(operator, { organization_uuid: null });
  const { organization_uuid } = operator.actor;
  const SHARED = '00000000-0000-0000-0000-000000000000';
  const change = sql`update generation_templates set label = 'ours' where uuid = ${uuid} returning uuid`;
  const remove = sql`delete from generation_templates where uuid = ${uuid} returning uuid`;
  const insert = sql`
    insert into generation_templates (organization_uuid, uuid, development_stage, display_name, execution_type, label,
      template_type, created_by, updated_by)
    values (${SHARED}, ${randomUUID()}, 'testing', 'x', 'summary', 'x', 'at_need', ${randomUUID()}, ${randomUUID()})
    returning uuid`;
  const bound = pharos.probed.scopedTo({ organization_uuid });
  assert.deepEqual(await bound.rows(change), []);
  assert.deepEqual(await bound.rows(remove), []);
  await assert.rejects(bound.rows(insert), /row-level security/);
  const kept = await bound.row(sql`select label from generation_templates where uuid = ${uuid}`);
  assert.deepEqual(kept, { label: 'flowers' });
  const installation = pharos.probed.scopedTo({ organization_uuid, installation: true });
  assert.equal((await installation.rows(change)).length, 1);
});

test('without row level security too, what all share is written by operators only', async () => {
  const open = await openPharos({ role: 'none' });
  const [operator, admin] = [await open.person('operator'), await open.person()];
  const { data } = await operator.client.generationTemplates.create({ body: { ...flowers, organization_uuid: null } });
  const generation_template_uuid = data.uuid;
  const { generationTemplates } = admin.client;
  const body = { ...flowers, organization_uuid: null, label: 'ours' };
  await assert.rejects(generationTemplates.create({ body }), refused);
  await assert.rejects(generationTemplates.update({ generation_template_uuid, body }), refused);
  await assert.rejects(generationTemplates.patch({ generation_template_uuid, body }), refused);
  await assert.rejects(generationTemplates.remove({ generation_template_uuid }), refused);
  await assert.rejects(generationTemplates.restore({ generation_template_uuid }), refused);
  assert.deepEqual((await generationTemplates.list()).data.items, [data]);
});

test('templates are written by admins', async () => {
  const home = await pharos.person();
  const member = await pharos.person('member', home);
  const { uuid: generation_template_uuid } = await create(home);
  await assert.rejects(create(member), refused);
  const { generationTemplates } = member.client;
  await assert.rejects(generationTemplates.update({ generation_template_uuid, body: { label: 'x' } }), refused);
  await assert.rejects(generationTemplates.remove({ generation_template_uuid }), refused);
  await assert.rejects(generationTemplates.restore({ generation_template_uuid }), refused);
});

test('a case has the templates in production of its type, oldest first', async () => {
  const home = await pharos.person();
  const operator = await pharos.person('operator');
  const production = { development_stage: 'production' } as const;
  const own = await create(home, production);
  const shared = await create(operator, { ...production, organization_uuid: null });
  const ahead = await create(home, { ...production, template_type: 'pre_need' });
  await create(home);
  await create(await pharos.person(), production);
  const deleted = await create(home, production);
  await home.client.generationTemplates.remove({ generation_template_uuid: deleted.uuid });
  const { uuid: case_uuid } = (await home.client.cases.create({ body: { date_of_birth: '1941-03-12' } })).data;
  const shown = async () => (await home.client.cases.get({ case_uuid })).data.generation_templates;
  assert.deepEqual(await shown(), [ahead]);
  await home.client.cases.update({ case_uuid, body: { date_of_death: '2026-11-17' } });
  assert.deepEqual(await shown(), [own, shared]);
});

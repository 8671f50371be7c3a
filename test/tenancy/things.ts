import { randomUUID } from 'node:crypto';
import type { Client } from '@pharos/client/methods.ts';
import { pathNames, type Route } from '@pharos/contract/table/route.ts';
import { routes } from '@pharos/contract/table/routes.ts';
import sql from 'sql-template-tag';
import { insertJob } from '../../server/jobs/queries.ts';
import { hashPassword } from '../../server/platform/auth/password.ts';
import { age } from '../support/ageing.ts';
import { openCall, type Person, type Pharos } from '../support/pharos.ts';
import { beep, SUBTITLES } from '../support/requests.ts';
import { openUser, PASSWORD, secretOf } from '../support/sessions.ts';
import { addDelivery } from '../support/webhooks.ts';
import { addLocation } from './people.ts';

/** Word that is in every record of the home: no answer to anybody else may hold it. */
export const MARK = 'lighthouse-keeper';

type Things = Record<string, string>;
type Maker = (owner: Person, verb: string, pharos: Pharos, made?: Things) => Promise<string>;

const call: Maker = async ({ client, ...owner }, verb) => {
  const { call_uuid } = await openCall({ client, ...owner });
  await client.calls.importTranscript({ call_uuid, body: SUBTITLES.replace('Good morning', MARK) });
  if (verb === 'restore') await client.calls.remove({ call_uuid });
  return call_uuid;
};

const funeral: Maker = async ({ client }, verb) => {
  const { data } = await client.cases.create({ body: { last_name: MARK } });
  if (verb === 'restore') await client.cases.remove({ case_uuid: data.uuid });
  return data.uuid;
};

const template: Maker = async ({ client }, verb) => {
  const { example } = routes.generationTemplates.create;
  const { data } = await client.generationTemplates.create({ body: { ...example, label: MARK } });
  if (verb === 'restore') await client.generationTemplates.remove({ generation_template_uuid: data.uuid });
  return data.uuid;
};

const hold: Maker = async (owner, verb, pharos) => {
  const case_uuid = await funeral(owner, verb, pharos);
  return (await owner.client.retention.hold({ case_uuid, body: { reason: MARK } })).data.uuid;
};

const certificate: Maker = async (owner, verb, pharos) => {
  const case_uuid = await funeral(owner, verb, pharos);
  await owner.client.cases.remove({ case_uuid });
  await age(pharos.database, case_uuid, 30);
  const { purge_certificate_uuids } = (await owner.client.retention.purge()).data;
  return purge_certificate_uuids[0] as string;
};

/** A job that is not finished, or one that can be tried again. */
const job: Maker = async (owner, verb, pharos) => {
  const { organization_uuid, user_uuid: created_by } = owner.actor;
  const { call_uuid } = await openCall(owner);
  const [uuid, entry_uuid] = [randomUUID(), randomUUID()];
  const made = { organization_uuid, uuid, call_uuid, entry_uuid, created_by, provider: 'deepgram' } as const;
  await insertJob(pharos.database, { ...made, call_version: 1 });
  if (verb === 'retry') await owner.client.jobs.cancel({ job_uuid: uuid });
  return uuid;
};

/** Makes a call with a recording, as the verbs about recordings need it. */
const heard: Maker = async (owner, verb, pharos) => {
  const call_uuid = await call(owner, verb, pharos);
  if (verb !== 'upload') await owner.client.recordings.upload({ call_uuid, body: beep() });
  return call_uuid;
};

const link: Maker = async (owner, verb, pharos) => {
  const call_uuid = await heard(owner, verb, pharos);
  return (await owner.client.recordings.link({ call_uuid })).data.url.split('/').at(-1) as string;
};

/** A value that was found in the call which the path names before it. */
const value: Maker = async (owner, _verb, pharos, made) => {
  const spoken = made?.call_uuid ?? (await call(owner, '', pharos));
  const body = { ...routes.generationTemplates.create.example, label: MARK };
  const exact_phrases = [{ phrase: MARK, match_percentage: 90 }];
  const { data } = await owner.client.generationTemplates.create({ body: { ...body, exact_phrases } });
  const run = { call_uuid: spoken, body: { generation_template_uuid: data.uuid } };
  const { items } = (await owner.client.generations.run(run)).data;
  return items.find(({ generation_template_uuid }) => generation_template_uuid === data.uuid)?.values[0]
    ?.uuid as string;
};

const source: Maker = async ({ client }) => {
  const { example: body } = routes.sources.create;
  return (await client.sources.create({ body: { ...body, name: MARK } })).data.uuid;
};

const webhook: Maker = async ({ client }) => {
  // An organization has few of them.
  for (const { uuid } of (await client.webhooks.list()).data.items)
    await client.webhooks.remove({ webhook_uuid: uuid });
  const { example: body } = routes.webhooks.create;
  return (await client.webhooks.create({ body: { ...body, name: MARK } })).data.webhook.uuid;
};

const MAKERS: Record<string, Maker> = {
  link,
  call_uuid: call,
  later_call_uuid: call,
  case_uuid: funeral,
  generation_template_uuid: template,
  generation_run_uuid: async (owner, verb, pharos) => {
    const generation_template_uuid = await template(owner, verb, pharos);
    return (await owner.client.generationRuns.start({ generation_template_uuid, body: {} })).data.uuid;
  },
  generation_value_uuid: value,
  hold_uuid: hold,
  purge_certificate_uuid: certificate,
  job_uuid: job,
  location_uuid: (owner, _verb, pharos) => addLocation(pharos, owner),
  source_uuid: source,
  webhook_uuid: webhook,
  delivery_uuid: ({ actor: { organization_uuid } }, _verb, pharos, made) =>
    addDelivery(pharos, { organization_uuid, webhook_uuid: made?.webhook_uuid as string }),
  version: async () => '1',
  location_uuids: (owner, _verb, pharos) => addLocation(pharos, owner),
  organization_uuid: async ({ actor }) => actor.organization_uuid,
  session_uuid: async (owner, _verb, pharos) => {
    const { client } = await openUser(pharos, owner, 'viewer');
    return (await client.sessions.list()).data.items[0]?.uuid as string;
  },
  token_uuid: async ({ client }) => (await client.tokens.create({ body: { name: MARK } })).data.uuid,
  user_uuid: async (owner, _verb, pharos) => (await pharos.person('viewer', owner)).actor.user_uuid,
};

const hash = hashPassword(PASSWORD, 'a test');
const newEmail = () => `${randomUUID()}@evergreen.example`;

const givePasswords = async ({ database }: Pharos) => database.rows(sql`update users set password = ${await hash}`);

const inviteSomebody = async (client: Client) => {
  const { data } = await client.users.create({ body: { email: newEmail(), access_level: 'viewer' } });
  return { token: secretOf(data.invitation.link) };
};

/** Fields that a body needs besides ids, because those of the example would be taken, unknown or used. */
const PREPARED: Record<string, (owner: Person, pharos: Pharos) => Promise<Record<string, string>>> = {
  // Only a home without a case takes the demo.
  'demo.add': async ({ actor }, pharos) => {
    await pharos.database.rows(sql`
      update cases set deleted_at = clock_timestamp()
      where organization_uuid = ${actor.organization_uuid} and deleted_at is null`);
    return {};
  },
  // A message that was refused is of one source.
  'sources.replay': async (owner, pharos) => {
    const source_uuid = await source(owner, 'replay', pharos);
    await fetch(`${pharos.baseUrl}/v1/intake/${source_uuid}`, { method: 'POST', body: 'RecordingSid=RE1' });
    const { items } = (await owner.client.sources.arrivals({ source_uuid })).data;
    return { source_uuid, arrival_uuid: items[0]?.uuid as string };
  },
  // A call that another was joined to.
  'calls.part': async (owner, pharos) => {
    const call_uuid = await call(owner, 'part', pharos);
    const later_call_uuid = await call(owner, 'part', pharos);
    await owner.client.calls.join({ call_uuid, body: { later_call_uuid } });
    return { call_uuid };
  },
  'users.create': async () => ({ email: newEmail() }),
  'invitations.read': ({ client }) => inviteSomebody(client),
  'invitations.accept': ({ client }) => inviteSomebody(client),
  'sessions.create': async (owner, pharos) => {
    const { email } = await openUser(pharos, owner, 'viewer');
    return { email, password: PASSWORD };
  },
  'me.changePassword': async (_owner, pharos) => {
    await givePasswords(pharos);
    return { current_password: PASSWORD };
  },
  'sessions.confirm': async (_owner, pharos) => {
    await givePasswords(pharos);
    return { password: PASSWORD };
  },
};

const namesOf = (route: Route): string[] => {
  const { properties = {} } = (route.body ?? {}) as { properties?: object };
  return [...pathNames(route.path), ...Object.keys(properties).filter((name) => /_uuids?$/.test(name))];
};

/** Everything of the owner's that a request to a route has to name. */
export const thingsFor = async (
  pharos: Pharos,
  name: string,
  route: Route,
  owner: Person,
): Promise<Record<string, string>> => {
  const verb = name.split('.')[1] as string;
  const things: Things = (await PREPARED[name]?.(owner, pharos)) ?? {};
  for (const thing of new Set(namesOf(route))) {
    if (things[thing] !== undefined) continue;
    const make = name.startsWith('recordings.') && thing === 'call_uuid' ? heard : MAKERS[thing];
    if (!make) throw new Error(`${name} names ${thing}: say in test/tenancy/things.ts how one is made`);
    things[thing] = await make(owner, verb, pharos, things);
  }
  return things;
};

/** Things of the same kinds that nobody has. */
export const nothingsFor = (route: Route): Record<string, string> =>
  Object.fromEntries(
    namesOf(route).map((thing) => [
      thing,
      thing.endsWith('uuid') ? randomUUID() : thing === 'link' ? 'A'.repeat(118) : '1',
    ]),
  );

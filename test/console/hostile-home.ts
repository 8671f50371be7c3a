import { randomUUID } from 'node:crypto';
import type { Client } from '@pharos/client/methods.ts';
import { allRoutes } from '@pharos/contract/table/routes.ts';
import type { Word } from '@pharos/contract/transcripts.ts';
import sql from 'sql-template-tag';
import type { Person, Pharos } from '../support/pharos.ts';
import { HOSTILE, packed } from './hostile-strings.ts';

type Schema = {
  type?: string | string[];
  enum?: unknown[];
  format?: string;
  pattern?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
};
type Given = Record<string, unknown>;

const kindOf = ({ type }: Schema) => [type].flat()[0];
const isText = (schema: Schema) => kindOf(schema) === 'string' && !schema.enum && !schema.format && !schema.pattern;

/** A value by a schema of the contract in which every text that may be any text is the next that comes. */
const filled = (schema: Schema, next: () => string, given: Given): unknown => {
  if (isText(schema)) return next();
  if (schema.enum) return schema.enum[0];
  if (kindOf(schema) === 'array' && schema.items) return [filled(schema.items, next, given)];
  if (kindOf(schema) !== 'object') return undefined;
  if (!schema.properties) return { [next()]: next() };
  const values = Object.entries(schema.properties).map(([name, inner]) => {
    return [name, Object.hasOwn(given, name) ? given[name] : filled(inner, next, given)];
  });
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
};

const textsIn = (schema: Schema, path: string): string[] => {
  if (isText(schema)) return [path];
  if (kindOf(schema) === 'array' && schema.items) return textsIn(schema.items, path);
  if (kindOf(schema) !== 'object') return [];
  if (!schema.properties) return schema.enum ? [] : [path];
  return Object.entries(schema.properties).flatMap(([name, inner]) => textsIn(inner, `${path} ${name}`));
};

const featureOf = (name: string) => name.split('.')[0] as string;
const bodyOf = (name: string) => allRoutes.find((one) => one.name === name)?.route.body as Schema;

/**
 * Every text of the contract that may be any text, by the feature whose bodies take it: `cases first_name`. A body that is
 * only asked with is kept nowhere.
 */
export const TEXTS_OF_THE_CONTRACT = new Set(
  allRoutes.flatMap(({ name, route }) =>
    route.body && !('only_reads' in route) ? textsIn(route.body as Schema, featureOf(name)) : [],
  ),
);

/** Routes that `openHostileHome` writes by. */
const WRITTEN = [
  'cases.create',
  'calls.create',
  'locations.create',
  'users.create',
  'tokens.create',
  'generationTemplates.create',
  'sources.create',
  'webhooks.create',
  'retention.hold',
  'organizations.patch',
];
export const TEXTS_WRITTEN = new Set(WRITTEN.flatMap((name) => textsIn(bodyOf(name), featureOf(name))));

/** The n-th text, round and round. */
export const hostile = (n: number): string => HOSTILE[n % HOSTILE.length] as string;
/** A key of JSON: the API keeps all but one. */
const key = (n: number) => (hostile(n) === '__proto__' ? hostile(n + 1) : hostile(n));

const wordOf = (n: number): Word => ({
  text: hostile(n),
  start_ms: n * 1000,
  end_ms: n * 1000 + 500,
  confidence: 0.5,
  speaker: hostile(n + 1),
});
const labelOf = (n: number) => (n % 2 ? hostile(n) : { name: hostile(n), [key(n + 1)]: hostile(n + 2) });

/** All of them in a few names, and in a few titles. */
export const NAMES = packed(255);
export const TITLES = packed(900);

type Answer = { data: { uuid: string } };
type Verb = (given: Given) => Promise<Answer>;

/** Asks for a change in which every text that is not given is the n-th or one of the next. */
const writer =
  (client: Client) =>
  async (name: string, n: number, given: Given, params: Given = {}) => {
    let field = 0;
    const body = filled(bodyOf(name), () => hostile(n + field++), given);
    const verbs = client[featureOf(name) as keyof Client] as unknown as Record<string, Verb>;
    return (await (verbs[name.split('.')[1] as string] as Verb)({ ...params, body })).data.uuid;
  };

const SOURCE = { kind: 'twilio', location_uuid: null, provider: null, our_channel: null, secrets: {} };

/** A home in which every text that can be written over the API is each of the hostile ones once. */
export const openHostileHome = async (pharos: Pharos, { actor, client }: Person) => {
  const { organization_uuid, user_uuid } = actor;
  const write = writer(client);
  const crowded = await write('cases.create', 0, { summary: 'Nothing yet' });
  for (const n of HOSTILE.keys()) {
    const [call_uuid] = await Promise.all([
      write('calls.create', n, {
        case_uuid: crowded,
        file_name: `${hostile(n)}.mp3`,
        speaker_sides: { [key(n)]: 'theirs' },
        transcript: { source: 'manual', words: [wordOf(n)] },
        speaker_labels: { [key(n + 1)]: labelOf(n + 2) },
        provider_metadata: { [key(n)]: hostile(n + 1), assembly_ai_id: hostile(n) },
      }),
      write('cases.create', n, {}),
      write('locations.create', n, {}),
      write('users.create', n, { email: `n${n}@evergreen.example`, location_uuids: [] }),
      write('tokens.create', n, {}),
      write('generationTemplates.create', n, { match_percentage: 100, within_seconds: 60 }),
      write('sources.create', n, { ...SOURCE, settings: { account_id: hostile(n) } }),
      write('retention.hold', n, {}, { case_uuid: crowded }),
    ]);
    // What a provider says of a job does not come over the API.
    await pharos.database.rows(sql`
      insert into jobs (organization_uuid, uuid, call_uuid, kind, provider, state, reason, remarks, provider_id,
        call_version, created_by)
      values (${organization_uuid}, ${randomUUID()}, ${call_uuid}, 'transcription', 'deepgram', 'failed',
        ${JSON.stringify({ code: 'provider_refused', given: { status: 400, words: hostile(n) } })},
        ${JSON.stringify([{ code: 'speakers_unread', given: { place: hostile(n + 1) } }])}, ${hostile(n + 2)}, 1, ${user_uuid})`);
  }
  for (const name of NAMES) await write('webhooks.create', 0, { name, url: 'https://portal.example/', types: [] });
  await client.cases.patch({ case_uuid: crowded, body: { summary: HOSTILE.join('\n'), first_name: hostile(2) } });
  const talk = await write('calls.create', 0, {
    case_uuid: crowded,
    ...talkOf(() => 'so'),
    speaker_labels: {},
    speaker_sides: {},
  });
  const speaker_labels = Object.fromEntries(HOSTILE.map((_, n) => [key(n + 1), labelOf(n + 2)]));
  await client.calls.update({ call_uuid: talk, body: { ...talkOf(hostile), speaker_labels } });
  const gathered = [];
  for (let n = 0; n < GATHERED; n++) gathered.push(await gather(write, n));
  /** Names the home and the signed-in user by the n-th of the names that have all of the texts. */
  const rename = async (n: number) => {
    const [name, own] = [NAMES[n % NAMES.length], NAMES[(n + 8) % NAMES.length]] as [string, string];
    await client.organizations.patch({ organization_uuid, body: { name } });
    await client.users.patch({ user_uuid, body: { name: own } });
  };
  /** Invites somebody who is called by the n-th text, and returns the secret part of the link. */
  const invite = async (n: number) => {
    const body = { email: `new${n}@evergreen.example`, name: NAMES[n % NAMES.length], access_level: 'viewer' as const };
    return new URL((await client.users.create({ body })).data.invitation.link, pharos.baseUrl).hash;
  };
  return { crowded, talk, gathered, rename, invite };
};

/** A call in which every second word is one of a hundred, and each of them is somebody else's. */
const talkOf = (text: (n: number) => string) => ({
  transcript: {
    source: 'manual' as const,
    words: HOSTILE.flatMap((_, n) => [
      { ...wordOf(n), text: text(n) },
      { ...wordOf(n), text: `and${n}` },
    ]),
  },
});

const GATHERED = 6;

/** The n-th of a few cases in whose names all of the texts are, each with a call that is called by many of them. */
const gather = async (write: ReturnType<typeof writer>, n: number) => {
  const [first_name, last_name, external_id] = [...NAMES, ...NAMES].slice(n * 3, n * 3 + 3);
  const date_of_service = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
  const summary = `gathered ${hostile(n)}`;
  const case_uuid = await write('cases.create', n, { first_name, last_name, external_id, date_of_service, summary });
  const file_name = `${TITLES[n % TITLES.length]}.mp3`;
  const transcript = { source: 'manual', words: [wordOf(n)] };
  return {
    case_uuid,
    call_uuid: await write('calls.create', n, {
      case_uuid,
      // Without a title of its own, a call is called by its file.
      title: null,
      file_name,
      transcript,
      speaker_labels: {},
      speaker_sides: {},
    }),
  };
};

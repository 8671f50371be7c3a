import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import type { AccessLevel } from '@pharos/contract/table/route.ts';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { type AppOptions, createApp } from '../../server/app.ts';
import type { Model } from '../../server/models/model.ts';
import { insertOrganization } from '../../server/organizations/queries.ts';
import { server, type UserActor } from '../../server/platform/auth/actor.ts';
import type { JwtSettings } from '../../server/platform/auth/jwt.ts';
import { digestOf, mintSecret, prefixOf } from '../../server/platform/auth/secret.ts';
import { openVault, type Vault } from '../../server/platform/auth/vault.ts';
import { asApp, type Connection } from '../../server/platform/database/connection.ts';
import type { Database, ScopedDatabase } from '../../server/platform/database/database.ts';
import { openDatabase } from '../../server/platform/database/open-database.ts';
import type { Deadlines } from '../../server/platform/http/read-body.ts';
import { noQueue } from '../../server/platform/queue/no-queue.ts';
import { openQueue, type Queue } from '../../server/platform/queue/queue.ts';
import type { FreeSpace } from '../../server/platform/storage/free-space.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import type { Storage } from '../../server/platform/storage/storage.ts';
import type { UpkeepTimes } from '../../server/platform/upkeep/upkeep.ts';
import { openRecordings, type Recordings } from '../../server/recordings/open-recordings.ts';
import type { Network } from '../../server/sources/fetching/network.ts';
import { type MakerAddresses, type OwnSpeech, openOwnSpeech } from '../../server/speech/own-providers.ts';
import { insertToken } from '../../server/tokens/queries.ts';
import type { Transcription } from '../../server/transcription/job-starter.ts';
import { storedRecordings } from '../../server/transcription/stored-recordings.ts';
import { insertUser } from '../../server/users/queries.ts';
import { cloneDatabase } from './database.ts';
import { watchStatuses } from './documented-statuses.ts';
import { within } from './within.ts';

/** A user with a token, in an organization. */
export type Person = { actor: UserActor; token: string; client: Client };

export type Pharos = {
  app: FastifyInstance;
  /** The database as its owner sees it, with everybody's rows. */
  database: ScopedDatabase;
  /** Encrypts the secrets of sources. */
  vault: Vault;
  /** The database as the server is given it. */
  served: Database;
  /** Another connection to that database, for statements that no server would send. */
  probed: Database;
  storage: Storage;
  recordings: Recordings;
  /** Speech services of organizations. */
  speech: OwnSpeech;
  baseUrl: string;
  port: number;
  /** Connection settings of the database, for another process. */
  connection: Connection;
  /** The queue of jobs, where the server was opened with providers. */
  queue: Queue;
  /** Lines that the server logged. */
  logged: string[];
  /** Adds the admin of a new organization, or with `of` another user of that person's organization. */
  person(access_level?: AccessLevel, of?: Person): Promise<Person>;
};

export type PharosOptions = {
  jwt?: JwtSettings;
  deadlines?: Deadlines;
  /** Room on the disk, as the server looks at it. */
  space?: FreeSpace;
  /** Settings of `/metrics`. */
  metrics?: AppOptions['metrics'];
  /** State of the backups. */
  backups?: AppOptions['backups'];
  upkeep?: UpkeepTimes;
  /** Rounds that look for calls which wait for their templates; absent: those run only when asked for. */
  analysing?: UpkeepTimes;
  network?: Network;
  /** Providers that transcribe calls, and how their recordings are found if not where the server keeps them. */
  transcription?: Pick<Transcription, 'providers'> & Partial<Transcription>;
  /** Addresses of the speech services whose keys organizations set. */
  speech_makers?: MakerAddresses;
  /** Language model that organizations may switch on. */
  model?: Model;
  /** Hosts inside that webhooks may call, and how they are sent; absent: nothing is sent. */
  webhooks?: AppOptions['webhooks'];
  public_url?: string;
  trusted_proxies?: string[];
  /** Wraps the database as the server is given it. */
  between?: (database: Database) => Database;
  /** A database that is already there; else one of its own, cloned from the template. */
  onto?: Awaited<ReturnType<typeof cloneDatabase>>;
  /** Folder of the recordings; else one of its own. */
  recordings_folder?: string;
  /** The role that the server runs as; `none` is the owner, whom no row level security holds. */
  role?: string;
};

/** A real server on a port of loopback, on a database of its own; gone after the file's tests. */
export const openPharos = async ({
  jwt,
  deadlines,
  upkeep,
  analysing,
  model,
  webhooks,
  network,
  transcription,
  speech_makers = { deepgram: 'http://127.0.0.1:1', assembly_ai: 'http://127.0.0.1:1' },
  public_url,
  trusted_proxies,
  between: tampered,
  role,
  onto,
  recordings_folder,
  space,
  metrics,
  backups,
}: PharosOptions = {}): Promise<Pharos> => {
  const { connection, drop } = onto ?? (await cloneDatabase());
  const folder = recordings_folder ?? (await mkdtemp(join(tmpdir(), 'pharos-recordings-')));
  const storage = await openStorage({ folder });
  const recordings = openRecordings(storage, join(folder, 'scratch'));
  const served = openDatabase(role ? connection : asApp(connection), () => {}, { role });
  const probed = openDatabase({ ...asApp(connection), application_name: 'a test' }, () => {}, { max: 4 });
  const owned = openDatabase(connection, () => {}, { role: 'none', max: 4 });
  const database = owned.scopedTo({});
  const queue = transcription ? await openQueue(asApp(connection), { lease_seconds: 10, onError: () => {} }) : noQueue;
  const vault = openVault(randomBytes(32));
  const own = openOwnSpeech(vault, speech_makers, join(folder, 'scratch'));
  const logged: string[] = [];
  const log = pino({ base: undefined }, { write: (line: string) => void logged.push(line) });
  const app = createApp({
    database: tampered?.(served) ?? served,
    recordings,
    vault,
    speech: own,
    jwt: jwt ?? { audience: 'authenticated' },
    address: () => baseUrl,
    public_url,
    trusted_proxies,
    transcription: transcription && { findRecording: storedRecordings(recordings), own, ...transcription, queue },
    log,
    deadlines,
    space,
    metrics,
    backups,
    upkeep,
    analysing,
    model,
    webhooks,
    network,
  });
  // A server whose database is tampered with answers what no row tells.
  const requireDocumented = tampered ? () => {} : watchStatuses(app);
  await app.listen({ host: '127.0.0.1', port: 0 });
  after(async () => {
    // Whoever of a test still holds a connection, such as a reader that takes nothing, is not waited for.
    const cutOff = setTimeout(() => app.server.closeAllConnections(), 5_000);
    await within('the server', app.close()).finally(() => clearTimeout(cutOff));
    await within('recordings', recordings.close());
    await within('the queue', queue.close());
    await within('connections', Promise.all([served, probed, owned].map((pool) => pool.close())));
    storage.close();
    await rm(folder, { recursive: true, force: true });
    await within('the database', drop());
    requireDocumented();
  });
  const { port } = app.server.address() as AddressInfo;
  const baseUrl = `http://127.0.0.1:${port}`;
  const person = async (access_level: AccessLevel = 'admin', of?: Person) => {
    const organization_uuid = of?.actor.organization_uuid ?? randomUUID();
    const user = { user_uuid: randomUUID(), access_level, location_uuids: [] };
    const actor: UserActor = { ...server(organization_uuid, 'test'), kind: 'user', ...user };
    const token = mintSecret('token', organization_uuid);
    if (!of) await insertOrganization(database, { uuid: organization_uuid, name: 'A home' });
    await insertUser(database, { ...actor, uuid: actor.user_uuid, name: access_level });
    await insertToken(database, {
      organization_uuid,
      user_uuid: actor.user_uuid,
      uuid: randomUUID(),
      name: 'test',
      digest: digestOf(token),
      prefix: prefixOf(token),
    });
    return { actor, token, client: createClient({ baseUrl, token, retries: 0 }) };
  };
  return {
    app,
    database,
    served,
    probed,
    connection,
    storage,
    recordings,
    speech: own,
    queue,
    baseUrl,
    port,
    logged,
    person,
    vault,
  };
};

/** A case with one call in it, as most tests begin. */
export const openCall = async ({ client }: Person) => {
  const { data: funeral } = await client.cases.create({ body: { last_name: 'Hollis' } });
  const { data: call, etag } = await client.calls.create({ body: { case_uuid: funeral.uuid } });
  return { case_uuid: funeral.uuid, call_uuid: call.uuid, call, etag };
};

/** Number of rows of a table, all organizations together. */
export const countRows = async (
  database: ScopedDatabase,
  table: 'call_versions' | 'transcripts' | 'provider_files',
) => {
  const rows = await database.rows<{ count: number }>(sql`
    select (select count(*) from call_versions) as call_versions, (select count(*) from transcripts) as transcripts,
      (select count(*) from provider_files) as provider_files`);
  return (rows[0] as unknown as Record<string, number>)[table];
};

import { randomUUID } from 'node:crypto';
import { pino } from 'pino';
import sql from 'sql-template-tag';
import { takeEntry } from '../../server/sources/arrivals/take.ts';
import { openDeepgram } from '../../server/transcription/providers/deepgram.ts';
import type { Person } from './pharos.ts';
import { beep } from './requests.ts';
import { openStandIn, type Said } from './stand-in.ts';
import {
  openTelnyx,
  openTwilio,
  openWebhook,
  openZoomPhone,
  type Sent,
  standInNetwork,
  type TelephoneSystem,
} from './telephone-systems.ts';
import { openTranscribing } from './transcribing.ts';

// For tests: sources of all kinds, whose recordings are at a stand-in.

/** All kinds of telephone systems that send messages. */
export const SYSTEMS = [openWebhook, openTwilio, openZoomPhone, openTelnyx];
const HOSTS = {
  webhook: 'media.example',
  twilio: 'api.twilio.com',
  zoom_phone: 'zoom.us',
  telnyx: 'files.telnyx.com',
  ring_central: 'media.ringcentral.com',
  mailbox: '',
  folder: '',
};
const call = {
  from: '+12125550123',
  to: '+12125550100',
  direction: 'inbound',
  start_time: 'Mon, 30 Nov 2026 14:13:58 +0000',
};

/** A server with sources, which takes what came in only when a test says so. */
export const openIntake = async () => {
  /** Recordings that the stand-in has, by the last part of their address. */
  const media = new Map<string, Said>();
  const outside = await openStandIn(({ url }) => {
    if (url.pathname === '/oauth/token') return { body: { access_token: 'for an hour' } };
    if (url.pathname.includes('/Calls/')) return { body: call };
    return media.get(url.pathname.split('/').at(-1) ?? '') ?? { status: 404 };
  });
  const pharos = await openTranscribing([openDeepgram({ base_url: 'http://deepgram.example', api_key: 'd' })], {
    public_url: 'https://calls.example',
  });
  const home = await pharos.person('operator');
  const { vault, recordings, queue, served: database } = pharos;
  const providers = ['deepgram' as const];
  const starter = { queue, environment: providers, providersOf: async () => providers, hasRecording: async () => true };
  const network = standInNetwork(outside.base_url);
  const log = pino({ enabled: false });
  const taking = {
    database,
    queue,
    recordings,
    vault,
    network,
    starter,
    active: new Map(),
    log,
    done() {},
    backoff_ms: () => 0,
  };
  /** Takes what waits; entries of other kinds are left undone. */
  const work = () =>
    queue.drain(async (entry, signal) => void (entry.step === 'take' && (await takeEntry(taking, entry, signal))));

  const connect = async (system: TelephoneSystem, person: Person = home) => {
    const { data: source } = await person.client.sources.create({ body: system.source });
    const address = source.address as string;
    const send = async ({ body, headers }: Sent, path = new URL(address).pathname) => {
      const response = await fetch(pharos.baseUrl + path, { method: 'POST', headers, body });
      return { status: response.status, text: await response.text() };
    };
    const urlOf = (id: string) => `https://${HOSTS[system.kind]}/recordings/${id}`;
    const tell = (id: string, at?: number) => system.tell({ id, url: urlOf(id) }, address, at);
    const log = async (state?: 'refused') =>
      (await person.client.sources.arrivals({ source_uuid: source.uuid, state, limit: 200 })).data.items;
    const offer = () => {
      const id = `RE${randomUUID()}`;
      const said = { headers: { 'content-type': 'audio/wav' }, body: Buffer.from(beep()) };
      // Twilio is asked for a file with its ending.
      media.set(id, said).set(`${id}.wav`, said);
      return id;
    };
    return { source, address, send, tell, log, offer };
  };

  const countCalls = async () => (await pharos.database.rows(sql`select from calls`)).length;
  return { pharos, home, media, work, connect, countCalls };
};

import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import { openDeepgram } from '../../server/transcription/providers/deepgram.ts';
import { openPharos } from '../support/pharos.ts';
import { DEEPGRAM } from '../support/speech.ts';
import { openStandIn } from '../support/stand-in.ts';
import { recordingOf } from '../support/transcribing.ts';

/** Milliseconds that the stand-in takes for a recording. */
const SPEECH_MS = 1_000;
const PUBLIC_URL = 'http://calls.example';

const [channel] = DEEPGRAM.results.channels;
const words = channel.alternatives[0].words.slice(0, 40);

/** A home whose recordings go to a Deepgram that takes its time, fails on some, and may call back ten times over. */
export const openJobHome = async ({ calls_back = false } = {}) => {
  const poisoned = new Set<string>();
  let callbacks: Promise<unknown>[] = [];
  const resultOf = (request_id: string) => ({
    metadata: { ...DEEPGRAM.metadata, request_id },
    results: { channels: [{ alternatives: [{ ...channel.alternatives[0], words }] }] },
  });
  const callTenTimes = async (callback: string, request_id: string) => {
    const { username, password, pathname, search } = new URL(callback);
    const authorization = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
    for (let times = 0; times < 10; times++) {
      const headers = { authorization, 'content-type': 'application/json' };
      const body = JSON.stringify(resultOf(request_id));
      const { status } = await fetch(pharos.baseUrl + pathname + search, { method: 'POST', headers, body });
      if (status !== 200) throw new Error(`a callback was answered ${status}`);
    }
  };
  const deepgram = await openStandIn(async ({ url, body }) => {
    const call_uuid = String(body).split(' ').at(-1) as string;
    await sleep(SPEECH_MS);
    if (poisoned.has(call_uuid)) return { status: 500, body: { err_code: 'INTERNAL', err_msg: 'Not this one.' } };
    const callback = url.searchParams.get('callback');
    const request_id = randomUUID();
    if (callback === null) return { body: resultOf(request_id) };
    callbacks.push(callTenTimes(callback, request_id));
    return { body: { request_id } };
  });
  const providers = [openDeepgram({ base_url: deepgram.base_url, api_key: 'd' })];
  const findRecording = () => recordingOf();
  const pharos = await openPharos({ transcription: { providers, findRecording } });
  const home = await pharos.person('member');

  /** Asks for so many transcriptions, of which the last `poison` never succeed. */
  const ask = async (count: number, poison = 0) => {
    const { data: funeral } = await home.client.cases.create({ body: {} });
    const call_uuids: string[] = [];
    for (let number = 0; number < count; number++) {
      const { data: call } = await home.client.calls.create({ body: { case_uuid: funeral.uuid } });
      if (number % Math.ceil(count / Math.max(1, poison)) === 0 && poisoned.size < poison) poisoned.add(call.uuid);
      call_uuids.push(call.uuid);
    }
    for (const call_uuid of call_uuids) await home.client.jobs.transcribe({ call_uuid, body: {} });
  };

  const count = async () => {
    const row = await pharos.database.row<{ unfinished: number; at_work: number }>(sql`
      select (select count(*) from jobs where state in ('queued', 'running')) as unfinished,
        (select count(*) from pgboss.job where name = 'jobs' and state = 'active') as at_work`);
    return row as { unfinished: number; at_work: number };
  };
  const settle = async () => {
    await Promise.all(callbacks);
    callbacks = [];
  };
  return { ...pharos, deepgram, poisoned, ask, count, settle, public_url: calls_back ? PUBLIC_URL : undefined };
};

export type JobHome = Awaited<ReturnType<typeof openJobHome>>;

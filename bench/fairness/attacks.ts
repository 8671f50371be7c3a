import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@pharos/client';
import type { Word } from '@pharos/contract/transcripts.ts';

/** Somebody hostile with the rights of an admin in an organization of their own. */
export type Hostile = { address: string; token: string };

export type Shot = (signal: AbortSignal) => Promise<unknown>;

/** Something that one organization, or a stranger, does to keep others waiting. */
export type Attack = {
  name: string;
  /** Requests at once. */
  at_once: number;
  /** Makes what it needs, and returns one request of it, which ends once it is answered or given up. */
  prepare(hostile: Hostile): Promise<Shot>;
};

const MIB = 1024 * 1024;
const clientOf = ({ address, token }: Hostile) => createClient({ baseUrl: address, token, retries: 0 });

const openCall = async (hostile: Hostile, words: Word[] = []) => {
  const client = clientOf(hostile);
  const { data: funeral } = await client.cases.create({ body: { last_name: 'Hollis' } });
  const transcript = { source: 'manual' as const, words };
  const { data: call } = await client.calls.create({ body: { case_uuid: funeral.uuid, transcript } });
  return { case_uuid: funeral.uuid, call_uuid: call.uuid };
};

const wordsOf = (count: number, text: (at: number) => string): Word[] =>
  Array.from({ length: count }, (_, at) => ({
    text: text(at),
    start_ms: at * 300,
    end_ms: at * 300 + 200,
    confidence: 1,
    speaker: String(at % 2),
  }));

/** Sends a request and waits for the end of its answer, whatever it is. */
const ask = async ({ address, token }: Hostile, path: string, signal: AbortSignal, init: RequestInit = {}) => {
  const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
  const answer = await fetch(address + path, { ...init, headers, signal });
  await answer.arrayBuffer();
};

/** Writes to a connection and then does nothing, for some seconds or until it is ended. */
const stall = async ({ address }: Hostile, head: string, body: Uint8Array, signal: AbortSignal) => {
  const socket = connect(Number(new URL(address).port), '127.0.0.1').on('error', () => {});
  socket.pause();
  socket.write(head.replaceAll('\n', '\r\n'));
  socket.write(body);
  await pause(5_000, undefined, { signal }).catch(() => {});
  socket.destroy();
};

/** An MP3 whose tag has so many frames that reading them one by one would take a minute. */
const tags = (bytes: number): Uint8Array<ArrayBuffer> => {
  const frame = Buffer.from('TXXX\0\0\0\x01\0\0a', 'latin1');
  const frames = Buffer.concat(Array.from({ length: bytes / frame.length }, () => frame));
  const size = [21, 14, 7, 0].map((bits) => (frames.length >> bits) & 0x7f);
  return new Uint8Array(Buffer.concat([Buffer.from('ID3\x04\0\0', 'latin1'), Buffer.from(size), frames]));
};

const json = (body: unknown) => ({ body: JSON.stringify(body), headers: { 'content-type': 'application/json' } });

export const ATTACKS: Attack[] = [
  {
    name: 'reads 30 MB of words and takes nothing of the answer',
    at_once: 16,
    prepare: async (hostile) => {
      const { case_uuid } = await openCall(
        hostile,
        wordsOf(7_000, () => 'a'.repeat(4_096)),
      );
      const head = `GET /v1/cases/${case_uuid} HTTP/1.1\nhost: x\nauthorization: Bearer ${hostile.token}\n\n`;
      return (signal) => stall(hostile, head, Buffer.alloc(0), signal);
    },
  },
  {
    name: 'exports long PDFs',
    at_once: 6,
    prepare: async (hostile) => {
      const { call_uuid } = await openCall(
        hostile,
        wordsOf(20_000, (at) => (at % 9 ? 'word' : 'aا'.repeat(8))),
      );
      return (signal) => ask(hostile, `/v1/calls/${call_uuid}/transcript?format=pdf`, signal);
    },
  },
  {
    name: 'searches everything that was said',
    at_once: 20,
    prepare: async (hostile) => {
      for (let made = 0; made < 20; made += 1)
        await openCall(
          hostile,
          wordsOf(5_000, (at) => `dress${at % 40}`),
        );
      return (signal) => ask(hostile, '/v1/search', signal, { method: 'POST', ...json({ q: 'dress* OR dres*' }) });
    },
  },
  {
    name: 'searches cases by words',
    at_once: 20,
    prepare: async (hostile) => {
      const client = clientOf(hostile);
      const summary = 'lilies '.repeat(150);
      for (let made = 0; made < 300; made += 1) await client.cases.create({ body: { last_name: 'Hollis', summary } });
      return (signal) => ask(hostile, '/v1/cases?q=lilies%20nothing&limit=200', signal);
    },
  },
  {
    name: 'sends bodies of 30 MB',
    at_once: 6,
    prepare: async (hostile) => {
      const { call_uuid } = await openCall(hostile);
      const body = json({ transcript: { source: 'manual', words: wordsOf(300_000, () => 'lilies') } });
      return (signal) => ask(hostile, `/v1/calls/${call_uuid}`, signal, { method: 'PUT', ...body });
    },
  },
  {
    name: 'sends recordings whose tags are endless',
    at_once: 4,
    prepare: async (hostile) => {
      const { call_uuid } = await openCall(hostile);
      const body = tags(11 * MIB);
      const headers = { 'content-type': 'audio/mpeg' };
      return (signal) => ask(hostile, `/v1/calls/${call_uuid}/recording`, signal, { method: 'PUT', body, headers });
    },
  },
  {
    name: 'tries passwords without being anybody',
    at_once: 30,
    prepare: async (hostile) => {
      let tried = 0;
      return (signal) => {
        tried += 1;
        const sent = json({ email: `nobody-${tried}@evergreen.example`, password: 'a wrong one' });
        return ask({ ...hostile, token: '' }, '/v1/sessions', signal, { method: 'POST', ...sent });
      };
    },
  },
  {
    name: 'leaves bodies of sign-ins unfinished',
    at_once: 200,
    prepare: async (hostile) => {
      const head = 'POST /v1/sessions HTTP/1.1\nhost: x\ncontent-type: application/json\ncontent-length: 4096\n\n';
      return (signal) => stall(hostile, head, Buffer.alloc(4_000, ' '), signal);
    },
  },
  {
    name: 'asks for what is not there',
    at_once: 20,
    prepare: async (hostile) => (signal) => ask(hostile, `/v1/calls/${crypto.randomUUID()}`, signal),
  },
];

/** Keeps an attack up until the signal ends, by so many requests at once; returns how many of them came to an end. */
export const keepUp = async (shot: Shot, at_once: number, signal: AbortSignal): Promise<number> => {
  let ended = 0;
  const one = async () => {
    while (!signal.aborted) {
      await shot(signal).catch(() => pause(5));
      ended += 1;
    }
  };
  await Promise.all(Array.from({ length: at_once }, one));
  return ended;
};

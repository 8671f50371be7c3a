import assert from 'node:assert/strict';
import type { CallUpdate } from '@pharos/contract/calls.ts';
import type { ErrorEnvelope } from '@pharos/contract/table/envelope.ts';
import sql from 'sql-template-tag';
import { openCall, openPharos, type PharosOptions } from '../support/pharos.ts';
import { type Answer, type Request, send } from './wire.ts';

/** Stands in what tests send for what a family said; no answer to a refused request may hold it. */
export const SAID = 'she-wanted-lilies';

const STORED = {
  duration: 672,
  file_format: 'mp3',
  file_name: 'First call.mp3',
  file_path: 'calls/first.mp3',
  file_size: 4_032_000,
  is_fully_labelled: true,
  speaker_labels: { '0': 'Director', '1': 'Daughter' },
  provider_metadata: { assembly_ai_id: 'b7c1' },
  transcript: {
    source: 'deepgram',
    words: [{ text: 'Hello', start_ms: 120, end_ms: 480, confidence: 0.98, speaker: '0' }],
  },
} satisfies CallUpdate;

export type Sent = Partial<Request> & { json?: unknown };
export type Expected = { status: number; says?: RegExp; at?: string };

/** A server with one call that has every field, and the two things a request to it may lead to. */
export const openRecordedCall = async (options: PharosOptions = {}) => {
  const pharos = await openPharos(options);
  const home = await pharos.person();
  const { call_uuid, case_uuid } = await openCall(home);
  await home.client.calls.update({ call_uuid, body: STORED });
  const path = `/v1/calls/${call_uuid}`;
  const authorization = `Bearer ${home.token}`;

  const put = ({ json, headers, ...request }: Sent): Promise<Answer> =>
    send(pharos.port, {
      path,
      body: json === undefined ? request.body : JSON.stringify(json),
      ...request,
      headers: { authorization, 'content-type': 'application/json', ...headers },
    });

  const state = async () => {
    const { data, etag } = await home.client.calls.get({ call_uuid });
    const row = await pharos.database.row(sql`
      select to_jsonb(calls)::text as call, (select count(*) from calls) as calls,
        (select count(*) from call_versions) as versions, (select count(*) from transcripts) as transcripts
      from calls where uuid = ${call_uuid}`);
    return { data, etag, row };
  };

  /** Sends what must be refused: the answer is the documented error, nothing has changed, the server goes on. */
  const refuses = async (sent: Sent | (() => Promise<Answer>), { status, says, at }: Expected): Promise<Answer> => {
    const before = await state();
    const answer = await (typeof sent === 'function' ? sent() : put(sent));
    const error = requireError(answer, status);
    if (says) assert.match(error.message, says);
    if (at !== undefined) assert.equal(error.errors?.[0]?.pointer, at, error.message);
    assert.deepEqual(await state(), before);
    return answer;
  };

  /** Sends what must be kept: the answer and the next GET hold it with equal values. */
  const keeps = async (sent: Sent, expected: object = sent.json as object) => {
    const answer = await put(sent);
    assert.equal(answer.status, 200, answer.text);
    const { data } = JSON.parse(answer.text);
    const { data: read, etag } = await home.client.calls.get({ call_uuid });
    assert.deepEqual({ ...read, ...expected }, read);
    assert.deepEqual(data, read);
    assert.equal(answer.headers.get('etag'), etag);
    return { data: read, etag };
  };

  return { pharos, home, call_uuid, case_uuid, path, authorization, put, state, refuses, keeps };
};

export type RecordedCall = Awaited<ReturnType<typeof openRecordedCall>>;

const INSIDES =
  /node_modules|node:|\.ts\b|\n\s+at |postgres|sqlstate|fastify|typebox|piscina|jose\b|\bselect\b|call_versions/i;

/** Checks that an answer is the documented error with this status and tells nothing of the insides or the body. */
export const requireError = (answer: Answer, status: number): ErrorEnvelope => {
  assert.equal(answer.status, status, answer.text);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
  const error = JSON.parse(answer.text) as ErrorEnvelope;
  const { errors = [], ...envelope } = error;
  const fields = ['error', 'message', 'request_id', 'status', 'status_code', 'timestamp'];
  assert.deepEqual(Object.keys(envelope).sort(), fields);
  assert.equal(error.status, 'error');
  assert.equal(error.status_code, status);
  assert.ok(error.error.length > 0 && error.message.length > 0);
  assert.ok(error.message.length < 1000, 'a message is short');
  assert.match(error.timestamp, /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  assert.ok(error.request_id.length > 0);
  assert.equal(answer.headers.get('x-request-id'), error.request_id);
  assert.ok(errors.length <= 20);
  assert.doesNotMatch(answer.text, INSIDES);
  assert.ok(!answer.text.includes(SAID), 'the answer quotes what was sent');
  return error;
};

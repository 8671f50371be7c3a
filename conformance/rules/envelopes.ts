import type { Answer, Request } from '../ask.ts';
import type { Json, Rule, Trial } from '../rule.ts';
import { shown } from '../rule.ts';

const UNKNOWN = '00000000-0000-4000-8000-000000000000';
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

const ERRORS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  404: 'Not Found',
  415: 'Unsupported Media Type',
};

/** Writes down where a refusal is not in the envelope of an error. */
const expectError = ({ differ }: Trial, request: Request, { status, json }: Answer): void => {
  const envelope = (json ?? {}) as Json;
  const expect = (name: string, is_right: boolean, expected: string) => {
    if (!is_right) differ(request, `${name} ${expected}`, `${name} ${shown(envelope[name])}`);
  };
  expect('status', envelope.status === 'error', '"error"');
  expect('error', envelope.error === ERRORS[status], shown(ERRORS[status]));
  expect('status_code', envelope.status_code === status, `${status}`);
  expect('message', typeof envelope.message === 'string' && envelope.message !== '', 'a text that says what is wrong');
  expect('timestamp', TIME.test(String(envelope.timestamp)), 'a time in UTC with Z');
  expect('request_id', 'request_id' in envelope, 'a text, or null');
  const errors = envelope.errors as Json[] | undefined;
  expect(
    'errors',
    errors === undefined || (Array.isArray(errors) && errors.length <= 20),
    'absent, or a list of at most 20',
  );
};

export const envelopes: Rule[] = [
  {
    rule: 'A success is an envelope: status, timestamp, data, message and request_id',
    layer: 'core',
    run: async (trial) => {
      const request = { method: 'GET', path: trial.path };
      const envelope = ((await trial.expectStatus(request, 200)).json ?? {}) as Json;
      const { status, timestamp, message, request_id, data } = envelope;
      const right = [
        ['status', status === 'success', '"success"'],
        ['timestamp', TIME.test(String(timestamp)), 'a time in UTC with Z'],
        ['data', typeof data === 'object' && data !== null, 'the call'],
        ['message', message === null || typeof message === 'string', 'a text or null'],
        ['request_id', request_id === null || typeof request_id === 'string', 'a text or null'],
      ] as const;
      for (const [name, is_right, expected] of right) {
        if (!is_right) trial.differ(request, `${name} ${expected}`, `${name} ${shown(envelope[name])}`);
      }
    },
  },
  {
    rule: 'A request without a valid token is refused with 401',
    layer: 'core',
    run: async (trial) => {
      for (const as of ['nobody', { token: 'no.such.token' }] as const) {
        const request: Request = { method: 'GET', path: trial.path, as };
        const answer = await trial.expectStatus(request, 401);
        if (answer.status === 401) expectError(trial, request, answer);
      }
    },
  },
  {
    rule: 'What is not there is 404, and an update never creates it',
    layer: 'core',
    run: async (trial) => {
      const path = `/v1/calls/${UNKNOWN}`;
      for (const request of [
        { method: 'GET', path },
        { method: 'PUT', path, body: { duration: 1 } },
        { method: 'GET', path },
        { method: 'GET', path: `/v1/cases/${UNKNOWN}` },
      ]) {
        const answer = await trial.expectStatus(request, 404);
        if (answer.status === 404) expectError(trial, request, answer);
      }
    },
  },
  {
    rule: 'A refused body is an envelope with 400 that says what is wrong',
    layer: 'core',
    run: async (trial) => {
      const request = { method: 'PUT', path: trial.path, body: { duration: 'twelve' } };
      const answer = await trial.expectStatus(request, 400);
      if (answer.status === 400) expectError(trial, request, answer);
    },
  },
  {
    rule: 'A body that is no JSON by its type, or is compressed, is 415',
    layer: 'core',
    run: async (trial) => {
      const put = { method: 'PUT', path: trial.path, body: '{}' };
      for (const headers of [{ 'content-type': 'text/plain' }, { 'content-encoding': 'gzip' }] as Record<
        string,
        string
      >[]) {
        await trial.expectRefused({ ...put, headers }, 415);
      }
    },
  },
  {
    rule: "Another organization's call answers exactly as one that is not there",
    layer: 'core',
    needs_other: true,
    run: async (trial) => {
      const plain = ({ text }: Answer) =>
        text
          .replace(/"timestamp":\s*"[^"]*"/, '')
          .replace(/"request_id":\s*"[^"]*"/, '')
          .replaceAll(trial.call_uuid, UNKNOWN);
      for (const method of ['GET', 'PUT']) {
        const body = method === 'PUT' ? { duration: 4711 } : undefined;
        const foreign: Request = { method, path: trial.path, body, as: 'other' };
        const unknown: Request = { ...foreign, path: `/v1/calls/${UNKNOWN}` };
        const [theirs, nothing] = [await trial.expectRefused(foreign, 404), await trial.ask(unknown)];
        if (plain(theirs) !== plain(nothing)) trial.differ(foreign, `as for ${UNKNOWN}: ${nothing.text}`, theirs.text);
      }
    },
  },
];

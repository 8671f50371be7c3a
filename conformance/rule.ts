import { isDeepStrictEqual } from 'node:util';
import { type Answer, type Ask, type Request, tell } from './ask.ts';

/** Difference between what a server does and what the contract says. */
export type Difference = { rule: string; request: string; expected: string; got: string };

/** Rule of the contract, with a way to find out whether a server keeps it. */
export type Rule = {
  /** Sentence about what a server does. */
  rule: string;
  layer: 'core' | 'ours';
  /** True if it takes a token of another organization. */
  needs_other?: true;
  run(trial: Trial): Promise<void>;
};

/** Thrown where nothing further can be found out about a rule. */
export class Stopped extends Error {}
/** Thrown where a server lacks what a rule is about and the contract doesn't ask it to have. */
export class Skipped extends Error {}

export type Json = Record<string, unknown>;
export type Trial = ReturnType<typeof openTrial>;

/** A rule's way to the server: asks, and writes down what differs. */
export const openTrial = (ask: Ask, rule: string, at: { call_uuid: string; case_uuid: string }) => {
  const differences: Difference[] = [];
  const differ = (request: Request, expected: string, got: string) =>
    differences.push({ rule, request: tell(request), expected, got });
  const path = `/v1/calls/${at.call_uuid}`;

  /** Asks, and writes down an answer of another status; answers `data`, or the whole answer of a refusal. */
  const expectStatus = async (request: Request, status: number): Promise<Answer> => {
    const answer = await ask(request);
    if (answer.status !== status) differ(request, `${status}`, `${answer.status}: ${answer.text.slice(0, 200)}`);
    return answer;
  };
  const dataOf = ({ json }: Answer): Json => ((json as Json | undefined)?.data ?? {}) as Json;
  const get = async (): Promise<Json> => {
    const request = { method: 'GET', path };
    const answer = await expectStatus(request, 200);
    if (answer.status !== 200) throw new Stopped();
    return dataOf(answer);
  };
  const put = async (body: unknown): Promise<Json> => {
    const answer = await expectStatus({ method: 'PUT', path, body }, 200);
    if (answer.status !== 200) throw new Stopped();
    return dataOf(answer);
  };
  /** Writes down each field that is not as expected. */
  const expectFields = (request: Request, expected: Json, got: Json): void => {
    for (const [name, value] of Object.entries(expected)) {
      if (isDeepStrictEqual(value, got[name])) continue;
      differ(request, `${name} ${shown(value)}`, `${name} ${shown(got[name])}`);
    }
  };
  /** Puts fields, and expects them in the answer and in the next GET. */
  const putAndKeep = async (body: Json, expected: Json = body): Promise<Json> => {
    const answered = await put(body);
    expectFields({ method: 'PUT', path, body }, expected, answered);
    const read = await get();
    expectFields({ method: 'GET', path, headers: {} }, expected, read);
    return read;
  };
  /** Expects a refusal after which nothing has changed. */
  const expectRefused = async (request: Request, status: number): Promise<Answer> => {
    const before = await get();
    const answer = await expectStatus(request, status);
    const now = await get();
    for (const name of Object.keys(before)) {
      if (isDeepStrictEqual(before[name], now[name])) continue;
      differ(request, `${name} unchanged, ${shown(before[name])}`, `${name} ${shown(now[name])}`);
    }
    return answer;
  };
  return {
    ...{
      ...at,
      path,
      ask,
      differ,
      differences,
      expectStatus,
      dataOf,
      get,
      put,
      expectFields,
      putAndKeep,
      expectRefused,
    },
  };
};

/** A value as people read it; long ones cut. */
export const shown = (value: unknown): string => {
  const text = value === undefined ? 'absent' : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}… (${text.length} characters)` : text;
};

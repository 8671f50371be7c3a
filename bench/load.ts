import { request } from 'node:http';
import type { Subject } from './subjects.ts';

/** Request that one client sends again and again. */
export type Shot = {
  method: 'GET' | 'PUT';
  path(): string;
  /** Gives the next body of a PUT: never the one before. */
  body?(): Buffer;
  /** An answer that is shorter is wrong. */
  least_bytes: number;
};

/** Requests a second, from the first one's start to the last one's end, and each one's time in ms. */
export type Slice = { rate: number; times: number[] };

/** One client per shot sends its next request as soon as the last is answered, for `ms`, at least once. */
export const loadFor = async (subject: Subject, shots: Shot[], ms: number, stopping: AbortSignal): Promise<Slice> => {
  const times: number[] = [];
  const begin = performance.now();
  await Promise.all(
    shots.map(async (shot) => {
      do {
        const sent = performance.now();
        await send(subject, shot);
        times.push(performance.now() - sent);
        stopping.throwIfAborted();
      } while (performance.now() - begin < ms);
    }),
  );
  return { rate: times.length / ((performance.now() - begin) / 1000), times };
};

const ANSWER_MS = 30_000;

const send = (
  { address, agent, token, name, headers: own }: Subject,
  { method, path: pathOf, body, least_bytes }: Shot,
): Promise<void> =>
  new Promise((resolve, reject) => {
    const [path, bytes] = [pathOf(), body?.()];
    const headers = {
      ...(own ?? { authorization: `Bearer ${token}` }),
      ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.length }),
    };
    const sending = request(address + path, { method, agent, headers, timeout: ANSWER_MS }, (response) => {
      let size = 0;
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200 && size >= least_bytes) resolve();
        else reject(new Error(`${name} answered ${method} ${path} with ${response.statusCode} and ${size} bytes`));
      });
    });
    sending.on('timeout', () => sending.destroy(new Error(`${name} did not answer ${method} ${path}`)));
    sending.on('error', reject);
    sending.end(bytes);
  });

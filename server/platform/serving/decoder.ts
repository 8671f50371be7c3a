import { availableParallelism } from 'node:os';
import type { Route } from '@pharos/contract/table/route.ts';
import { nameOf } from '@pharos/contract/table/routes.ts';
import type { ImportedFile } from '../../transcripts/stored.ts';
import { badRequest, Refusal } from '../errors/errors.ts';
import { LimitExceeded, openWorkerPool, type WorkFor } from '../worker-pool/worker-pool.ts';
import { decodeFile, decodeJson } from './decode-body.ts';
import type { Decoded, Undecoded } from './decode-thread.ts';

/** Size in bytes up to which a hop to a thread costs more than it frees. */
export const INLINE_BYTES = 64 * 1024;

/** A body of 32 MiB takes a second. */
const LIMIT_MS = 30_000;

/** Turns bytes into what handlers are given; throws 400 for what is not as documented. */
export type Decoder = {
  /** A JSON body of a route. */
  json(route: Route, bytes: Uint8Array, whose: WorkFor): Promise<unknown>;
  /** A transcript's file in any format. */
  file(bytes: Uint8Array, whose: WorkFor): Promise<ImportedFile>;
  close(): Promise<void>;
};

/** Decodes small bodies at once and large ones in threads, so that a 3-hour call holds nobody else up. */
export const openDecoder = (): Decoder => {
  const pool = openWorkerPool<Undecoded, Decoded>({
    file: new URL('./decode-thread.ts', import.meta.url),
    at_once: Math.max(2, availableParallelism()),
    each: 1,
    kept: 1,
    limit_ms: LIMIT_MS,
  });
  const inThread = async (undecoded: Undecoded, whose: WorkFor): Promise<unknown> => {
    const decoded = await pool.run(undecoded, whose).catch((error: unknown) => {
      if (!(error instanceof LimitExceeded)) throw error;
      throw badRequest('malformed_request', `The body takes more ${error.limit} to be read than it may`);
    });
    if ('value' in decoded) return decoded.value;
    const { status, message, problems } = decoded.refused;
    throw new Refusal(status, message, problems);
  };
  return {
    json: async (route, bytes, whose) =>
      bytes.length <= INLINE_BYTES ? decodeJson(route, bytes) : inThread({ route_name: nameOf(route), bytes }, whose),
    file: async (bytes, whose) =>
      bytes.length <= INLINE_BYTES
        ? decodeFile(bytes)
        : ((await inThread({ route_name: null, bytes }, whose)) as ImportedFile),
    close: pool.close,
  };
};

import type { ServerResponse } from 'node:http';
import { requestTimeout } from '../errors/errors.ts';

/** A signal that ends, for a reason, when the client closes its connection before it has the answer. */
export const clientLeft = (response: ServerResponse, reason?: Error): AbortSignal => {
  const leaving = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) leaving.abort(reason ?? requestTimeout());
  });
  return leaving.signal;
};

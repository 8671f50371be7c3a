import type { ServerResponse } from 'node:http';
import { finished } from 'node:stream';
import { requestTimeout } from '../errors/errors.ts';

/** A signal that ends, for a reason, when the client closes its connection before it has the answer, or already has. */
export const clientLeft = (response: ServerResponse, reason?: Error): AbortSignal => {
  const leaving = new AbortController();
  finished(response, () => {
    if (!response.writableFinished) leaving.abort(reason ?? requestTimeout());
  });
  return leaving.signal;
};

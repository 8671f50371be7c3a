import { ModelError } from './model.ts';

/** Bytes of an answer, at most: a model that never ends is cut off. */
const MOST_BYTES = 256 * 1024;

/** A fetch whose answers end at a limit of bytes and with the signal, and that follows no redirect to anybody else. */
export const boundedFetch =
  (signal: AbortSignal): typeof fetch =>
  async (url, init) => {
    const ends = init?.signal ? AbortSignal.any([init.signal, signal]) : signal;
    const response = await fetch(url, { ...init, redirect: 'error', signal: ends });
    let bytes = 0;
    const counted = response.body?.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform: (chunk, controller) => {
          bytes += chunk.length;
          if (bytes > MOST_BYTES) controller.error(new ModelError('The model said too much'));
          else controller.enqueue(chunk);
        },
      }),
    );
    return new Response(counted ?? null, response);
  };

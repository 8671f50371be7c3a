import http, { type IncomingHttpHeaders } from 'node:http';
import https from 'node:https';
import { Readable } from 'node:stream';
import { ProviderError } from './provider-error.ts';

/** One request to a provider. `bytes`: the length of `body`, which a stream cannot tell. */
export type Asked = {
  method: 'GET' | 'POST' | 'DELETE';
  url: URL;
  headers: Record<string, string>;
  body?: Readable | Uint8Array;
  bytes?: number;
  signal: AbortSignal;
  /** Milliseconds of silence after which the provider counts as gone. */
  silence_ms: number;
};

export type Answered = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** Bytes that an answer may have: hours of words with everything that a provider adds have less. */
const ANSWER_LIMIT = 64 * 1024 * 1024;

/**
 * Sends a request, its body as a stream, and reads the whole answer whatever its status. Redirects are not followed.
 * Throws ProviderError where the provider cannot be reached, falls silent or breaks off; the signal's reason where that ends it.
 */
export const exchange = async (asked: Asked): Promise<Answered> => {
  const { url, method, headers, body, bytes = (body as Uint8Array)?.length, signal, silence_ms } = asked;
  const { promise: answered, resolve, reject } = Promise.withResolvers<http.IncomingMessage>();
  const silent = new ProviderError('provider_silent', { seconds: Math.round(silence_ms / 1000) });
  const request = (url.protocol === 'https:' ? https : http).request(url, {
    method,
    headers: { ...headers, ...(bytes !== undefined && { 'content-length': bytes }) },
    signal,
  });
  request.setTimeout(silence_ms, () => request.destroy(silent));
  request.on('response', resolve).on('error', reject);
  if (body instanceof Readable) sendStream(body, request);
  else request.end(body);
  try {
    return await readAnswer(await answered);
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof ProviderError ? error : unreachable(error as NodeJS.ErrnoException);
  } finally {
    request.destroy();
  }
};

const sendStream = (body: Readable, request: http.ClientRequest) => {
  body.on('error', () => request.destroy(new ProviderError('recording_unreadable')));
  request.on('close', () => body.destroy());
  body.pipe(request);
};

const readAnswer = async (response: http.IncomingMessage): Promise<Answered> => {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of response) {
      size += chunk.length;
      if (size > ANSWER_LIMIT) throw new ProviderError('answer_too_large', {}, { final: true });
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ProviderError) throw error;
    throw new ProviderError('answer_broken_off');
  }
  return { status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) };
};

const unreachable = ({ code }: NodeJS.ErrnoException) =>
  new ProviderError('provider_unreachable', code ? { cause: code } : {});

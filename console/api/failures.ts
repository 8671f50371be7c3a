import { PharosError } from '@pharos/client/error.ts';

/** Milliseconds after which what could not be sent is tried again. */
export const RETRY_AFTER = 10_000;

/** Tells a status that would stay the same if asked again; 401 ends with the next sign-in. */
export const isPermanent = (status: number): boolean =>
  status >= 400 && status < 500 && ![401, 408, 423, 429].includes(status);

/** The version that the server itself has just given is refused as an older one: something in between changes requests. */
export class SameVersionRefused extends Error {}

/** A failure after which the same request may go well. */
export const isTransient = (error: Error): boolean =>
  error instanceof PharosError ? !isPermanent(error.status_code) : !(error instanceof SameVersionRefused);

/** Refusal of a request by somebody who is not signed in, or no longer. */
export const isSignedOut = (error: unknown): boolean => error instanceof PharosError && error.status_code === 401;

/** Status 413 that is not Pharos' own, whose refusals have a request's name: a proxy does not let the body through. */
export const isProxyLimit = (error: unknown): boolean =>
  error instanceof PharosError && error.status_code === 413 && error.request_id === null;

import type { JobRemark } from '@pharos/contract/job-reasons.ts';
import type { ProviderName } from '@pharos/contract/jobs.ts';
import type { Recording } from '../recording.ts';

/** Address at which a provider can report that it is done, and the secret that identifies it there. */
export type Callback = { url: URL; secret: string };

/** Options that a provider gets with the recording. */
export type Wish = {
  signal: AbortSignal;
  /** Number of this attempt, from 1. */
  attempt: number;
  /** Null where this server cannot be reached from outside. */
  callback: Callback | null;
};

/** The provider's result, byte for byte as it came; `remark`: what is to be known of it. */
export type Result = { result: Uint8Array; remark?: JobRemark };

/** Work that has begun at the provider: its id there, and the ms to wait before looking for it. */
export type Begun = { provider_id: string | null; look_after_ms: number };

/** A speech service. Everything that it cannot do is thrown as ProviderError. */
export type Provider = {
  name: ProviderName;
  /** True if the provider can report by itself that it is done. */
  calls_back: boolean;
  /** Hands the recording over; the result is there at once, or something has begun. */
  begin(recording: Recording, wish: Wish): Promise<Result | Begun>;
  /** Looks whether what has begun is done; if not, when to look again. `looked`: how often was looked before. */
  collect(provider_id: string | null, looked: number, signal: AbortSignal): Promise<Result | Begun>;
  /** Has the provider delete what it was given and what it made of it; absent where it offers no way. */
  forget?(provider_id: string, signal: AbortSignal): Promise<void>;
};

export type ProviderSettings = { base_url: string; api_key?: string };

/** An address below a provider's base, which may have a path of its own. */
export const addressAt = (base_url: string, path: string, query: Record<string, string> = {}): URL => {
  const url = new URL(base_url);
  url.pathname = url.pathname.replace(/\/$/, '') + path;
  url.search = new URLSearchParams(query).toString();
  return url;
};

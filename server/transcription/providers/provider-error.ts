import type { JobReason, JobReasonCode } from '@pharos/contract/job-reasons.ts';
import type { Given } from '@pharos/contract/table/refusals.ts';

const LONGEST = 300;

/**
 * Reason why a provider gave no words, as a code with its values; never with a key in them. A `final` error would only happen
 * again; any other is retried, and not before `retry_after_ms` where the provider asks for that. With `restart`, the work
 * begun at the provider is lost, and the job begins again.
 */
export class ProviderError extends Error {
  override name = 'ProviderError';
  readonly reason: JobReason;
  readonly final: boolean;
  readonly restart: boolean;
  readonly retry_after_ms: number;

  constructor(
    code: JobReasonCode,
    given: Given = {},
    {
      final = false,
      restart = false,
      retry_after_ms = 0,
    }: { final?: boolean; restart?: boolean; retry_after_ms?: number } = {},
  ) {
    super(code);
    this.reason = { code, ...(Object.keys(given).length > 0 && { given }) };
    this.final = final;
    this.restart = restart;
    this.retry_after_ms = retry_after_ms;
  }
}

/** A provider's own words, fit to be kept and shown: one line, not long, and without our secrets. */
export const quoted = (words: string, secrets: (string | undefined)[]): string => {
  const clean = secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, '…') : text), words);
  const line = clean.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

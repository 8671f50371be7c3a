const LONGEST = 300;

/**
 * Why a provider gave no words, as people are told; never with a key in it. What is `final` would only happen again;
 * the rest is tried again, and not before `retry_after_ms` where the provider asks for that. `anew`: what was begun at
 * the provider is lost, and has to be begun anew.
 */
export class ProviderError extends Error {
  override name = 'ProviderError';
  readonly final: boolean;
  readonly anew: boolean;
  readonly retry_after_ms: number;

  constructor(
    message: string,
    {
      final = false,
      anew = false,
      retry_after_ms = 0,
    }: { final?: boolean; anew?: boolean; retry_after_ms?: number } = {},
  ) {
    super(message);
    this.final = final;
    this.anew = anew;
    this.retry_after_ms = retry_after_ms;
  }
}

/** A provider's own words, fit to be kept and shown: one line, not long, and without our secrets. */
export const quoted = (words: string, secrets: (string | undefined)[]): string => {
  const clean = secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, '…') : text), words);
  const line = clean.replaceAll(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
};

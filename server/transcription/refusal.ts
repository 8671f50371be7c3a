import type { Given } from '@pharos/contract/table/refusals.ts';
import { readRetryAfter } from '../platform/http/retry-after.ts';
import { bareNumberIn } from '../transcripts/reading/json.ts';
import { ProviderError, quoted } from './providers/provider-error.ts';
import type { Answered } from './providers/provider-http.ts';

/** Statuses after which the same request may well succeed later; every other 4xx would only be repeated. */
const PASSING = new Set([408, 409, 425, 429]);

/** Longest wait that a provider can ask for: an hour. */
const LONGEST_WAIT_MS = 60 * 60 * 1000;

/** Error for an unsuccessful answer, in the provider's own words. */
export const refusalOf = ({ status, headers, body }: Answered, secrets: (string | undefined)[]): ProviderError => {
  const { code, words, request_id } = wordsIn(body);
  const given: Given = { status };
  for (const [name, text] of Object.entries({ provider_code: code, words, request_id })) {
    if (text) given[name] = quoted(text, secrets);
  }
  const final = status < 500 && !PASSING.has(status);
  return new ProviderError('provider_refused', given, {
    final,
    retry_after_ms: readRetryAfter(headers['retry-after'], LONGEST_WAIT_MS),
  });
};

type Told = { code?: string; words?: string; request_id?: string };

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

/** Deepgram: err_code, err_msg, or category, message, details; AssemblyAI: error; OpenAI: error.message, or detail. */
const wordsIn = (body: Buffer): Told => {
  const json = parsed(body);
  if (!json) return { words: text(body.subarray(0, 1000).toString().trim()) };
  const inner = (typeof json.error === 'object' && json.error !== null ? json.error : {}) as Record<string, unknown>;
  return {
    code: text(json.err_code) ?? text(json.category) ?? text(inner.code),
    words:
      text(json.err_msg) ??
      ([text(json.message), text(json.details)].filter(Boolean).join(' ') || undefined) ??
      text(json.error) ??
      text(inner.message) ??
      text(json.detail),
    request_id: text(json.request_id),
  };
};

const parsed = (body: Buffer): Record<string, unknown> | null => {
  try {
    const json: unknown = JSON.parse(body.toString());
    return typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : null;
  } catch {
    return null;
  }
};

/**
 * The JSON object of an answer that is a success. What is no JSON counts as broken off, and may succeed when asked again;
 * NaN, as Python writes it for what it could not compute, would come again.
 */
export const objectOf = ({ body }: Answered): Record<string, unknown> => {
  const json = parsed(body);
  if (json) return json;
  const bare = bareNumberIn(body.toString());
  if (!bare) throw new ProviderError('answer_invalid');
  throw new ProviderError('answer_invalid', { value: bare }, { final: true });
};

export const isSuccess = ({ status }: Answered): boolean => status >= 200 && status < 300;

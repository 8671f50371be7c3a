import type OpenAI from 'openai';
import type { JsonSchema } from './answer-schema.ts';
import { boundedFetch } from './bounded-fetch.ts';
import { type Asked, type Model, ModelError, type Told } from './model.ts';

/** Settings of a model; prices are US dollars for a million tokens. */
export type ModelSettings = {
  base_url: string;
  api_key?: string;
  model: string;
  daily_tokens: number;
  input_price: number;
  output_price: number;
};

/** Milliseconds for an answer, with all that is tried again. */
const TIMEOUT_MS = 60_000;
const MOST_RETRIES = 2;
const MOST_TOKENS = 1_500;
const MILLION = 1_000_000;

/** Ways to ask for JSON of a shape, the strictest first: servers know the first, the second, or neither. */
const FORMATS = [
  ({ name, schema }: JsonSchema) => ({ type: 'json_schema', json_schema: { name, schema, strict: true } }) as const,
  () => ({ type: 'json_object' }) as const,
  () => undefined,
];

/** Opens any server with OpenAI's `POST /chat/completions`: Ollama, llama.cpp, vLLM or a hosted one. */
export const openChatServer = (
  { base_url, api_key = 'none', model: name, daily_tokens, input_price, output_price }: ModelSettings,
  { timeout_ms = TIMEOUT_MS } = {},
): Model => {
  // Loaded with the first question: an installation without a model never does.
  const client = async (signal: AbortSignal): Promise<OpenAI> =>
    new (await import('openai')).default({
      baseURL: base_url,
      apiKey: api_key,
      timeout: timeout_ms,
      maxRetries: MOST_RETRIES,
      fetch: boundedFetch(signal),
      logLevel: 'off',
    });
  let format = 0;

  const askOnce = async ({ system, user, schema, signal }: Asked, late: AbortSignal): Promise<Told> => {
    const ends = signal ? AbortSignal.any([signal, late]) : late;
    const response_format = FORMATS[format]?.(schema);
    const completion = await (await client(ends)).chat.completions.create(
      {
        model: name,
        messages: [
          { role: 'system', content: system },
          { role: 'user', content: user },
        ],
        temperature: 0,
        max_tokens: MOST_TOKENS,
        ...(response_format && { response_format }),
      },
      { signal: ends },
    );
    const content = completion.choices?.[0]?.message?.content;
    if (typeof content !== 'string') throw new ModelError('The model gave no answer');
    const { prompt_tokens, completion_tokens } = completion.usage ?? {};
    // Where the server does not count, four characters are a token.
    const input_tokens = countOf(prompt_tokens) ?? Math.ceil((system.length + user.length) / 4);
    const output_tokens = countOf(completion_tokens) ?? Math.ceil(content.length / 4);
    const cost = (input_tokens * input_price + output_tokens * output_price) / MILLION;
    return { content, model: String(completion.model ?? name).slice(0, 255), input_tokens, output_tokens, cost };
  };

  const ask = async (asked: Asked): Promise<Told> => {
    const late = AbortSignal.timeout(timeout_ms);
    for (;;) {
      try {
        return await askOnce(asked, late);
      } catch (error) {
        asked.signal?.throwIfAborted();
        const { status } = error as { status?: number };
        if ((status === 400 || status === 422) && format < FORMATS.length - 1) format += 1;
        else
          throw error instanceof ModelError ? error : new ModelError('The model could not be asked', { cause: error });
      }
    }
  };
  return { name, daily_tokens, ask };
};

const countOf = (tokens: unknown): number | null =>
  typeof tokens === 'number' && Number.isSafeInteger(tokens) && tokens >= 0 ? tokens : null;

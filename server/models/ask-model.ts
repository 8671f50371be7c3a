import { createHash } from 'node:crypto';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { openWorkerPool, type WorkerPool } from '../platform/worker-pool/worker-pool.ts';
import type { CallFacts } from '../understanding/call.ts';
import { readStatements, STATEMENTS } from './answer-schema.ts';
import { type Model, ModelError } from './model.ts';
import type { Checked, Read, Reading } from './model-thread.ts';
import { SYSTEM } from './prompt.ts';
import { addUsage, findModelSettings, findUsedTokens, type Usage } from './queries.ts';

const LIMIT_MS = 20_000;
const MEMORY_MB = 512;

/** A model, if one is set up, and the threads that write for it and check what it says. */
export type Models = { model: Model | null; threads: WorkerPool<Reading, Read> };

export const openModels = (model: Model | null): Models => ({
  model,
  threads: openWorkerPool({
    file: new URL('./model-thread.ts', import.meta.url),
    at_once: 2,
    each: 1,
    most_waiting: 16,
    limit_ms: LIMIT_MS,
    memory_mb: MEMORY_MB,
  }),
});

/** Answer of a model, each statement checked against the words of the call. */
export type ModelAnswer = Usage & {
  model: string;
  /** SHA-256 of what the model was sent, in hex. */
  prompt_digest: string;
  statements: (Checked & { evidence: NonNullable<Checked['evidence']> })[];
  /** Statements that the words do not bear out; empty where the organization does not want to see them. */
  unsupported: string[];
};

type Question = {
  database: ScopedDatabase;
  organization_uuid: string;
  transcript: Uint8Array;
  facts: CallFacts;
  question: string;
  signal?: AbortSignal | undefined;
};

/**
 * Asks the model about a call; null where there is none, the organization has not switched it on, or has used up its day.
 * Throws ModelError where the model does not answer.
 */
export const askModel = async (
  { model, threads }: Models,
  { database, organization_uuid, transcript, facts, question, signal }: Question,
): Promise<ModelAnswer | null> => {
  if (!model) return null;
  const [settings, used] = await Promise.all([
    findModelSettings(database, organization_uuid),
    findUsedTokens(database, organization_uuid),
  ]);
  if (!settings.uses_model || (used?.tokens ?? 0) >= model.daily_tokens) return null;
  const whose = { organization_uuid, signal };
  const written = await threads.run({ transcript, facts, question }, whose);
  const user = 'prompt' in written ? written.prompt : '';
  const { content, model: name, ...usage } = await model.ask({ system: SYSTEM, user, schema: STATEMENTS, signal });
  await addUsage(database, organization_uuid, new Date().toISOString().slice(0, 10), usage);
  const statements = readStatements(content);
  if (statements === null) throw new ModelError('The model gave no answer in the shape that it was asked for');
  const read = await threads.run({ transcript, facts, statements }, whose);
  const checked = 'checked' in read ? read.checked : [];
  return {
    model: name,
    ...usage,
    prompt_digest: createHash('sha256').update(`${SYSTEM}\n${user}`).digest('hex'),
    statements: checked.flatMap(({ text, evidence }) => (evidence ? [{ text, evidence }] : [])),
    unsupported: settings.shows_unsupported ? checked.filter(({ evidence }) => !evidence).map(({ text }) => text) : [],
  };
};

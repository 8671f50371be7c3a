import type { TemplateRow } from '../generation-templates/queries.ts';
import { askModel, type ModelAnswer, type Models } from '../models/ask-model.ts';
import { ModelError } from '../models/model.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { LimitExceeded } from '../platform/worker-pool/worker-pool.ts';
import type { CallFacts } from '../understanding/call.ts';
import type { Home } from './facts.ts';
import type { RunResult } from './run-template.ts';

/** True where only a model can do what a template says: it has instructions, and neither rules nor phrases. */
export const wantsModel = (
  { rules, exact_phrases, instructions, execution_type }: TemplateRow,
  { uses_model }: Home,
): boolean => {
  const phrases = (exact_phrases?.parse() ?? []) as unknown[];
  if (rules !== null || phrases.length > 0 || instructions.trim() === '') return false;
  // A summary is made of the call's own sentences where no model may phrase one.
  return execution_type !== 'summary' || uses_model;
};

type Asking = {
  database: ScopedDatabase;
  organization_uuid: string;
  transcript: Uint8Array;
  facts: Required<CallFacts>;
  signal?: AbortSignal | undefined;
};

/** Asks a model to do what a template says. Only what the words of the call bear out is a result. */
export const runByModel = async (
  models: Models,
  { instructions: question, execution_type }: TemplateRow,
  asking: Asking,
): Promise<RunResult & { took_ms: number }> => {
  const begun = performance.now();
  const told = await askModel(models, { ...asking, question }).catch((error: unknown) => {
    if (error instanceof ModelError || error instanceof LimitExceeded) return null;
    throw error;
  });
  const took_ms = Math.round(performance.now() - begun);
  if (!told) {
    return { engine: 'model', error: 'no_model', occurs: null, text: null, found: [], took_ms };
  }
  const found = told.statements.map(({ text, evidence }) => ({ name: 'statement', value: text, evidence }));
  return {
    engine: 'model',
    error: null,
    occurs: execution_type === 'detection' ? found.length > 0 : null,
    text: execution_type === 'summary' ? found.map(({ value }) => value).join(' ') : null,
    found,
    told: toldBy(told),
    took_ms,
  };
};

const toldBy = ({ statements: _statements, ...told }: ModelAnswer): NonNullable<RunResult['told']> => told;

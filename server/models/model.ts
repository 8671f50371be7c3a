import type { JsonSchema } from './answer-schema.ts';

/** Request to a model. What people said stands in `user` alone, as data. */
export type Asked = { system: string; user: string; schema: JsonSchema; signal?: AbortSignal | undefined };

/** Answer of a model as it came, not yet read, with what it took. */
export type Told = { content: string; model: string; input_tokens: number; output_tokens: number; cost: number };

/** Language model that the operator set up; an organization still has to switch it on for itself. */
export type Model = {
  name: string;
  /** Tokens that an organization may use on a day. */
  daily_tokens: number;
  /** Asks once; throws ModelError where there is no answer. */
  ask(asked: Asked): Promise<Told>;
};

/** Failure of a model server: it cannot be reached, took too long, refused or said too much. */
export class ModelError extends Error {
  override name = 'ModelError';
}

import sql from 'sql-template-tag';
import type { Transaction } from '../platform/database/database.ts';

/** An organization's own switches. */
export const findModelSettings = (tx: Transaction, organization_uuid: string) =>
  tx.one<{ uses_model: boolean; shows_unsupported: boolean }>(sql`
    select uses_model, shows_unsupported from organizations where uuid = ${organization_uuid}`);

/** Tokens that an organization has used on the day that it is in UTC. */
export const findUsedTokens = (tx: Transaction, organization_uuid: string) =>
  tx.row<{ tokens: number }>(sql`
    select input_tokens + output_tokens as tokens from model_usage
    where organization_uuid = ${organization_uuid} and day = (statement_timestamp() at time zone 'UTC')::date`);

export type Usage = { input_tokens: number; output_tokens: number; cost: number };

/** Counts a request to a model. */
export const addUsage = (tx: Transaction, organization_uuid: string, day: string, usage: Usage) =>
  tx.rows(sql`
    insert into model_usage (organization_uuid, day, requests, input_tokens, output_tokens, cost)
    values (${organization_uuid}, ${day}, 1, ${usage.input_tokens}, ${usage.output_tokens}, ${usage.cost})
    on conflict (organization_uuid, day) do update set requests = model_usage.requests + 1,
      input_tokens = model_usage.input_tokens + excluded.input_tokens,
      output_tokens = model_usage.output_tokens + excluded.output_tokens,
      cost = model_usage.cost + excluded.cost`);

import { randomUUID } from 'node:crypto';
import type { Ask } from './ask.ts';
import { type Difference, type Json, openTrial, type Rule, Skipped, Stopped } from './rule.ts';

export type Outcome = { rule: Rule; state: 'kept' | 'differs' | 'skipped'; differences: Difference[]; reason?: string };

/** Record that rules can write to: a call of its own where the server makes one, else one that was named. */
type Ground = { call_uuid: string; case_uuid: string; remove(): Promise<void> };

/** A server that nothing can be found out about; the message says why. */
export class NoGround extends Error {
  override name = 'NoGround';
}

/** Makes a case and a call to try on, or takes the call that may be overwritten. Throws NoGround. */
export const openGround = async (ask: Ask, call_uuid?: string): Promise<Ground> => {
  const create = async (path: string, body: Json) => {
    const answer = await ask({ method: 'POST', path, body });
    if (answer.status === 401)
      throw new NoGround('The token is refused with 401. Set PHAROS_TOKEN to one that may write.');
    if (answer.status !== 201) {
      throw new NoGround(
        `POST ${path} was answered with ${answer.status}. Name a call that may be overwritten: --call UUID`,
      );
    }
    return String(recordIn(answer.json).uuid);
  };
  if (call_uuid !== undefined) {
    const { status, json } = await ask({ method: 'GET', path: `/v1/calls/${call_uuid}` });
    if (status !== 200)
      throw new NoGround(`GET /v1/calls/${call_uuid} was answered with ${status}. Is it the token's call?`);
    return { call_uuid, case_uuid: String(recordIn(json).case_uuid), remove: async () => {} };
  }
  const case_uuid = await create('/v1/cases', { last_name: `Conformance ${randomUUID().slice(0, 8)}` });
  const own_call = await create('/v1/calls', { case_uuid });
  const remove = async () => void (await ask({ method: 'DELETE', path: `/v1/cases/${case_uuid}` }));
  return { call_uuid: own_call, case_uuid, remove };
};

/** Record of an answer, also of a server that forgets the envelope, which is a difference of its own. */
const recordIn = (json: unknown): Json => ((json as Json | undefined)?.data ?? json ?? {}) as Json;

/** Finds out about each rule in turn; a rule that cannot be tried differs by that. */
export const runRules = async (
  rules: readonly Rule[],
  ask: Ask,
  { has_other, call_uuid }: { has_other: boolean; call_uuid?: string },
): Promise<Outcome[]> => {
  const ground = await openGround(ask, call_uuid);
  const outcomes: Outcome[] = [];
  for (const rule of rules) {
    if (rule.needs_other && !has_other) {
      outcomes.push({ rule, state: 'skipped', differences: [], reason: 'PHAROS_OTHER_TOKEN is not set' });
      continue;
    }
    const trial = openTrial(ask, rule.rule, ground);
    const { differences } = trial;
    try {
      await rule.run(trial);
    } catch (error) {
      if (error instanceof Skipped) {
        outcomes.push({ rule, state: 'skipped', differences: [], reason: error.message });
        continue;
      }
      const { message, cause } = error as Error;
      const why = cause instanceof Error ? cause.message : message;
      if (!(error instanceof Stopped)) trial.differ({ method: 'any request', path: '' }, 'an answer', why);
    }
    outcomes.push({ rule, state: differences.length === 0 ? 'kept' : 'differs', differences });
  }
  await ground.remove();
  return outcomes;
};

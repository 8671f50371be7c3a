import { randomUUID } from 'node:crypto';
import type { AuditEvent } from '@pharos/contract/audit.ts';
import type { Actor } from '../auth/actor.ts';
import type { Transaction } from '../database/database.ts';
import { insertEvent, type NewEvent } from './queries.ts';

/** To what an action was done; versions where it has any. */
export type Subject = Pick<AuditEvent, 'subject_type'> &
  Partial<Pick<AuditEvent, 'subject_uuid' | 'outcome' | 'before_version' | 'after_version'>>;

/** Records what the actor does, in the transaction that does it: neither is there without the other. */
export const record = (tx: Transaction, actor: Actor, subject: Subject) => insertEvent(tx, eventOf(actor, subject));

/** What the actor does, for a statement that records it itself. */
export const eventOf = (actor: Actor, subject: Subject): NewEvent => ({
  uuid: randomUUID(),
  organization_uuid: actor.organization_uuid,
  actor_uuid: actor.user_uuid || null,
  action: actor.action,
  request_id: actor.request_id,
  address: actor.address,
  subject_type: subject.subject_type,
  subject_uuid: subject.subject_uuid ?? null,
  outcome: subject.outcome ?? 'ok',
  before_version: subject.before_version ?? null,
  after_version: subject.after_version ?? null,
});

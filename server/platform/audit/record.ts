import { randomUUID } from 'node:crypto';
import type { AuditEvent } from '@pharos/contract/audit.ts';
import { type Actor, type NobodyActor, userOf } from '../auth/actor.ts';
import type { OpenTransaction, ScopedDatabase } from '../database/database.ts';
import { insertEvents, type NewEvent } from './queries.ts';

/** The object of an action, with versions if it has any. */
export type Subject = Pick<AuditEvent, 'subject_type'> &
  Partial<Pick<AuditEvent, 'subject_uuid' | 'outcome' | 'before_version' | 'after_version' | 'listed'>>;

/** A thing as the audit names it, with the version that it has, or that it had before a change. */
export const subject = (subject_type: string, { uuid, version }: { uuid: string; version: number }): Subject => ({
  subject_type,
  subject_uuid: uuid,
  before_version: version || null,
});

/** An actor as the audit can name them; an unauthenticated one is recorded in the organization that they addressed. */
export type RecordedActor = Actor | (NobodyActor & { organization_uuid: string });

/** Records what the actor does, in the transaction that does it: neither is there without the other. */
export const record = (tx: OpenTransaction, actor: RecordedActor, subject: Subject): void =>
  insertEvents(tx, [eventOf(actor, subject)]);

/** The calls whose words are read, each of which is an event. */
export const readingsOf = (calls: { uuid: string }[]): Subject[] =>
  calls.map(({ uuid }) => ({ subject_type: 'call', subject_uuid: uuid }));

/** Records what the actor reads, where nothing else is written; nobody waits until that is on disk. */
export const recordReadings = (database: ScopedDatabase, actor: RecordedActor, subjects: Subject[]): Promise<void> =>
  database.transaction(
    async (tx) =>
      insertEvents(
        tx,
        subjects.map((subject) => eventOf(actor, subject)),
      ),
    {
      lazy: true,
    },
  );

const eventOf = (actor: RecordedActor, subject: Subject): NewEvent => ({
  uuid: randomUUID(),
  organization_uuid: actor.organization_uuid,
  actor_uuid: userOf(actor),
  action: actor.action,
  request_id: actor.request_id,
  address: actor.address,
  subject_type: subject.subject_type,
  subject_uuid: subject.subject_uuid ?? null,
  outcome: subject.outcome ?? 'ok',
  before_version: subject.before_version ?? null,
  after_version: subject.after_version ?? null,
  listed: subject.listed ?? null,
});

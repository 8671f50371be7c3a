import type { Routes } from '@pharos/contract/table/routes.ts';
import { answerOf, lockCall, writeCall } from '../calls/change.ts';
import { findCall } from '../calls/queries.ts';
import { record, subject } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import { limitOf, mayWorkAt } from '../platform/auth/location.ts';
import type { OpenTransaction } from '../platform/database/database.ts';
import { conflict, forbidden, noSuch, notFound } from '../platform/errors/errors.ts';
import { requireMatch, versioned } from '../platform/http/etag.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { moveParts } from './joining/queries.ts';
import { hasCalls, type LockedEnd, lockCases, markCaseBack, markEmptyCaseDeleted } from './queries.ts';

type Move = RouteRequest<Routes['calls']['move']>;

/**
 * Moves a call to another case, as its next version. A case that was opened for calls without one goes when its last
 * call does, and comes back when a call is moved to it again: so a move is undone by another.
 */
export const moveCall = async ({ database, actor, params, body, if_match }: Move) => {
  const { organization_uuid, user_uuid: by } = actor;
  const call = await database.transaction(async (tx) => {
    const seen = await findCall(tx, organization_uuid, params.call_uuid);
    if (!seen) throw notFound('call');
    // Cases first, as whoever deletes a case with its calls does.
    const ends = await lockCases(tx, organization_uuid, [seen.case_uuid, body.case_uuid]);
    const current = await lockCall(tx, actor, params.call_uuid);
    const [from, to] = [seen.case_uuid, body.case_uuid.toLowerCase()].map((uuid) =>
      ends.find((end) => end.uuid === uuid),
    );
    if (!to || !from || (to.deleted_at !== null && to.identified)) throw noSuch('case', '/case_uuid');
    if (current.case_uuid !== from.uuid)
      throw conflict('call_moved', 'This call was just moved by somebody else; read it to see where it is');
    requireOwnEnds(actor, from, to);
    if (from.uuid === to.uuid) {
      record(tx, actor, { ...subject('call', current), after_version: current.version });
      return answerOf(tx, current);
    }
    requireMatch(if_match, current.version);
    requireNoHold(from);
    if (to.deleted_at !== null) {
      await markCaseBack(tx, to);
      record(tx, actor, { subject_type: 'case', subject_uuid: to.uuid, after_version: to.version });
    }
    const note = { kind: 'moved' as const, from_case_uuid: from.uuid, to_case_uuid: to.uuid };
    const next = writeCall(tx, actor, { ...current, case_uuid: to.uuid }, {}, ['case_uuid'], { by, note });
    await moveParts(tx, organization_uuid, next.uuid, to.uuid);
    await leaveCase(tx, actor, from);
    return answerOf(tx, next);
  });
  return versioned(call);
};

/** Deletes a case that was opened for calls without one, once its last call has left it. */
export const leaveCase = async (tx: OpenTransaction, actor: UserActor, from: LockedEnd): Promise<void> => {
  if (from.identified || (await hasCalls(tx, actor.organization_uuid, from.uuid))) return;
  await markEmptyCaseDeleted(tx, from, actor.user_uuid);
  record(tx, actor, subject('case', from));
};

/** Throws 409 where the calls of a case have to stay in it. */
export const requireNoHold = ({ on_hold }: LockedEnd): void => {
  if (on_hold)
    throw conflict('case_on_hold', "This call's case is on hold, so its calls stay in it until the hold is released");
};

export const requireOwnEnds = (actor: UserActor, from: LockedEnd, to: LockedEnd) => {
  if (!mayWorkAt(actor, from.location_uuid) || !mayWorkAt(actor, to.location_uuid))
    throw forbidden('location_not_permitted', 'That case belongs to another location than yours');
  // A case without a location is everybody's, also that of people who may not see this call.
  if (limitOf(actor) !== null && from.location_uuid !== null && to.location_uuid === null)
    throw forbidden('location_not_permitted', 'You are limited to locations, so you cannot take a call out of its own');
};

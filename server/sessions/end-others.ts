import type { Routes } from '@pharos/contract/table/routes.ts';
import { endSessions } from '../me/queries.ts';
import { record } from '../platform/audit/record.ts';
import { notFound } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { endSession, findSession } from './queries.ts';

/** Ends one of the actor's own sessions at once. */
export const endOne = ({ database, actor, params }: RouteRequest<Routes['sessions']['endOne']>) =>
  database.transaction(async (tx) => {
    const { organization_uuid, user_uuid } = actor;
    const { session_uuid } = params;
    if (!(await findSession(tx, organization_uuid, user_uuid, session_uuid))) throw notFound('session');
    await endSession(tx, organization_uuid, session_uuid);
    record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
  });

/** Ends the actor's sessions but the one that they came with, if they came with one. */
export const endOthers = ({ database, actor }: RouteRequest<Routes['sessions']['endOthers']>) =>
  database.transaction(async (tx) => {
    const { organization_uuid, user_uuid, session_uuid } = actor;
    await endSessions(tx, organization_uuid, user_uuid, session_uuid);
    record(tx, actor, { subject_type: 'user', subject_uuid: user_uuid });
  });

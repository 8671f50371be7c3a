import type { Change } from '@pharos/contract/changes.ts';
import { readCallWords } from '../calls/get.ts';
import { findCase } from '../cases/queries.ts';
import { server } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { Refusal } from '../platform/errors/errors.ts';
import { versioned } from '../platform/http/etag.ts';
import { printed } from '../platform/json/print-json.ts';
import type { WebhookRow } from './queries.ts';

/** Body of a delivery: the change, and with a whole payload the call or the case as it is now; null where it is gone. */
export const bodyOf = async (
  database: ScopedDatabase,
  { organization_uuid, payload }: WebhookRow,
  change: Change,
): Promise<string> => {
  const { type, at: timestamp, call_uuid, case_uuid } = change;
  const more =
    payload === 'thin'
      ? {}
      : type.startsWith('case.') || type.startsWith('hold.')
        ? { case: await caseOf(database, organization_uuid, case_uuid) }
        : { call: await callOf(database, organization_uuid, call_uuid) };
  return Buffer.from(printed({ type, timestamp, data: { ...change, ...more } })).toString();
};

const caseOf = async (database: ScopedDatabase, organization_uuid: string, case_uuid: string | null) => {
  const found = case_uuid && (await findCase(database, organization_uuid, case_uuid));
  return found ? versioned(found).data : null;
};

/** A call with its words, which is recorded as a reading of them. */
const callOf = async (database: ScopedDatabase, organization_uuid: string, call_uuid: string | null) => {
  if (call_uuid === null) return null;
  const actor = server(organization_uuid, 'webhooks.deliver');
  const found = await readCallWords(database, actor, call_uuid).catch((error: unknown) => {
    if (error instanceof Refusal && error.status === 404) return null;
    throw error;
  });
  return found ? versioned(found).data : null;
};

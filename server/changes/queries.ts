import sql, { empty } from 'sql-template-tag';
import { atLocations } from '../platform/auth/queries.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { ChangeRow } from './change-row.ts';
import { CHANGING_ACTIONS } from './types-of.ts';

/** Part of an organization's history: the positions after `after`, up to `until`. */
export type Stretch = { after: number; until: number };

// What was refused is no change. That a transcription has failed is one.
const isChange = sql`
  audit_events.action = any(${CHANGING_ACTIONS}::text[]) and audit_events.subject_uuid is not null
  and (audit_events.outcome = 'ok'
    or (audit_events.outcome = 'failed' and audit_events.action = 'transcription.finish'
      and audit_events.subject_type = 'job'))
  and (audit_events.before_version is null or audit_events.before_version is distinct from audit_events.after_version)`;

/** Events of a stretch that may be changes, in their order; with locations, only what is of their cases or of none. */
export const selectChanges = (
  tx: Transaction,
  organization_uuid: string,
  { after, until }: Stretch,
  location_uuids: string[] | null,
  limit: number,
) =>
  tx.rows<ChangeRow>(sql`
    select audit_events.uuid, audit_events.at, audit_events.actor_uuid, audit_events.action, audit_events.subject_type,
      audit_events.subject_uuid, audit_events.outcome, audit_events.before_version, audit_events.after_version,
      audit_links.position, audit_links.hash, calls.uuid as call_uuid, cases.uuid as case_uuid,
      coalesce(call_versions.changed, case_versions.changed) as changed
    from audit_links
    join audit_events on audit_events.organization_uuid = audit_links.organization_uuid
      and audit_events.uuid = audit_links.event_uuid
    left join recordings on recordings.organization_uuid = ${organization_uuid}
      and recordings.uuid = audit_events.subject_uuid
    left join jobs on jobs.organization_uuid = ${organization_uuid} and jobs.uuid = audit_events.subject_uuid
    left join calls on calls.organization_uuid = ${organization_uuid}
      and calls.uuid = coalesce(recordings.call_uuid, jobs.call_uuid, audit_events.subject_uuid)
    left join cases on cases.organization_uuid = ${organization_uuid}
      and cases.uuid = coalesce(calls.case_uuid, audit_events.subject_uuid)
    left join call_versions on call_versions.organization_uuid = ${organization_uuid}
      and call_versions.call_uuid = audit_events.subject_uuid and call_versions.version = audit_events.after_version
    left join case_versions on case_versions.organization_uuid = ${organization_uuid}
      and case_versions.case_uuid = audit_events.subject_uuid and case_versions.version = audit_events.after_version
    where audit_links.organization_uuid = ${organization_uuid}
      and audit_links.position > ${after} and audit_links.position <= ${until} and ${isChange}
      ${
        location_uuids === null
          ? empty
          : sql`and (audit_events.subject_type not in ('call', 'case', 'recording', 'job')
              or (cases.uuid is not null and ${atLocations(location_uuids)}))`
      }
    order by audit_links.position
    limit ${limit}`);

/** The newest position of a stretch that may be a change; null where none is. */
export const findNewestChange = async (tx: Transaction, organization_uuid: string, { after, until }: Stretch) => {
  const { newest } = await tx.one<{ newest: number | null }>(sql`
    select max(audit_links.position) as newest
    from audit_links
    join audit_events on audit_events.organization_uuid = audit_links.organization_uuid
      and audit_events.uuid = audit_links.event_uuid
    where audit_links.organization_uuid = ${organization_uuid}
      and audit_links.position > ${after} and audit_links.position <= ${until} and ${isChange}`);
  return newest;
};

/** The link at a position, if there is one. */
export const findLink = (tx: Transaction, organization_uuid: string, position: number) =>
  tx.row<{ hash: string }>(sql`
    select hash from audit_links where organization_uuid = ${organization_uuid} and position = ${position}`);

/** Tells whether events wait for their links. */
export const hasPending = (tx: Transaction, organization_uuid: string) =>
  tx.row(sql`select from audit_pending where organization_uuid = ${organization_uuid} limit 1`);

import type { AuditEvent } from '@pharos/contract/audit.ts';

/** An event of the audit that may be a change, with the call and the case that it is about, where they are there. */
export type ChangeRow = Omit<AuditEvent, 'subject_uuid' | 'request_id' | 'address' | 'previous_hash'> & {
  subject_uuid: string;
  call_uuid: string | null;
  case_uuid: string | null;
  changed: string[] | null;
};

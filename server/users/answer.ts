import { etagOf } from '../platform/http/etag.ts';
import type { UserRow } from './queries.ts';

/** A user as they are answered: their version becomes the ETag. */
export const answerUser = ({ version, ...data }: UserRow) => ({ data, etag: etagOf(version) });

/** A user as the audit names them. */
export const subjectOf = ({ uuid, version }: UserRow) => ({
  subject_type: 'user',
  subject_uuid: uuid,
  before_version: version || null,
});

import { etagOf } from '../platform/http/etag.ts';
import type { LocationRow } from './queries.ts';

/** A location as it is answered: its version becomes the ETag. */
export const answerLocation = ({ version, ...data }: LocationRow) => ({ data, etag: etagOf(version) });

/** A location as the audit names it. */
export const subjectOf = ({ uuid, version }: LocationRow) => ({
  subject_type: 'location',
  subject_uuid: uuid,
  before_version: version,
});

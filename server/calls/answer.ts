import { etagOf } from '../platform/http/etag.ts';
import type { CallRow } from './queries.ts';

/** A call as it is answered: its version becomes the ETag. */
export const answerCall = ({ version, ...data }: CallRow) => ({ data, etag: etagOf(version) });

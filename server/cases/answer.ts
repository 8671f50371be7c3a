import { etagOf } from '../platform/http/etag.ts';
import type { CaseRow } from './queries.ts';

/** A case as it is answered: its version becomes the ETag. */
export const answerCase = ({ version, ...data }: CaseRow) => ({ data, etag: etagOf(version) });

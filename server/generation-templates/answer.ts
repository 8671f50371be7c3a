import { etagOf } from '../platform/http/etag.ts';
import type { TemplateRow } from './queries.ts';

/** A template as it is answered: its version becomes the ETag. */
export const answerTemplate = ({ version, ...data }: TemplateRow) => ({ data, etag: etagOf(version) });

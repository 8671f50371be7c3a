import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';
import { endOf } from '../ui/forms/form-values.ts';

/** The day that the address asks for. */
export const readDay = ({ at }: Record<string, unknown>): { at?: string } =>
  typeof at === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(at) ? { at } : {};

/** List of what the next purge removes, or one at the end of a day. */
export const duePages = (day?: string) =>
  pagesOf(['due', day ?? ''], (given) => pharos.retention.preview({ ...given, at: day && endOf(day) }));

export const holdPages = () => pagesOf(['holds'], (given) => pharos.retention.listHolds(given));

export const holdsOfCase = (case_uuid: string) =>
  pagesOf(['holds', case_uuid], (given) => pharos.retention.listHoldsOfCase({ ...given, case_uuid }));

export const certificatePages = () => pagesOf(['certificates'], (given) => pharos.retention.listCertificates(given));

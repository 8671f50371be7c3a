import { pagesOf } from '../api/pages.ts';
import { pharos } from '../api/pharos.ts';
import { endOf, startOf } from '../ui/forms/form-values.ts';

export const OUTCOMES = ['ok', 'refused', 'failed'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** Filter of events in the address. Days are in the reader's time zone. */
export type AuditFilter = { action?: string; actor_uuid?: string; outcome?: Outcome; from?: string; to?: string };

/** The filter of an address; what does not belong there is left out. */
export const readFilter = (search: Record<string, unknown>): AuditFilter => {
  const text = (name: string, pattern: RegExp) => {
    const value = search[name];
    return typeof value === 'string' && pattern.test(value) ? { [name]: value } : {};
  };
  return {
    ...text('action', /^.{1,100}$/),
    ...text('actor_uuid', /^[0-9a-f-]{36}$/),
    ...text('outcome', /^(ok|refused|failed)$/),
    ...text('from', /^\d{4}-\d{2}-\d{2}$/),
    ...text('to', /^\d{4}-\d{2}-\d{2}$/),
  };
};

export const auditPages = (filter: AuditFilter = {}) =>
  pagesOf(['audit', filter], (given) => {
    const { from, to, ...rest } = filter;
    return pharos.audit.list({ ...given, ...rest, after: from && startOf(from), before: to && endOf(to) });
  });

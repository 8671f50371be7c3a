import { CASE_DATES, type CaseCall } from '@pharos/contract/cases.ts';
import { queryOptions } from '@tanstack/react-query';
import { pagesOf } from './pages.ts';
import { pharos } from './pharos.ts';

/** Filter of the list of cases, as the URL says. */
export type CaseFilter = {
  q?: string;
  location_uuid?: string;
  date_field?: (typeof CASE_DATES)[number];
  date_from?: string;
  date_to?: string;
  /** The deleted ones, instead of those that are there. */
  deleted?: '1';
};

/** The filter of an address; what does not belong there is left out. */
export const readCaseFilter = (search: Record<string, unknown>): CaseFilter => {
  const text = (name: keyof CaseFilter, pattern: RegExp) => {
    const value = search[name];
    return typeof value === 'string' && pattern.test(value) ? { [name]: value } : {};
  };
  const date_field = CASE_DATES.find((one) => one === search.date_field);
  return {
    ...text('q', /^.{1,200}$/s),
    ...text('location_uuid', /^[0-9a-f-]{36}$/),
    ...(date_field && { date_field }),
    ...text('date_from', /^\d{4}-\d{2}-\d{2}$/),
    ...text('date_to', /^\d{4}-\d{2}-\d{2}$/),
    ...text('deleted', /^1$/),
  };
};

/** The cases, newest first, page by page; with `q` those whose name, number or notes have its words. */
export const casePages = ({ deleted, ...filter }: CaseFilter = {}) =>
  pagesOf(['cases', deleted ?? '', filter], (given) =>
    pharos.cases.list({ ...given, ...filter, ...(deleted && { deleted: true }) }),
  );

/** A case with its calls, and the ETag that a change names. */
export const caseQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['case', case_uuid],
    queryFn: ({ signal }) => pharos.cases.get({ case_uuid, signal }),
  });

/** Case without its calls, whose transcripts are most of the bytes. */
export const caseAloneQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['case', case_uuid, 'alone'],
    queryFn: ({ signal }) => pharos.cases.get({ case_uuid, include_calls: false, signal }),
  });

/** The calls that were deleted from it, and not with it; not those that were made for a file that never came. */
export const deletedCalls = (case_uuid: string) =>
  queryOptions({
    queryKey: ['case', case_uuid, 'deleted calls'],
    queryFn: async ({ signal }) => {
      const { data } = await pharos.cases.get({ case_uuid, include_deleted: true, signal });
      return data.calls.filter((call) => call.deleted_at !== null && !isEmpty(call));
    },
  });

const isEmpty = (call: CaseCall): boolean =>
  (call.transcript ?? call.file_size ?? call.file_path ?? call.duration ?? call.provider_metadata) === null &&
  Object.keys(call.speaker_labels).length === 0;

/** Cases that a call may belong to, and why. */
export const offersQuery = (call_uuid: string) =>
  queryOptions({
    queryKey: ['offers', call_uuid],
    queryFn: async ({ signal }) => (await pharos.calls.offerCases({ call_uuid, signal })).data.items,
  });

const FEW = 6;

/** A few cases that somebody has named and that have these words. */
export const someCases = (q: string) =>
  queryOptions({
    queryKey: ['cases', 'some', q],
    queryFn: async ({ signal }) => (await pharos.cases.list({ q, identified: true, limit: FEW, signal })).data.items,
  });

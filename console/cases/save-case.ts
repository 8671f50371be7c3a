import { PharosError } from '@pharos/client/error.ts';
import type { Reply } from '@pharos/client/methods.ts';
import type { Case, CasePatch } from '@pharos/contract/cases.ts';
import { SameVersionRefused } from '../api/failures.ts';

/** Changed fields of a case, and their values when editing began. */
export type CaseChange = { body: CasePatch; before: CasePatch };

export type CaseApi = {
  patch(body: CasePatch, if_match: string | undefined): Promise<Reply<Case>>;
  get(): Promise<{ etag: string | null; case: Case }>;
};

/** Maximum newer versions that a change is carried over. */
const NEWER = 3;

/**
 * Saves a change also over a newer version in which its fields are as they were; else it is refused as late. Answers with
 * the version that it was saved over.
 */
export const saveCase = async (
  { body, before }: CaseChange,
  if_match: string | undefined,
  api: CaseApi,
): Promise<Reply<Case> & { over: string | undefined }> => {
  let named = if_match;
  for (let left = NEWER; ; left--) {
    try {
      return { ...(await api.patch(body, named)), over: named };
    } catch (error) {
      if (!(error instanceof PharosError) || error.status_code !== 412 || left === 0) throw error;
      const newer = await api.get();
      if (newer.etag === named) throw new SameVersionRefused();
      if (newer.etag === null || !isOpenTo({ body, before }, newer.case)) throw error;
      named = newer.etag;
    }
  }
};

/**
 * Tells whether a change still applies: each field is as it was, or has the new value already, as an answer was lost or
 * somebody made the same change.
 */
const isOpenTo = ({ body, before }: CaseChange, current: Case): boolean =>
  (Object.keys(body) as (keyof CasePatch)[]).every(
    (name) => current[name] === (before[name] ?? null) || current[name] === body[name],
  );

import { PharosError } from '@pharos/client/error.ts';
import type { CaseWrite } from '@pharos/contract/cases.ts';
import { useMutation, useMutationState } from '@tanstack/react-query';
import { useState } from 'react';
import { type Trouble, troubleOf } from '../forms/trouble.ts';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import { useTexts } from '../texts/texts.tsx';
import { followOwnVersions } from './own-versions.ts';
import { caseQuery } from './queries.ts';
import { type CaseApi, type CaseChange, saveCase } from './save-case.ts';

/** What is changed, and the same in words, of the version that was seen. */
type Edit = CaseChange & { given: Record<string, string | null>; if_match: string | undefined };

/** Refusals that the same change would meet again. */
const LASTING = [400, 403, 404, 412];

export type CaseEdit = {
  save(change: CaseChange, given: Edit['given'], etag: string | null): void;
  /** Whether the last one has been saved. */
  done: boolean;
  /** What is on its way to the server, and shown as if it were there. */
  pending: CaseWrite;
  trouble: Trouble | null;
  /** What was not saved, in the words in which it was written. */
  given: string;
  /** Saves it again; null where that would change nothing. */
  again: (() => void) | null;
};

/** Changes a case, as the reader saw it: whoever was faster with the same fact is shown instead, with what was not saved. */
export const useCaseEdit = (case_uuid: string): CaseEdit => {
  const texts = useTexts();
  const [own] = useState(followOwnVersions);
  const mutationKey = ['edit', case_uuid];
  const { mutate, error, variables, isSuccess } = useMutation({
    mutationKey,
    // The second of two quick changes waits for the first: it is not to meet it as if it were somebody else's.
    scope: { id: mutationKey.join() },
    mutationFn: async ({ if_match, ...change }: Edit) => {
      const named = if_match && own.of(if_match);
      const reply = await saveCase(change, named, apiOf(case_uuid));
      if (named && reply.etag) own.made(named, reply.etag);
      return reply;
    },
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: caseQuery(case_uuid).queryKey }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
        queries.invalidateQueries({ queryKey: ['today'] }),
      ]),
  });
  const filters = { mutationKey, status: 'pending' as const };
  const pending = useMutationState({ filters, select: ({ state }) => (state.variables as Edit).body });
  const status = error instanceof PharosError ? error.status_code : 0;
  const { born, died, service_on, first_name, last_name, external_id, summary } = texts.cases;
  const names = { first_name, last_name, external_id, summary };
  const dates = { date_of_birth: born, date_of_death: died, date_of_service: service_on };
  const trouble = error && troubleOf(error, texts, { ...names, ...dates });
  // What could be saved another time goes along with the next change.
  const unsaved = error && !LASTING.includes(status) ? variables : null;
  return {
    save: ({ body, before }, given, etag) =>
      mutate({
        body: { ...unsaved?.body, ...body },
        before: { ...before, ...unsaved?.before },
        given: { ...unsaved?.given, ...given },
        if_match: etag ?? undefined,
      }),
    done: isSuccess,
    pending: Object.assign({}, ...pending),
    trouble: trouble && (trouble.is_late ? { ...trouble, message: texts.cases.changed_meanwhile } : trouble),
    given: Object.values(variables?.given ?? {})
      .filter(Boolean)
      .join(', '),
    again: unsaved ? () => mutate(unsaved) : null,
  };
};

const apiOf = (case_uuid: string): CaseApi => ({
  patch: (body, if_match) => pharos.cases.patch({ case_uuid, body, if_match }),
  get: async () => {
    const { data, etag } = await pharos.cases.get({ case_uuid, include_calls: false });
    return { case: data.case, etag };
  },
});

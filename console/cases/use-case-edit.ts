import type { CasePatch } from '@pharos/contract/cases.ts';
import { useMutation, useMutationState } from '@tanstack/react-query';
import { useState } from 'react';
import { isTransient } from '../api/failures.ts';
import { createObservable, type Observable } from '../api/observable.ts';
import { pharos } from '../api/pharos.ts';
import { queries } from '../api/query-client.ts';
import { markStale } from '../api/stale.ts';
import { useObservable } from '../api/use-observable.ts';
import { useTexts } from '../texts/texts.tsx';
import { type Trouble, troubleOf } from '../ui/forms/trouble.ts';
import { followOwnVersions } from './own-versions.ts';
import { type CaseApi, type CaseChange, saveCase } from './save-case.ts';

/** Change of one field, its value in words, and the version that was seen. */
type Edit = CaseChange & { given: string | null; if_match: string | undefined };
type Failure = { error: Error; edit: Edit };

/** Unsaved changes by case, kept after its page was left. */
const failuresOf = new Map<string, Observable<Failure[]>>();
const failuresIn = (case_uuid: string): Observable<Failure[]> => {
  const kept = failuresOf.get(case_uuid) ?? createObservable<Failure[]>([]);
  failuresOf.set(case_uuid, kept);
  return kept;
};
const isOfOneFact = (one: CaseChange, other: CaseChange) => Object.keys(one.body).some((name) => name in other.body);

export type Unsaved = {
  trouble: Trouble;
  /** Unsaved changes, in the words in which they were written. */
  given: string;
  /** Saves it again; null where that would change nothing. */
  again: (() => void) | null;
};

export type CaseEdit = {
  save(change: CaseChange, given: Edit['given'], etag: string | null): void;
  /** True if everything has been saved. */
  done: boolean;
  /** Changes on their way to the server, shown as if they were saved. */
  pending: CasePatch;
  unsaved: Unsaved[];
};

/** Changes a case as the reader saw it. Where somebody changed the same fact first, theirs is shown, with what was not saved. */
export const useCaseEdit = (case_uuid: string): CaseEdit => {
  const texts = useTexts();
  const [own] = useState(followOwnVersions);
  const kept = failuresIn(case_uuid);
  const failures = useObservable(kept, (all) => all);
  // What was not saved of a fact is nothing to go on with once a newer change of it is there.
  const drop = (edit: Edit) => kept.set(kept.get().filter((one) => !isOfOneFact(one.edit, edit)));
  const mutationKey = ['edit', case_uuid];
  const { mutate, isSuccess } = useMutation({
    mutationKey,
    // The second of two quick changes waits for the first: it is not to meet it as if it were somebody else's.
    scope: { id: mutationKey.join() },
    mutationFn: async ({ if_match, ...change }: Edit) => {
      const named = if_match && own.of(if_match);
      const { etag, over } = await saveCase(change, named, apiOf(case_uuid));
      // Over somebody else's version it makes one of which the reader has not seen everything.
      if (named && etag && over === named) own.made(named, etag);
    },
    onError: (error, edit) => {
      drop(edit);
      kept.set([...kept.get(), { error, edit }]);
    },
    onSuccess: (_, edit) => drop(edit),
    onSettled: () => markStale('case_edit'),
  });
  const filters = { mutationKey, status: 'pending' as const };
  const pending = useMutationState({ filters, select: ({ state }) => (state.variables as Edit).body });
  const { born, died, service_on, first_name, last_name, external_id, summary } = texts.cases;
  const names = { first_name, last_name, external_id, summary };
  const dates = { date_of_birth: born, date_of_death: died, date_of_service: service_on };
  const refused = failures.filter(({ error }) => !isTransient(error));
  const cut_off = failures.filter(({ error }) => isTransient(error));
  const busy = pending.length > 0;

  // Sent behind a change that is on its way, an older one of the same fact would come after it.
  const sendAgain = (failed: Failure[]) => {
    kept.set(kept.get().filter((one) => !failed.includes(one)));
    for (const { edit } of failed) mutate(edit);
  };
  const save = (edit: Edit) => {
    drop(edit);
    // What could be saved another time is tried again now; what was refused has been told.
    if (queries.isMutating({ mutationKey }) === 0) {
      const another_time = kept.get().filter(({ error }) => isTransient(error));
      kept.set([]);
      sendAgain(another_time);
    }
    mutate(edit);
  };
  const tell = (failed: Failure[], again: Unsaved['again']): Unsaved[] => {
    const [first] = failed;
    if (!first) return [];
    const trouble = troubleOf(first.error, texts, { ...names, ...dates });
    const given = failed.map(({ edit }) => edit.given).filter(Boolean);
    return [
      {
        trouble: trouble.is_late ? { ...trouble, message: texts.cases.changed_meanwhile } : trouble,
        given: given.join(', '),
        again,
      },
    ];
  };
  return {
    save: (change, given, etag) => save({ ...change, given, if_match: etag ?? undefined }),
    done: isSuccess && failures.length === 0,
    pending: Object.assign({}, ...pending),
    unsaved: [...refused.flatMap((one) => tell([one], null)), ...tell(cut_off, busy ? null : () => sendAgain(cut_off))],
  };
};

const apiOf = (case_uuid: string): CaseApi => ({
  patch: (body, if_match) => pharos.cases.patch({ case_uuid, body, if_match }),
  get: async () => {
    const { data, etag } = await pharos.cases.get({ case_uuid, include_calls: false });
    return { case: data.case, etag };
  },
});

import { PharosError } from '@pharos/client/error.ts';
import type { CaseWrite } from '@pharos/contract/cases.ts';
import { useMutation } from '@tanstack/react-query';
import { type Trouble, troubleOf } from '../forms/trouble.ts';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import { useTexts } from '../texts/texts.tsx';
import { caseQuery } from './queries.ts';

type Edit = { body: CaseWrite; if_match: string | undefined; given: string | null };

/** Refusals that the same change would meet again. */
const LASTING = [400, 403, 404, 412];

export type CaseEdit = {
  save(body: CaseWrite, etag: string | null, given: string | null): void;
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

/** Changes a case, as the reader saw it: whoever was faster is shown instead, with what was not saved. */
export const useCaseEdit = (case_uuid: string): CaseEdit => {
  const texts = useTexts();
  const { mutate, error, variables, isPending, isSuccess } = useMutation({
    mutationFn: ({ body, if_match }: Edit) => pharos.cases.patch({ case_uuid, body, if_match }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: caseQuery(case_uuid).queryKey }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
        queries.invalidateQueries({ queryKey: ['today'] }),
      ]),
  });
  const status = error instanceof PharosError ? error.status_code : 0;
  const { born, died, service_on, first_name, last_name, external_id, summary } = texts.cases;
  const names = { first_name, last_name, external_id, summary };
  const dates = { date_of_birth: born, date_of_death: died, date_of_service: service_on };
  const trouble = error && troubleOf(error, texts, { ...names, ...dates });
  return {
    save: (body, etag, given) => mutate({ body, if_match: etag ?? undefined, given }),
    done: isSuccess,
    pending: isPending ? variables.body : {},
    trouble: trouble && (trouble.is_late ? { ...trouble, message: texts.cases.changed_meanwhile } : trouble),
    given: variables?.given ?? '',
    again: variables && !LASTING.includes(status) ? () => mutate(variables) : null,
  };
};

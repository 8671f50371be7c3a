import { PharosError } from '@pharos/client/error.ts';
import type { CaseWrite } from '@pharos/contract/cases.ts';
import { useMutation } from '@tanstack/react-query';
import { refusalWords } from '../forms/refusal-words.ts';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import type { Texts } from '../texts/english.ts';
import { useTexts } from '../texts/texts.tsx';
import { caseQuery } from './queries.ts';

type Edit = { body: CaseWrite; if_match: string | undefined; given: string | null };

/** Changes a case, as the reader saw it: whoever was faster is shown instead, with what was not saved. */
export const useCaseEdit = (case_uuid: string) => {
  const texts = useTexts();
  const { mutate, error, variables } = useMutation({
    mutationFn: ({ body, if_match }: Edit) => pharos.cases.patch({ case_uuid, body, if_match }),
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: caseQuery(case_uuid).queryKey }),
        queries.invalidateQueries({ queryKey: ['cases'] }),
        queries.invalidateQueries({ queryKey: ['today'] }),
      ]),
  });
  return {
    save: (body: CaseWrite, etag: string | null, given: string | null) =>
      mutate({ body, if_match: etag ?? undefined, given }),
    trouble: error && troubleOf(error, variables?.given ?? '', texts),
  };
};

const troubleOf = (error: Error, given: string, texts: Texts): string => {
  const { cases } = texts;
  const meanwhile = error instanceof PharosError && error.code === 'changed_meanwhile';
  if (meanwhile) return `${cases.changed_meanwhile} ${given}`;
  const labels = { date_of_birth: cases.born, date_of_death: cases.died, date_of_service: cases.service_on };
  const { first_name, last_name, external_id, summary } = cases;
  return refusalWords(error, texts, { ...labels, first_name, last_name, external_id, summary });
};

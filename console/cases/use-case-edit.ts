import { PharosError } from '@pharos/client/error.ts';
import type { CaseWrite } from '@pharos/contract/cases.ts';
import { useMutation } from '@tanstack/react-query';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';
import { useTexts } from '../texts/texts.tsx';
import { caseQuery } from './queries.ts';

type Edit = { body: CaseWrite; if_match: string | undefined; given: string | null };

/** Changes a case, as the reader saw it: whoever was faster is shown instead, with what was not saved. */
export const useCaseEdit = (case_uuid: string) => {
  const { cases, shell } = useTexts();
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
    trouble: error && troubleOf(error, `${cases.changed_meanwhile} ${variables?.given ?? ''}`, shell.unreachable),
  };
};

const troubleOf = (error: Error, meanwhile: string, unreachable: string): string => {
  if (!(error instanceof PharosError)) return unreachable;
  return error.status_code === 412 ? meanwhile : error.message;
};

import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { pharos } from '../api/pharos.ts';
import { markStale } from '../api/stale.ts';

/** Makes an empty case, and goes to it. */
export const useCreateCase = () => {
  const navigate = useNavigate();
  return useMutation({
    mutationFn: () => pharos.cases.create({ body: {} }),
    onSuccess: async ({ data }) => {
      await markStale('case_edit');
      await navigate({ to: '/cases/$case_uuid', params: { case_uuid: data.uuid } });
    },
  });
};

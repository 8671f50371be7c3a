import { queryOptions, useQuery } from '@tanstack/react-query';
import { pharos } from './pharos.ts';

/** Speech services, and which of them transcribe calls. */
export const speechQuery = queryOptions({
  queryKey: ['speech'],
  queryFn: async ({ signal }) => (await pharos.speech.list({ signal })).data.items,
  staleTime: 60_000,
});

/** True if recordings can be transcribed here, also while that is unknown; the server decides in any case. */
export const useMayTranscribe = (): boolean => {
  const { data } = useQuery(speechQuery);
  return data === undefined || data.some(({ is_default }) => is_default);
};

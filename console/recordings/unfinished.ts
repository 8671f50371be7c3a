import { queryOptions } from '@tanstack/react-query';

/** The server keeps an unfinished upload for a week, in milliseconds. */
const LIFETIME = 7 * 24 * 3_600_000;

export type Unfinished = { key: string; filename: string; call_uuid: string };

const any = (): boolean => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('tus::pharos-'));
  } catch {
    return false;
  }
};

/** Uploads into a case that a closed window cut off: with their file chosen again, they go on. */
export const unfinishedQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['unfinished', case_uuid],
    queryFn: async (): Promise<Unfinished[]> => {
      if (!any()) return [];
      const { urlStorage } = (await import('tus-js-client')).defaultOptions;
      const kept = await urlStorage.findAllUploads();
      return kept
        .filter(({ metadata, creationTime }) => {
          return metadata?.case_uuid === case_uuid && Date.now() - Date.parse(creationTime) < LIFETIME;
        })
        .map(({ urlStorageKey, metadata }) => ({
          key: urlStorageKey,
          filename: metadata.filename ?? '',
          call_uuid: metadata.call_uuid ?? '',
        }));
    },
    // Read once, before anything is sent from this page: what is under way itself is told by its own line.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  });

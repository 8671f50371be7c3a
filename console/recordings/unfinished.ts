import { queryOptions } from '@tanstack/react-query';

/** The server keeps an unfinished upload for a week, in milliseconds. */
const LIFETIME = 7 * 24 * 3_600_000;

/** How the names begin under which the browser keeps what is not finished: the protocol's, and ours for new calls. */
const KEPT = /^(tus::pharos-|pharos\.drop::)/;

export type Unfinished = { key: string; filename: string; call_uuid: string };

const keysKept = (): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => KEPT.test(key));
  } catch {
    return [];
  }
};

/** Uploads into a case that a closed window cut off: with their file chosen again, they go on. */
export const unfinishedQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['unfinished', case_uuid],
    queryFn: async (): Promise<Unfinished[]> => {
      if (keysKept().length === 0) return [];
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
    // What is under way from this page is told by a line of its own.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Forgets one upload that was cut off, or all of them: the names of files are nobody's who comes after. */
export const forgetUnfinished = (key?: string): void => {
  for (const kept of key === undefined ? keysKept() : [key]) localStorage.removeItem(kept);
};

import { queryOptions } from '@tanstack/react-query';
import { keptUploads } from '../api/kept-uploads.ts';
import { markStale } from '../api/stale.ts';
import { fingerprintIn, fingerprintStart } from './kinds.ts';
import { forgetDrop, removeEmptyCall } from './own-call.ts';

/** The server keeps an unfinished upload for a week, in milliseconds. */
const LIFETIME = 7 * 24 * 3_600_000;

export type Unfinished = { key: string; filename: string; call_uuid: string; case_uuid: string; url: string | null };

/** Uploads into a case that a closed window cut off: with their file chosen again, they go on. */
export const unfinishedQuery = (case_uuid: string) =>
  queryOptions({
    queryKey: ['unfinished', case_uuid],
    queryFn: async (): Promise<Unfinished[]> => {
      if (keptUploads().length === 0) return [];
      const { urlStorage } = (await import('tus-js-client')).defaultOptions;
      const kept = await urlStorage.findAllUploads();
      return kept
        .filter(({ metadata, creationTime }) => {
          return metadata?.case_uuid === case_uuid && Date.now() - Date.parse(creationTime) < LIFETIME;
        })
        .map(({ urlStorageKey, uploadUrl, metadata }) => ({
          key: urlStorageKey,
          url: uploadUrl,
          case_uuid,
          filename: metadata.filename ?? '',
          call_uuid: metadata.call_uuid ?? '',
        }));
    },
    // What is under way from this page is told by a line of its own.
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Gives up what was cut off: what has arrived of it, and the call that was made for it. */
export const giveUp = async ({ key, url, call_uuid, case_uuid }: Unfinished): Promise<void> => {
  localStorage.removeItem(key);
  // Else the same file, dropped again, would be sent into the call that goes now.
  forgetDrop(fingerprintIn(key));
  const { Upload } = await import('tus-js-client');
  if (url) await Upload.terminate(url, { retryDelays: null }).catch(() => {});
  // What is kept under its case was to become a call of its own.
  if (key.startsWith(`tus::${fingerprintStart(case_uuid)}`)) await removeEmptyCall(call_uuid);
  await markStale('upload');
};

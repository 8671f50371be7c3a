import { PharosError } from '@pharos/client/error.ts';
import type { Peaks, Recording } from '@pharos/contract/recordings.ts';
import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../../api/pharos.ts';

/** Details of a call's recording; null without one. */
export const recordingQuery = (call_uuid: string) =>
  queryOptions({
    queryKey: ['recording', call_uuid],
    queryFn: ({ signal }) =>
      unless<Recording>(404, async () => (await pharos.recordings.info({ call_uuid, signal })).data),
    staleTime: 60_000,
  });

/** Its waveform, which the server may have to draw first; null where it cannot. */
export const peaksQuery = (call_uuid: string) =>
  queryOptions({
    queryKey: ['peaks', call_uuid],
    queryFn: ({ signal }) =>
      unless<Peaks>(409, async () => (await pharos.recordings.peaks({ call_uuid, signal })).data),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  });

const unless = async <T>(status_code: number, read: () => Promise<T>): Promise<T | null> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PharosError && error.status_code === status_code) return null;
    throw error;
  }
};

import type { ChannelContent, Peaks } from '@pharos/contract/recordings.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { conflict, notFound } from '../platform/errors/errors.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { MediaPool } from './media-pool.ts';
import { findPeaks, findRecording, type Kept, writeMeasured } from './queries.ts';
import type { Measured } from './sound/measure.ts';
import { PeaksUnavailable } from './sound/peaks-unavailable.ts';

/** Hears recordings that were too long to be heard when they came, each once. */
export type Listening = {
  /** The waveform of a call's recording, drawn now if need be; 409 where it cannot be drawn. */
  readPeaks(database: ScopedDatabase, organization_uuid: string, call_uuid: string): Promise<Peaks | StoredJson>;
  /** Content of a recording's channels, heard now if need be; null where it cannot be heard. */
  hearChannels(database: ScopedDatabase, recording: Kept): Promise<ChannelContent | null>;
  /** Begins to hear one whose waveform will be wanted soon. */
  begin(database: ScopedDatabase, organization_uuid: string, call_uuid: string): void;
  /** Ends what is being heard: it is heard when it is asked for again. */
  close(): Promise<void>;
};

export const openListening = (storage: Storage, media: MediaPool): Listening => {
  const running = new Map<string, Promise<Measured>>();
  const closing = new AbortController();

  const measure = async (database: ScopedDatabase, recording: Kept): Promise<Measured> => {
    const measured = await storage.withFile(recording, (path) =>
      media.measure(recording.organization_uuid, path, recording, closing.signal),
    );
    await writeMeasured(database, recording, measured);
    return measured;
  };

  const measureOnce = (database: ScopedDatabase, recording: Kept): Promise<Measured> => {
    const under_way =
      running.get(recording.uuid) ?? measure(database, recording).finally(() => running.delete(recording.uuid));
    running.set(recording.uuid, under_way);
    return under_way;
  };

  const readPeaks = async (database: ScopedDatabase, organization_uuid: string, call_uuid: string) => {
    const recording = await findRecording(database, organization_uuid, call_uuid);
    if (!recording) throw notFound('recording');
    const drawn = recording.has_peaks ? (await findPeaks(database, recording))?.peaks : null;
    if (drawn) return drawn;
    const measured = await measureOnce(database, recording).catch((error: unknown) => {
      throw error instanceof PeaksUnavailable ? conflict('waveform_unavailable', error.message) : error;
    });
    return measured.peaks;
  };

  const hearChannels = async (database: ScopedDatabase, recording: Kept) => {
    if (recording.channel_content !== null || recording.channels === 1) return recording.channel_content ?? 'mixed';
    const measured = await measureOnce(database, recording).catch((error: unknown) => {
      if (error instanceof PeaksUnavailable) return null;
      throw error;
    });
    return measured?.channel_content ?? null;
  };

  return {
    readPeaks,
    hearChannels,
    begin: (database, organization_uuid, call_uuid) => {
      readPeaks(database, organization_uuid, call_uuid).catch(() => {});
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running.values());
    },
  };
};

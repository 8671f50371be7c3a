import type { Peaks } from '@pharos/contract/recordings.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { conflict, notFound } from '../platform/errors/errors.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Storage } from '../platform/storage/storage.ts';
import type { MediaPool } from './media-pool.ts';
import { findPeaks, findRecording, type Kept, writeMeasured } from './queries.ts';
import { PeaksUnavailable } from './sound/peaks-unavailable.ts';

/** Draws waveforms, each once. */
export type Drawing = {
  /** The waveform of a call's recording, drawn now if need be; 409 where it cannot be drawn. */
  read(database: ScopedDatabase, organization_uuid: string, call_uuid: string): Promise<Peaks | StoredJson>;
  /** Begins to draw one that will be wanted soon. */
  begin(database: ScopedDatabase, organization_uuid: string, call_uuid: string): void;
  /** Ends what is being drawn: it is drawn when it is asked for again. */
  close(): Promise<void>;
};

export const openDrawing = (storage: Storage, media: MediaPool): Drawing => {
  const running = new Map<string, Promise<Peaks>>();
  const closing = new AbortController();

  const draw = async (database: ScopedDatabase, recording: Kept): Promise<Peaks> => {
    const measured = await storage.withFile(recording, (path) =>
      media.measure(recording.organization_uuid, path, recording, closing.signal),
    );
    await writeMeasured(database, recording, measured);
    return measured.peaks;
  };

  const read = async (database: ScopedDatabase, organization_uuid: string, call_uuid: string) => {
    const recording = await findRecording(database, organization_uuid, call_uuid);
    if (!recording) throw notFound('recording');
    const drawn = recording.has_peaks ? (await findPeaks(database, recording))?.peaks : null;
    if (drawn) return drawn;
    const drawing =
      running.get(recording.uuid) ?? draw(database, recording).finally(() => running.delete(recording.uuid));
    running.set(recording.uuid, drawing);
    return drawing.catch((error: unknown) => {
      throw error instanceof PeaksUnavailable ? conflict('no_waveform', error.message) : error;
    });
  };

  return {
    read,
    begin: (database, organization_uuid, call_uuid) => {
      read(database, organization_uuid, call_uuid).catch(() => {});
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running.values());
    },
  };
};

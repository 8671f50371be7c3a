import { type Imported, importTranscript } from './import.ts';
import { NotImportable } from './not-importable.ts';

// For tests: files given to the import, and what is said of them.

export type Given = Uint8Array | string | object;

const bytesOf = (given: Given): Uint8Array =>
  given instanceof Uint8Array ? given : Buffer.from(typeof given === 'string' ? given : JSON.stringify(given));

export const imported = (given: Given): Imported => importTranscript(bytesOf(given));

/** The message with which a file is refused. */
export const refusal = (given: Given): string => {
  try {
    imported(given);
  } catch (error) {
    if (error instanceof NotImportable) return error.message;
    throw error;
  }
  throw new Error('the file was imported');
};

/** Text, start, end and speaker of each word. */
export const said = ({ transcript }: Imported) =>
  transcript.words.map(({ text, start_ms, end_ms, speaker }) =>
    speaker === undefined ? [text, start_ms, end_ms] : [text, start_ms, end_ms, speaker],
  );

export const repaired = (given: Given) => imported(given).report.repaired;

type ChannelWord = { word: string; start: number; end: number; speaker?: number };

/** A Deepgram result with these words in its channels. */
export const deepgram = (...channels: (ChannelWord | object)[][]) => ({
  metadata: { request_id: 'r-1', duration: 9.5 },
  results: { channels: channels.map((words) => ({ alternatives: [{ transcript: '', words }] })) },
});

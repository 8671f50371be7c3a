import { BEGINNINGS, type FileFormat, OTHER_AUDIO, OTHER_FILES } from './formats.ts';
import { NotARecording, TAKEN } from './not-a-recording.ts';

/** How many bytes from the beginning of a file are enough to recognise it. */
export const HEAD_BYTES = 4096;

/**
 * What a file is by its first bytes, whatever its name says; `tagged` where an ID3 tag hides it. Throws NotARecording
 * for what is not audio that is taken.
 */
export const recognise = (head: Uint8Array): FileFormat | 'tagged' => {
  if (head.byteLength === 0) throw new NotARecording('empty', 'The file is empty');
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.byteLength, HEAD_BYTES)).toString('latin1');
  const first = <T>(table: [RegExp, T][]) => table.find(([beginning]) => beginning.test(text))?.[1];
  const other = first(OTHER_FILES);
  if (other) throw new NotARecording('not_audio', `This is ${other}, not a recording: send ${TAKEN}`);
  const format = first(BEGINNINGS);
  if (format) return format;
  const audio = first(OTHER_AUDIO);
  if (audio) throw new NotARecording('other_audio', `${audio} audio is not taken: convert it to ${TAKEN}`);
  throw new NotARecording('not_audio', `This is not a recording that Pharos can read: send ${TAKEN}`);
};

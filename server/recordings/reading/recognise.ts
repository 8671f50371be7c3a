import { ADTS } from './adts.ts';
import type { FileBytes } from './file-bytes.ts';
import { BEGINNINGS, type FileFormat, OTHER_AUDIO, OTHER_FILES } from './formats.ts';
import { type FrameReader, framesIn, tagBytes } from './frames.ts';
import { MPEG } from './mpeg.ts';
import { NotARecording, TAKEN } from './not-a-recording.ts';

const HEAD_BYTES = 4096;
/** Bytes in which frames are searched in a file that begins with something else, such as one cut out of a stream. */
const SEARCHED_BYTES = 1024 * 1024;

export type Recognised = { file_format: FileFormat; start: number };

/**
 * Tells what a file is by its bytes, whatever its name says, and where its sound begins. Throws NotARecording for what
 * is not audio that is taken.
 */
export const recognise = (bytes: FileBytes): Recognised => {
  if (bytes.size === 0) throw new NotARecording('empty', 'The file is empty');
  const start = behindTags(bytes);
  if (start >= bytes.size) throw new NotARecording('empty', 'There is no sound in the file');
  const text = bytes.at(start, HEAD_BYTES).toString('latin1');
  const first = <T>(table: [RegExp, T][]) => table.find(([beginning]) => beginning.test(text))?.[1];
  const other = first(OTHER_FILES);
  if (other) throw new NotARecording('not_audio', `This is ${other}, not a recording: send ${TAKEN}`);
  const file_format = first(BEGINNINGS);
  if (file_format) return { file_format, start };
  const audio = first(OTHER_AUDIO);
  if (audio) throw new NotARecording('unsupported_format', `${audio} audio is not taken: convert it to ${TAKEN}`);
  const end = Math.min(bytes.size, start + SEARCHED_BYTES);
  const hasFrames = (reader: FrameReader) => !framesIn(bytes, start, end, reader).next().done;
  if (hasFrames(MPEG)) return { file_format: 'mp3', start };
  if (hasFrames(ADTS)) return { file_format: 'aac', start };
  throw new NotARecording('not_audio', `This is not a recording that Pharos can read: send ${TAKEN}`);
};

/** End of the ID3 tags that stand before the sound; a tag that claims to be longer than the file is passed over. */
const behindTags = (bytes: FileBytes): number => {
  let position = 0;
  for (let tags = 0; tags < 100; tags++) {
    const tag = tagBytes(bytes.at(position, 10));
    if (tag === 0) break;
    position += position + tag > bytes.size ? 10 : tag;
  }
  return position;
};

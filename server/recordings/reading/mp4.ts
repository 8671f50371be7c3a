import type { FileBytes } from './file-bytes.ts';
import { boxesIn, findBox } from './mp4-boxes.ts';
import { fragmentTicks } from './mp4-fragments.ts';
import { kindOfTrack, readClock, readTrack, type Track, tracksIn } from './mp4-track.ts';
import { readMpegFrame } from './mpeg.ts';
import { NotARecording } from './not-a-recording.ts';
import { orTooSlow } from './pace.ts';
import type { Sound } from './sound.ts';

/** MP4, M4A, 3GP and QuickTime, which are built alike: the sound of the first track that has some. */
export const readMp4 = (bytes: FileBytes): Sound => {
  const whole = { start: 0, end: bytes.size };
  const movie = findBox(bytes, whole, 'moov');
  if (!movie) throw new NotARecording('damaged', missingIndex(bytes));
  const tracks = tracksIn(bytes, movie);
  if (tracks.some((track) => kindOfTrack(bytes, track) === 'vide')) {
    throw new NotARecording('has_video', 'The file holds video: send its sound alone');
  }
  const box = tracks.find((track) => kindOfTrack(bytes, track) === 'soun');
  if (!box) throw new NotARecording('empty', 'There is no sound in the file');
  const header = findBox(bytes, movie, 'mvhd');
  const track = readTrack(bytes, box, header ? readClock(bytes, header) : 0);
  if (!track.entry) throw new NotARecording('damaged', 'The index of the file is damaged: send it again');
  const { codec, channels, sample_rate } = ofFirstFrame(bytes, track) ?? track.entry;
  const fragments = orTooSlow(() => fragmentTicks(bytes, movie, track.id));
  const seconds = fragments === null || track.clock === 0 ? null : secondsOf(track, fragments / track.clock);
  return { file_format: 'm4a', codec, channels, sample_rate: sample_rate || track.clock, seconds };
};

const secondsOf = ({ seconds, edited, is_whole }: Track, in_fragments: number): number => {
  if (in_fragments > 0) return seconds + in_fragments;
  return is_whole && edited !== null ? Math.min(edited, seconds) : seconds;
};

/** MP3 says in its own frames what it is. */
const ofFirstFrame = (bytes: FileBytes, { entry, first_sample }: Track) => {
  const frame = entry?.codec === 'mp3' && first_sample !== null ? readMpegFrame(bytes.at(first_sample, 4)) : null;
  return frame && { codec: 'mp3' as const, channels: frame.channels, sample_rate: frame.rate };
};

/** Recorders write the index last. */
const missingIndex = (bytes: FileBytes): string =>
  [...boxesIn(bytes, { start: 0, end: bytes.size })].some(({ type }) => type === 'mdat')
    ? 'The file was cut off before its index, without which it cannot be played: copy it again from where it was made'
    : 'The file begins like an M4A and holds no sound: send it again';

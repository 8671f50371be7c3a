/**
 * - `empty`: no bytes, or no sound in them
 * - `not_audio`: something else, or nothing that is known
 * - `other_audio`: sound in a format that is not taken
 * - `video`: moving pictures beside the sound
 * - `damaged`: begins like a recording and cannot be read as one
 */
export type Objection = 'empty' | 'not_audio' | 'unsupported_format' | 'has_video' | 'damaged';

/** Reason why a file is not taken as a recording; the message says what to do and repeats nothing of the file. */
export class NotARecording extends Error {
  override name = 'NotARecording';
  readonly objection: Objection;

  constructor(objection: Objection, message: string, cause?: unknown) {
    super(message, { cause });
    this.objection = objection;
  }
}

export const TAKEN = 'WAV, MP3, M4A, AAC, OGG, FLAC or WebM';

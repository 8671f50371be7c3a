/**
 * - `no_decoder`: the format needs ffmpeg, which is not installed
 * - `not_decodable`: the bytes cannot be decoded
 * - `too_slow`: decoding took longer than it may
 */
export type PeaksProblem = 'no_decoder' | 'not_decodable' | 'too_slow';

/** Reason why a recording has no waveform; it can still be played. */
export class PeaksUnavailable extends Error {
  override name = 'PeaksUnavailable';
  readonly problem: PeaksProblem;

  constructor(problem: PeaksProblem, cause?: unknown) {
    super(MESSAGES[problem], { cause });
    this.problem = problem;
  }
}

const MESSAGES: Record<PeaksProblem, string> = {
  no_decoder: 'The waveform of this format is drawn with ffmpeg, which is not installed on the server',
  not_decodable: 'The recording cannot be decoded, so it has no waveform',
  too_slow: 'Decoding the recording took too long, so it has no waveform',
};

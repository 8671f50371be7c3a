import { count, number } from './numbers.ts';

/** The texts of what can be heard. */
export const player = {
  name: 'Recording',
  play: 'Play',
  pause: 'Pause',
  position: 'Place in the recording',
  at: (at: string, of: string) => `${at} of ${of}`,
  speed: 'Speed',
  times: (rate: number) => `${number(rate)}×`,
  skip_silence: 'Skip silence',
  missing: 'This call has no recording.',
  unreachable: 'The recording could not be reached.',
  failed: 'The recording cannot be played at the moment. The words are all here.',
  again: 'Try again with the recording',
  beyond: (end: string) => `The recording ends at ${end}; this was said after it.`,
  kind: 'This browser cannot play this kind of recording. The words are all here.',
  save: 'Save the recording',
  drawing: 'The waveform is being drawn.',
  no_waveform: 'This recording has no waveform; it can be heard all the same.',
  back: 'Back to the spoken word',
  hear_clips: (n: number) => `hear ${count(n, 'clip')}`,
  clip_of: (at: number, n: number) => `clip ${at} of ${n}`,
};

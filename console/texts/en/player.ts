import { count, number } from './numbers.ts';

/** Listening to a recording. */
export const player = {
  name: 'Recording',
  play: 'Play',
  pause: 'Pause',
  position: 'Playback position',
  at: (at: string, of: string) => `${at} of ${of}`,
  speed: 'Speed',
  times: (rate: number) => `${number(rate)}×`,
  skip_silence: 'Skip silence',
  missing: 'No recording yet.',
  unreachable: 'The recording couldn’t be loaded.',
  failed: 'The recording can’t be played right now. You can still read the transcript.',
  again: 'Try again to load the recording',
  beyond: (end: string) => `The recording ends at ${end}, before these words.`,
  kind: 'Your browser can’t play this type of recording. You can still read the transcript.',
  save: 'Download recording',
  drawing: 'Loading the waveform…',
  no_waveform: 'No waveform for this recording, but you can play it.',
  back: 'Back to current word',
  hear_clips: (n: number) => `Hear ${count(n, 'clip')}`,
  clip_of: (at: number, n: number) => `Clip ${at} of ${n}`,
};

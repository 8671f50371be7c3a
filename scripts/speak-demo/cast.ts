/** One made voice, as options of hts_engine: everybody is one trained voice with another throat, pitch and pace. */
export type Voice = {
  /** `-r`: 1 is the trained voice's own pace, less is slower. */
  pace: number;
  /** `-fm`: half-tones above the trained voice, which speaks at about 170 Hz. */
  half_tones: number;
  /** `-a`: the all-pass constant; the trained voice has 0.45, a longer throat more. */
  throat: number;
  /** True for a voice from across the room, heard by a telephone on speaker. */
  far?: boolean;
};

export type Recording = {
  /** Name by which a demo call knows its recording, and that of its two files. */
  name: string;
  title: string;
  /** The voice of each speaker of the dialogue; in stereo the first is left and the second right. */
  voices: Record<string, Voice>;
  channels: 1 | 2;
};

const nora: Voice = { pace: 0.95, half_tones: -1.5, throat: 0.465 };
const anna: Voice = { pace: 0.92, half_tones: 2, throat: 0.43 };
const daniel: Voice = { pace: 0.96, half_tones: -7, throat: 0.49, far: true };
const bridget: Voice = { pace: 0.95, half_tones: 1.5, throat: 0.44 };
const theo: Voice = { pace: 0.95, half_tones: -6.5, throat: 0.49 };
const paul: Voice = { pace: 0.9, half_tones: -8, throat: 0.505 };

export const recordings: Recording[] = [
  {
    name: 'first-call-from-the-family',
    title: 'First call from the family',
    voices: { '0': nora, '1': anna, '2': daniel },
    channels: 1,
  },
  {
    name: 'florist-saturday-flowers',
    title: 'Florist, flowers for Saturday',
    voices: { A: bridget, B: theo },
    channels: 2,
  },
  { name: 'voicemail-lindqvist', title: 'Voicemail from Paul Lindqvist', voices: { '0': paul }, channels: 1 },
];

/** Loudness of a recording over time, ready to be drawn: for each channel the largest sample of each bucket, 0 to 1. */
export type Peaks = { duration_ms: number; bucket_ms: number; channels: number[][] };

const FINEST_BUCKETS_A_SECOND = 100;
export const MOST_BUCKETS = 4_000;

/**
 * Takes samples as they come and keeps a bounded number of maxima: when there would be too many, each two become one.
 * So nobody has to know beforehand how long the recording is.
 */
export class PeakMeter {
  readonly #rate: number;
  readonly #channels: Float32Array[];
  #frames_a_bucket: number;
  #frames = 0;
  #buckets = 0;
  #filled = 0;

  constructor(channels: number, rate: number) {
    this.#rate = rate;
    this.#channels = Array.from({ length: channels }, () => new Float32Array(MOST_BUCKETS + 1));
    this.#frames_a_bucket = Math.max(1, Math.round(rate / FINEST_BUCKETS_A_SECOND));
  }

  /** Adds whole frames: a sample of each channel, in turn, each from -1 to 1. */
  add(samples: Float32Array): void {
    const channels = this.#channels.length;
    const frames = samples.length / channels;
    for (let frame = 0; frame < frames; ) {
      if (this.#filled === this.#frames_a_bucket) this.#next();
      const until = Math.min(frames, frame + this.#frames_a_bucket - this.#filled);
      for (let channel = 0; channel < channels; channel++) {
        const maxima = this.#channels[channel] as Float32Array;
        let most = maxima[this.#buckets] as number;
        for (let at = frame * channels + channel; at < until * channels; at += channels) {
          const size = Math.abs(samples[at] as number);
          if (size > most) most = size;
        }
        maxima[this.#buckets] = most;
      }
      this.#filled += until - frame;
      frame = until;
    }
    this.#frames += frames;
  }

  read(): Peaks {
    const buckets = this.#buckets + (this.#filled > 0 ? 1 : 0);
    return {
      duration_ms: Math.round((this.#frames / this.#rate) * 1000),
      bucket_ms: (this.#frames_a_bucket / this.#rate) * 1000,
      channels: this.#channels.map((maxima) => Array.from(maxima.subarray(0, buckets), rounded)),
    };
  }

  #next(): void {
    this.#buckets += 1;
    this.#filled = 0;
    if (this.#buckets < MOST_BUCKETS) return;
    for (const maxima of this.#channels) {
      for (let at = 0; at < MOST_BUCKETS; at += 2)
        maxima[at / 2] = Math.max(maxima[at] as number, maxima[at + 1] as number);
      maxima.fill(0, MOST_BUCKETS / 2);
    }
    this.#buckets /= 2;
    this.#frames_a_bucket *= 2;
  }
}

const rounded = (peak: number) => Math.round(Math.min(peak, 1) * 1000) / 1000;

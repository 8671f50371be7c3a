import type { ChannelContent } from '@pharos/contract/recordings.ts';

/** A side is silent whose loudest moment is 30 dB below the other's and below -50 dB in all: noise of the line. */
const SILENT = 10 ** (-50 / 20);
const FAR_BELOW = 10 ** (-30 / 20);
/** A side is the other's echo at most where even its loudest moment is 50 dB below it. */
const ECHO = 10 ** (-50 / 20);
/** Likeness of both sides, from -1 to 1, from which on they carry one sound and differ only by its coding. */
const SAME = 0.95;
const WINDOWS_A_SECOND = 50;

/** Takes the frames of two channels as they come, and tells how the sound lies on them. */
export class SideMeter {
  readonly #all = new Sums();
  readonly #window = new Sums();
  readonly #frames_a_window: number;
  readonly #loudest = { left: 0, right: 0 };

  constructor(rate: number) {
    this.#frames_a_window = Math.max(1, Math.round(rate / WINDOWS_A_SECOND));
  }

  add(samples: Float32Array): void {
    const window = this.#window;
    for (let at = 0; at + 1 < samples.length; at += 2) {
      window.add(samples[at] as number, samples[at + 1] as number);
      if (window.frames === this.#frames_a_window) this.#endWindow();
    }
  }

  read(): ChannelContent {
    this.#endWindow();
    const { left, right } = this.#loudest;
    if (isSilentBeside(right, left)) return 'left_only';
    if (isSilentBeside(left, right)) return 'right_only';
    const alike = this.#all.likeness();
    if (alike >= SAME) return 'same';
    return alike <= -SAME ? 'inverted' : 'separate';
  }

  #endWindow(): void {
    const { left, right } = this.#window.loudness();
    this.#loudest.left = Math.max(this.#loudest.left, left);
    this.#loudest.right = Math.max(this.#loudest.right, right);
    this.#all.take(this.#window);
  }
}

/** Sums of two channels, of which a constant part is no sound. */
class Sums {
  frames = 0;
  #left = 0;
  #right = 0;
  #left_squared = 0;
  #right_squared = 0;
  #product = 0;

  add(left: number, right: number): void {
    this.frames += 1;
    this.#left += left;
    this.#right += right;
    this.#left_squared += left * left;
    this.#right_squared += right * right;
    this.#product += left * right;
  }

  /** Adds what another one has, and empties it. */
  take(other: Sums): void {
    this.frames += other.frames;
    this.#left += other.#left;
    this.#right += other.#right;
    this.#left_squared += other.#left_squared;
    this.#right_squared += other.#right_squared;
    this.#product += other.#product;
    other.frames = other.#left = other.#right = other.#left_squared = other.#right_squared = other.#product = 0;
  }

  /** The root of the mean square of each. */
  loudness(): { left: number; right: number } {
    if (this.frames === 0) return { left: 0, right: 0 };
    const { left, right } = this.#spread();
    return { left: Math.sqrt(left / this.frames), right: Math.sqrt(right / this.frames) };
  }

  /** The correlation of both, from -1 to 1; two silences are alike. */
  likeness(): number {
    const { left, right } = this.#spread();
    if (left === 0 || right === 0) return left === right ? 1 : 0;
    return (this.#product - (this.#left * this.#right) / this.frames) / Math.sqrt(left * right);
  }

  #spread() {
    const { frames } = this;
    return {
      left: Math.max(0, this.#left_squared - this.#left ** 2 / frames),
      right: Math.max(0, this.#right_squared - this.#right ** 2 / frames),
    };
  }
}

const isSilentBeside = (side: number, other: number): boolean =>
  (side < SILENT && side < other * FAR_BELOW) || side < other * ECHO;

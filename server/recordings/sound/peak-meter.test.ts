import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MOST_BUCKETS, PeakMeter } from './peak-meter.ts';

/** Samples of two channels that never repeat: a slow and a fast wave. */
const samplesOf = (frames: number) =>
  Float32Array.from({ length: frames * 2 }, (_, at) => Math.sin(at * at * 1e-7) * (at % 2 ? 0.5 : 1));

const measured = (samples: Float32Array, piece: number, rate = 8_000) => {
  const meter = new PeakMeter(2, rate);
  for (let at = 0; at < samples.length; at += piece * 2) meter.add(samples.subarray(at, at + piece * 2));
  return meter.read();
};

/** The largest of each bucket, worked out the long way. */
const maxima = (samples: Float32Array, channel: number, frames_a_bucket: number) => {
  const found: number[] = [];
  for (let frame = 0; frame < samples.length / 2; frame++) {
    const bucket = Math.floor(frame / frames_a_bucket);
    found[bucket] = Math.max(found[bucket] ?? 0, Math.abs(samples[frame * 2 + channel] as number));
  }
  return found.map((peak) => Math.round(peak * 1000) / 1000);
};

for (const frames of [1, 79, 80, 81, 8_000, 80 * MOST_BUCKETS - 1, 80 * MOST_BUCKETS, 80 * MOST_BUCKETS + 1, 900_000]) {
  test(`${frames} frames have their maxima, in whatever pieces they come`, () => {
    const samples = samplesOf(frames);
    for (const piece of [7_777, 80, frames]) {
      const peaks = measured(samples, piece);
      const frames_a_bucket = Math.round((peaks.bucket_ms * 8_000) / 1_000);
      assert.equal(peaks.duration_ms, Math.round(frames / 8));
      assert.ok((peaks.channels[0]?.length ?? 0) <= MOST_BUCKETS);
      assert.deepEqual(peaks.channels, [maxima(samples, 0, frames_a_bucket), maxima(samples, 1, frames_a_bucket)]);
    }
  });
}

test('a short recording has a bucket every 10 ms, a long one between 2,000 and 4,000 in all', () => {
  assert.equal(measured(samplesOf(16_000), 1_000).bucket_ms, 10);
  const meter = new PeakMeter(1, 8_000);
  const second = new Float32Array(8_000).fill(0.25);
  for (let count = 0; count < 3 * 3_600; count++) meter.add(second);
  const { duration_ms, channels } = meter.read();
  assert.equal(duration_ms, 3 * 3_600_000);
  const buckets = channels[0]?.length ?? 0;
  assert.ok(buckets > MOST_BUCKETS / 2 && buckets <= MOST_BUCKETS);
});

test('a sample beyond full scale is drawn as full scale', () => {
  const meter = new PeakMeter(1, 8_000);
  meter.add(Float32Array.of(-1.7, 0.2));
  assert.deepEqual(meter.read().channels, [[1]]);
});

test('a recording without samples has no buckets', () => {
  assert.deepEqual(new PeakMeter(2, 8_000).read(), { duration_ms: 0, bucket_ms: 10, channels: [[], []] });
});

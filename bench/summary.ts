import type { Disk } from './fixture.ts';
import type { Measured } from './measure.ts';
import type { SubjectName } from './workloads.ts';

/** Requests a second (median of the slices) and latencies in ms over all slices. */
export type Figures = { rate: number; p50: number; p99: number; requests: number };

export type Row = {
  name: string;
  concurrency: number;
  figures: Partial<Record<SubjectName, Figures>>;
  /** Pharos' rate to another's: the median over the rounds, in each of which both ran back to back. */
  to_limit: number;
  to_jsonb?: number;
};

export type Target = { name: string; wanted: string; got: number; met: boolean };

export const summarize = (measured: Measured[]): Row[] =>
  measured.flatMap(({ workload: { name, concurrency }, slices }) => {
    if (slices.size === 0) return [];
    const figures = Object.fromEntries(
      [...slices].map(([subject, of]): [SubjectName, Figures] => {
        const times = of.flatMap((slice) => slice.times).sort((a, b) => a - b);
        const rate = median(of.map((slice) => slice.rate));
        return [subject, { rate, p50: quantile(times, 0.5), p99: quantile(times, 0.99), requests: times.length }];
      }),
    );
    // A round that was cut short has no slice of some.
    const ratio = (peer: SubjectName) =>
      median(
        (slices.get('Pharos') ?? [])
          .map(({ rate }, round) => rate / (slices.get(peer)?.[round]?.rate ?? NaN))
          .filter(Number.isFinite),
      );
    return {
      name,
      concurrency,
      figures,
      to_limit: ratio('limit'),
      ...(slices.has('jsonb') && { to_jsonb: ratio('jsonb') }),
    };
  });

/** Targets of Pharos for its speed and size, and whether this run met them. */
export const judge = (rows: Row[], disk: Disk): Target[] => {
  const target = (name: string, concurrency: number, to: 'to_limit' | 'to_jsonb', least: number): Target[] => {
    const got = rows.find((row) => row.name === name && row.concurrency === concurrency)?.[to];
    if (got === undefined) return [];
    const peer = to === 'to_limit' ? 'of the bare limit' : 'times jsonb';
    return [{ name: `${name}, ${concurrency} at once`, wanted: `≥ ${least} ${peer}`, got, met: got >= least }];
  };
  const share = disk.stored / disk.json;
  return [
    ...target('PUT 1 h', 1, 'to_limit', 0.45),
    ...target('PUT 1 h', 16, 'to_limit', 0.4),
    ...target('PUT 1 min', 16, 'to_limit', 0.4),
    ...target('GET 1 h', 1, 'to_jsonb', 8),
    ...target('GET 1 h', 16, 'to_jsonb', 8),
    { name: 'Disk of an hour', wanted: '≤ 0.33 of its JSON', got: share, met: share <= 1 / 3 },
  ];
};

export const quantile = (sorted: number[], q: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;

/** The middle of some values, or the mean of the two in the middle. */
export const median = (values: number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low, high] = [sorted[middle - 1] as number, sorted[middle] as number];
  return sorted.length % 2 === 0 ? (low + high) / 2 : high;
};

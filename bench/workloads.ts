import { WORDS_PER_HOUR } from './transcripts.ts';

export type SubjectName = 'Pharos' | 'limit' | 'jsonb' | 'Parse';

/** One kind of request at one concurrency; each of the clients has a call or a case of its own. */
export type Workload = {
  name: string;
  kind: 'put' | 'get-call' | 'get-shelved-call' | 'get-case';
  /** Words of each transcript. */
  words: number;
  concurrency: number;
  /** Milliseconds that a slice of it lasts. */
  slice_ms: number;
  subjects: SubjectName[];
};

export const MAX_CONCURRENCY = 16;
export const CALLS_OF_A_CASE = 5;

/** The sizes that are put, in words. */
export const SIZES = { '1 min': WORDS_PER_HOUR / 60, '1 h': WORDS_PER_HOUR, '3 h': 3 * WORDS_PER_HOUR };

const both = (workload: Omit<Workload, 'concurrency'>): Workload[] =>
  [1, MAX_CONCURRENCY].map((concurrency) => ({ ...workload, concurrency }));

const put = (size: keyof typeof SIZES, slice_ms: number) =>
  both({ name: `PUT ${size}`, kind: 'put', words: SIZES[size], slice_ms, subjects: ['Pharos', 'limit'] });

const get = (name: string, kind: Exclude<Workload['kind'], 'put'>, slice_ms: number) =>
  both({ name, kind, words: WORDS_PER_HOUR, slice_ms, subjects: ['Pharos', 'limit', 'jsonb'] });

export const workloads: Workload[] = [
  ...put('1 min', 800),
  ...put('1 h', 1_300),
  ...put('3 h', 2_000),
  ...get('GET 1 h', 'get-call', 800),
  ...get('GET 1 h, first time', 'get-shelved-call', 800),
  ...get('GET a case of 5 × 1 h', 'get-case', 1_000),
];

import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Connections } from '../platform/database/database.ts';
import type { Waiting } from '../platform/queue/queue.ts';

/** Sources of the measures that are read when somebody asks; null where there is nothing to say. */
export type Measured = {
  /** Connections of the pool of requests. */
  connections(): Connections;
  /** Entries of the queue by their state, and since when the oldest one is due, in ms. */
  queue(): Promise<Waiting | null>;
  /** Bytes of bodies and of answers that are held in memory. */
  held(): { bodies: number; answers: number };
  /** Milliseconds for which the oldest audit event has been waiting for its link. */
  seal_lag_ms(): number;
  free_bytes(): number | null;
  min_free_bytes: number;
  /** Time that the newest finished backup shows. */
  newest_backup(): Promise<Date | null>;
};

export type Metrics = {
  /** Counts a request: `route` is the row of the contract's table, never the address. */
  count(request: { method: string; route: string; status: number; seconds: number }): void;
  /** Everything in the text format of Prometheus. */
  print(): Promise<string>;
  content_type: string;
};

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Opens the metrics of one server. No label holds a name, a word, or an id of an organization. */
export const openMetrics = (measured: Measured): Metrics => {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const requests = new Counter({
    name: 'pharos_http_requests_total',
    help: 'Requests answered, by route and status.',
    labelNames: ['method', 'route', 'status'],
    registers,
  });
  const durations = new Histogram({
    name: 'pharos_http_request_duration_seconds',
    help: 'Time from a request to the end of its answer, by route.',
    labelNames: ['method', 'route'],
    buckets: SECONDS,
    registers,
  });

  /** A gauge that is read when somebody asks, and absent where there is nothing to say. */
  const gauge = (name: string, help: string, read: () => Promise<number | null> | number | null) =>
    new Gauge({
      name,
      help,
      registers,
      async collect() {
        const value = await read();
        this.reset();
        if (value === null) this.remove();
        else this.set(value);
      },
    });
  /** A gauge with one label, all of whose values are read when somebody asks. */
  const gauges = (name: string, help: string, label: string, read: () => Promise<Record<string, number>>) =>
    new Gauge({
      name,
      help,
      labelNames: [label],
      registers,
      async collect() {
        const values = await read();
        this.reset();
        for (const [of, value] of Object.entries(values)) this.set({ [label]: of }, value);
      },
    });

  /** The queue as the print under way found it, so that its two gauges ask the database once. */
  let queue: Promise<Waiting | null> | undefined;
  gauges('pharos_database_connections', 'Connections of the pool of requests, by state.', 'state', async () => {
    const { total, idle, waiting } = measured.connections();
    return { busy: total - idle, idle, waiting };
  });
  gauges('pharos_jobs', 'Entries of the queue, by state.', 'state', async () => (await queue)?.states ?? {});
  gauge('pharos_queue_oldest_seconds', 'Time for which the oldest entry that is due has waited.', async () => {
    const waiting = await queue;
    return waiting ? waiting.oldest_ms / 1000 : null;
  });
  gauges('pharos_memory_held_bytes', 'Bytes of bodies and answers held in memory.', 'of', async () => measured.held());
  gauge(
    'pharos_audit_seal_lag_seconds',
    'Time for which the oldest audit event has waited for its link.',
    () => measured.seal_lag_ms() / 1000,
  );
  gauge('pharos_disk_free_bytes', 'Bytes free on the fullest disk of this machine.', measured.free_bytes);
  gauge('pharos_disk_min_free_bytes', 'Free bytes below which writes are refused.', () => measured.min_free_bytes);
  gauge('pharos_backup_age_seconds', 'Age of the newest finished backup.', async () => {
    const newest = await measured.newest_backup();
    return newest && (Date.now() - newest.getTime()) / 1000;
  });

  return {
    count: ({ method, route, status, seconds }) => {
      requests.inc({ method, route, status });
      durations.observe({ method, route }, seconds);
    },
    print: () => {
      queue = measured.queue();
      return register.metrics();
    },
    content_type: register.contentType,
  };
};

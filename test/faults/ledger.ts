import type { Call } from '@pharos/contract/calls.ts';
import { digestOf, stampOf } from './stamped-body.ts';

/** One body that a writer sent, over and over until it was acknowledged. Times are of `performance.now()`. */
export type Write = { stamp: string; digest: string; sent_at: number; acknowledged_at?: number };

export type Verdict = 'right' | 'lost' | 'mixed';

/** Writes sent to one call and those acknowledged, to compare with what the server has. */
export class Ledger {
  readonly call_uuid: string;
  readonly #writes = new Map<string, Write>();

  constructor(call_uuid: string) {
    this.call_uuid = call_uuid;
  }

  add(write: Write): void {
    this.#writes.set(write.stamp, write);
  }

  get acknowledged(): Write[] {
    return [...this.#writes.values()].filter(({ acknowledged_at }) => acknowledged_at !== undefined);
  }

  /**
   * Judges an answer to a question asked at `asked_at`. Mixed: it is not exactly one body that was sent. Lost: a write
   * that had been acknowledged by then began only after the answered one was acknowledged, so it came later.
   */
  judge(call: Call, asked_at: number): Verdict {
    const known = this.acknowledged.filter(({ acknowledged_at = asked_at }) => acknowledged_at < asked_at);
    if (call.file_name === null && call.transcript === null) return known.length === 0 ? 'right' : 'lost';
    const write = this.#writes.get(stampOf(call) ?? '');
    if (!write || write.digest !== digestOf(call.transcript)) return 'mixed';
    const { acknowledged_at = Number.POSITIVE_INFINITY } = write;
    return known.some(({ sent_at }) => sent_at > acknowledged_at) ? 'lost' : 'right';
  }
}

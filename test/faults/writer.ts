import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger, Write } from './ledger.ts';
import { digestOf, stampedBody } from './stamped-body.ts';

/** Settings of the writers, and the ledger that they share. */
export type Load = {
  baseUrl: string;
  token: string;
  /** Told of every attempt that is answered 200, with the time at which it was sent. */
  onAcknowledged(attempted_at: number): void;
  /** No new body is begun after this. */
  stopping: AbortSignal;
  /** Signal at which a writer that still waits gives up. */
  giveUp: AbortSignal;
};

const LONGEST_MINUTES = 60;

/** Writes one body after the other to a call. A refusal other than 503 rejects: nothing here gives cause for one. */
export const writeOn = async (load: Load, ledger: Ledger, name: string): Promise<void> => {
  for (let sequence = 1; !load.stopping.aborted && !load.giveUp.aborted; sequence++) {
    const stamp = `${name}.${sequence}`;
    const body = stampedBody(stamp, 1 + Math.floor(Math.random() * LONGEST_MINUTES));
    const write: Write = { stamp, digest: digestOf(body.transcript), sent_at: performance.now() };
    ledger.add(write);
    await sendUntilAcknowledged(load, ledger.call_uuid, JSON.stringify(body), write);
  }
};

// As a sane client: the same body again, after a short wait, until it is acknowledged.
const sendUntilAcknowledged = async (load: Load, call_uuid: string, body: string, write: Write): Promise<void> => {
  while (!load.giveUp.aborted) {
    const attempted_at = performance.now();
    const response = await put(load, call_uuid, body);
    if (response?.status === 200) {
      write.acknowledged_at = performance.now();
      load.onAcknowledged(attempted_at);
      // The status is the promise; that the rest of the answer is cut off does not take it back.
      await response.arrayBuffer().catch(() => {});
      return;
    }
    const told = await response?.text().catch(() => '');
    if (response && response.status !== 503) throw new Error(`a PUT was answered ${response.status}: ${told}`);
    await sleep(20 + Math.random() * 30);
  }
};

const put = ({ baseUrl, token, giveUp }: Load, call_uuid: string, body: string): Promise<Response | null> =>
  fetch(`${baseUrl}/v1/calls/${call_uuid}`, {
    method: 'PUT',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body,
    signal: giveUp,
  }).catch(() => null);

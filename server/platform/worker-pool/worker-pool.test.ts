import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import type { Task } from './thread.fixture.ts';
import { LimitExceeded, openWorkerPool, type PoolOptions } from './worker-pool.ts';

const open = (more: Partial<PoolOptions> = {}) => {
  const limits = { at_once: 2, each: 1, most_waiting: 8, limit_ms: 60_000, memory_mb: 64 };
  const file = new URL('./thread.fixture.ts', import.meta.url);
  const pool = openWorkerPool<Task, string>({ file, ...limits, ...more });
  after(() => pool.close());
  return pool;
};
const [a, b] = [{ organization_uuid: 'a' }, { organization_uuid: 'b' }];

test('a task is done in a thread, and what it throws is thrown', async () => {
  const pool = open();
  assert.equal(await pool.run({ says: 'yes' }, a), 'yes');
  await assert.rejects(pool.run({ does: 'break' }, a), /broken/);
  assert.equal(await pool.run({ says: 'still' }, a), 'still');
});

test('work that never ends keeps no other organization waiting, and ends when its client leaves', async () => {
  const pool = open();
  const leaving = new AbortController();
  const reason = new Error('left');
  const endless = pool.run({ does: 'wait' }, { ...a, signal: leaving.signal });
  const next = pool.run({ says: 'next' }, a);
  assert.equal(await pool.run({ says: 'yes' }, b), 'yes');
  leaving.abort(reason);
  await assert.rejects(endless, reason);
  assert.equal(await next, 'next');
});

test('work that takes too long is ended, and the next begins', async () => {
  const pool = open({ limit_ms: 300 });
  const isLate = (error: unknown) => error instanceof LimitExceeded && error.limit === 'time';
  await assert.rejects(pool.run({ does: 'wait' }, a), isLate);
});

test('work that takes too much memory is ended, and the next begins', async () => {
  const pool = open();
  const isLarge = (error: unknown) => error instanceof LimitExceeded && error.limit === 'memory';
  await assert.rejects(pool.run({ does: 'fill' }, a), isLarge);
  assert.equal(await pool.run({ says: 'yes' }, a), 'yes');
});

test('a pool whose work is given up while it closes is closed once that has ended', async () => {
  const pool = open();
  const leaving = new AbortController();
  const reason = new Error('left');
  const left = assert.rejects(pool.run({ does: 'wait' }, { ...a, signal: leaving.signal }), reason);
  await pool.run({ says: 'begun' }, b);
  const closed = pool.close();
  leaving.abort(reason);
  await Promise.all([left, closed]);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openFairTurns } from './fair-turns.ts';

/** Work that is done when the test says so, and in which order it was begun. */
const openWork = (at_once: number, each: number) => {
  const turn = openFairTurns({ at_once, each });
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  const ask = (organization: string, signal?: AbortSignal) =>
    turn.run(
      organization,
      () =>
        new Promise<void>((resolve) => {
          begun.push(organization);
          ends.push(resolve);
        }),
      signal,
    );
  const endNext = async () => {
    ends.shift()?.();
    for (let turns = 0; turns < 10; turns++) await null;
  };
  return { ask, begun, endNext };
};

test('no more is begun than may be at once, and of one organization no more than its part', async () => {
  const { ask, begun } = openWork(3, 2);
  for (const organization of ['a', 'a', 'a', 'b', 'b', 'c']) ask(organization);
  await null;
  assert.deepEqual(begun, ['a', 'a', 'b']);
});

test('organizations take turns, however much one of them asks for', async () => {
  const { ask, begun, endNext } = openWork(1, 1);
  for (const organization of ['a', 'a', 'a', 'a', 'b', 'c']) ask(organization);
  for (let work = 0; work < 6; work++) await endNext();
  assert.deepEqual(begun, ['a', 'a', 'b', 'c', 'a', 'a']);
});

test('work that fails gives its place to the next', async () => {
  const turn = openFairTurns({ at_once: 1, each: 1 });
  await assert.rejects(turn.run('a', () => Promise.reject(new Error('broken'))));
  assert.equal(await turn.run('a', async () => 'done'), 'done');
});

test('whoever leaves before their turn is not begun, and keeps nobody waiting', async () => {
  const { ask, begun, endNext } = openWork(1, 1);
  const leaving = new AbortController();
  const reason = new Error('left');
  ask('a');
  const left = ask('b', leaving.signal);
  ask('c');
  leaving.abort(reason);
  await assert.rejects(left, reason);
  await assert.rejects(ask('d', leaving.signal), reason);
  await endNext();
  assert.deepEqual(begun, ['a', 'c']);
});

test('whoever has waited too long is told to try again, and keeps nobody waiting', async () => {
  const turn = openFairTurns({ at_once: 1, each: 1, wait_ms: 5 });
  const end = await turn.take('a');
  await assert.rejects(turn.take('b'), { status: 503 });
  const next = turn.take('c');
  end();
  (await next)();
  (await turn.take('a'))();
});

test('what one organization may have waiting is bounded, and no other is refused for it', async () => {
  const turn = openFairTurns({ at_once: 1, each: 1, most_waiting: 2 });
  const never = () => new Promise<never>(() => {});
  void turn.run('a', never);
  const waiting = [turn.run('a', never), turn.run('a', never)];
  await assert.rejects(turn.run('a', never), { status: 503 });
  void turn.run('b', never);
  assert.equal(waiting.length, 2);
});

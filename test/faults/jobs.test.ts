// JOBS=500 KILLS=10 POISON=10 npm test -- test/faults/jobs.test.ts is the long run; figures are printed.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openJobHome } from './job-home.ts';
import { workOn } from './jobs.ts';

const { JOBS = '24', KILLS = '2', POISON = '3' } = process.env;
const [jobs, kills, poison] = [JOBS, KILLS, POISON].map(Number) as [number, number, number];

test('workers that are killed lose nothing and do nothing twice', async (t) => {
  const home = await openJobHome();
  const outcome = await workOn(home, { workers: 2, at_once: 8, kills, jobs });
  t.diagnostic(JSON.stringify(outcome));
  const { succeeded, unfinished, failed, wrong, most_attempts } = outcome;
  assert.deepEqual({ succeeded, unfinished, failed, wrong }, { succeeded: jobs, unfinished: 0, failed: 0, wrong: 0 });
  assert.ok(most_attempts > 1, 'no kill hit a job');
});

test('every callback that comes ten times has one effect, with workers killed meanwhile', async (t) => {
  const home = await openJobHome({ calls_back: true });
  const outcome = await workOn(home, { workers: 2, at_once: 8, kills, jobs });
  t.diagnostic(JSON.stringify(outcome));
  const { succeeded, unfinished, failed, wrong } = outcome;
  assert.deepEqual({ succeeded, unfinished, failed, wrong }, { succeeded: jobs, unfinished: 0, failed: 0, wrong: 0 });
});

test('jobs that never succeed fail alone, after five tries, and no other is asked for twice', async (t) => {
  const well = await openJobHome();
  const without = await workOn(well, { workers: 1, at_once: 8, kills: 0, jobs });
  t.diagnostic(JSON.stringify(without));
  const ill = await openJobHome();
  const withPoison = await workOn(ill, { workers: 1, at_once: 8, kills: 0, jobs: jobs + poison, poison });
  t.diagnostic(JSON.stringify(withPoison));
  const { succeeded, failed, unfinished, wrong, most_attempts, asked } = withPoison;
  assert.deepEqual(
    { succeeded, failed, unfinished, wrong, most_attempts, asked },
    { succeeded: jobs, failed: poison, unfinished: 0, wrong: 0, most_attempts: 5, asked: jobs + 5 * poison },
  );
});

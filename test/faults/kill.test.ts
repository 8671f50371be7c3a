import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runFaults } from './faults.ts';

const linux = process.platform === 'linux';

test('a killed server and a killed PostgreSQL lose and mix nothing that was acknowledged', {
  skip: linux ? false : 'finds processes through /proc',
  timeout: 900_000,
}, async (t) => {
  const { acknowledged, slowest_ms, ...found } = await runFaults(4);
  t.diagnostic(`${acknowledged} writes acknowledged, the first after a kill within ${slowest_ms} ms`);
  assert.deepEqual(found, { lost: [], mixed: [], missing: [], short: [], broken: 0 });
  assert.ok(acknowledged > 20, `${acknowledged} writes`);
});

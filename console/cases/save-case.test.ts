import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PharosError } from '@pharos/client/error.ts';
import type { Case, CasePatch } from '@pharos/contract/cases.ts';
import { type CaseApi, saveCase } from './save-case.ts';

/** A case in memory, and what somebody else changes in it before each of the next requests. */
const openCase = (others: CasePatch[]) => {
  let [version, current] = [1, { last_name: 'Hollis', external_id: null, summary: 'No lilies.' } as Case];
  const change = (body: CasePatch) => {
    current = { ...current, ...body } as Case;
    version++;
  };
  const api: CaseApi = {
    get: async () => ({ etag: `"${version}"`, case: current }),
    patch: async (body, if_match) => {
      const other = others.shift();
      if (other) change(other);
      if (if_match !== `"${version}"`) throw new PharosError(new Response(null, { status: 412 }), {});
      change(body);
      return { data: current, message: null, request_id: null, etag: `"${version}"` };
    },
  };
  return { api, current: () => current };
};
const late = (error: unknown) => error instanceof PharosError && error.status_code === 412;
const change = { body: { external_id: 'T-1' }, before: { external_id: null } };

test('two people who change different fields of a case both have their way', async () => {
  const { api, current } = openCase([{ summary: 'Lilies.' }, { last_name: 'Marsh' }]);
  const { etag, over } = await saveCase(change, '"1"', api);
  assert.deepEqual([over, etag], ['"3"', '"4"']);
  assert.deepEqual(current(), { last_name: 'Marsh', external_id: 'T-1', summary: 'Lilies.' });
});

test('a field that somebody else has changed meanwhile stays theirs', async () => {
  const { api, current } = openCase([{ external_id: 'T-2' }]);
  await assert.rejects(saveCase(change, '"1"', api), late);
  assert.equal(current().external_id, 'T-2');
  const cleared = openCase([{ summary: null }]);
  const both = { body: { summary: 'Roses.', ...change.body }, before: { summary: 'No lilies.', ...change.before } };
  await assert.rejects(saveCase(both, '"1"', cleared.api), late);
  assert.deepEqual([cleared.current().summary, cleared.current().external_id], [null, null]);
});

test('a change that has already been made is no conflict', async () => {
  const { api, current } = openCase([{ external_id: 'T-1' }]);
  await saveCase(change, '"1"', api);
  assert.equal(current().external_id, 'T-1');
});

test('a case that is changed again and again is tried four times', async () => {
  const { api, current } = openCase(['a', 'b', 'c', 'd'].map((summary) => ({ summary })));
  await assert.rejects(saveCase(change, '"1"', api), late);
  assert.deepEqual([current().external_id, current().summary], [null, 'd']);
});

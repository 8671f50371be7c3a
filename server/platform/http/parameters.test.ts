import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '@pharos/contract/table/routes.ts';
import { readParams, readQuery } from './parameters.ts';

const uuid = '3F0B6A52-7C1D-4E9A-8B64-D2C95E17A083';
const list = routes.calls.list;

test('a uuid of a path is answered in lower case', () => {
  assert.deepEqual(readParams(routes.calls.get, { call_uuid: uuid }), { call_uuid: uuid.toLowerCase() });
});

test('what is no uuid is refused by the name of its place', () => {
  for (const wrong of ['x', `{${uuid}}`, uuid.replaceAll('-', ''), `${uuid}\n`, '']) {
    assert.throws(() => readParams(routes.calls.get, { call_uuid: wrong }), { message: 'call_uuid must be a UUID' });
  }
});

test('a version in a path is a whole number from 1, and one beyond every column names nothing', () => {
  const { version: route } = routes.calls;
  const read = (version: string) => readParams(route, { call_uuid: uuid, version }).version;
  assert.equal(read('1'), 1);
  assert.equal(read('2147483647'), 2_147_483_647);
  for (const wrong of ['', '0', '-1', '+1', '01', '1.0', '1e3', '0x1', ' 1', '1\n', 'newest', '\u0661']) {
    assert.throws(() => read(wrong), { status: 400, message: 'version must be a whole number from 1' });
  }
  for (const none of ['2147483648', '9'.repeat(400)]) {
    assert.throws(() => read(none), { status: 404, message: 'Version not found' });
  }
});

test('a query is turned into what its schema says, and unknown parameters are ignored', () => {
  assert.deepEqual(readQuery(list, { limit: '7', has_transcript: 'false', external_id: '7', other: "'; drop" }), {
    limit: 7,
    has_transcript: false,
    external_id: '7',
  });
});

test('a query that is not as documented is refused', () => {
  const wrong = [
    { limit: '0' },
    { limit: '201' },
    { limit: '1e1' },
    { limit: ['1', '2'] },
    { has_transcript: '1' },
    { case_uuid: 'x' },
    { external_id: 'a\0b' },
    { created_after: 'yesterday' },
    { created_after: '2026-01-01T00:00:00+24:00' },
    { created_after: '2026-13-01T00:00:00Z' },
  ];
  for (const query of wrong) assert.throws(() => readQuery(list, query), { status: 400 }, JSON.stringify(query));
});

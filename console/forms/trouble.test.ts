import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PharosError } from '@pharos/client/error.ts';
import { english } from '../texts/english.ts';
import { troubleAt, troubleOf } from './trouble.ts';

const refused = (status: number, envelope: object) => new PharosError(new Response(null, { status }), envelope);
const problems = [
  { pointer: '/email', message: 'must be an e-mail address' },
  { pointer: '/location_uuids/0', message: 'names no location' },
  { pointer: '/location_uuids/1', message: 'names no location' },
];

test('each problem of a refusal is told at the field that it is about', () => {
  const trouble = troubleOf(refused(400, { message: 'Wrong', errors: problems, request_id: 'r' }), english);
  assert.deepEqual(trouble, {
    message: 'Wrong',
    fields: { email: ['must be an e-mail address'], location_uuids: ['names no location', 'names no location'] },
    request_id: 'r',
  });
  assert.equal(troubleAt(trouble, ['email', 'location_uuids'], english).message, english.forms.look_at_fields);
  assert.equal(troubleAt(trouble, ['email'], english).message, 'Wrong');
});

test('a refusal without a field is told in its own words, and a field of any name is only a name', () => {
  assert.equal(
    troubleAt(troubleOf(refused(409, { message: 'Last admin' }), english), ['x'], english).message,
    'Last admin',
  );
  const strange = { errors: [{ pointer: '/__proto__', message: 'no' }] };
  assert.deepEqual(Object.keys(troubleOf(refused(400, strange), english).fields), ['__proto__']);
});

test('whoever was slower, or is signed out, or has no connection, is told what that means', () => {
  assert.equal(troubleOf(refused(412, { message: 'If-Match' }), english).message, english.forms.changed_meanwhile);
  assert.equal(troubleOf(refused(401, {}), english).message, english.calls.signed_out);
  assert.equal(troubleOf(new TypeError('fetch failed'), english).message, english.shell.unreachable);
});

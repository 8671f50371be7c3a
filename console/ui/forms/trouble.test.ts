import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PharosError } from '@pharos/client/error.ts';
import { english } from '../../texts/english.ts';
import { spanish } from '../../texts/spanish.ts';
import { troubleAt, troubleOf } from './trouble.ts';

const refused = (status: number, envelope: object) => new PharosError(new Response(null, { status }), envelope);
const whole = (status: number, code: string) =>
  refused(status, { request_id: 'r', errors: [{ pointer: '', message: 'In English', code }] });
const problems = [
  { pointer: '/email', message: 'must be an e-mail address', code: 'invalid_email' },
  {
    pointer: '/location_uuids/0',
    message: 'names no location',
    code: 'unknown_reference',
    given: { thing: 'location' },
  },
  {
    pointer: '/location_uuids/1',
    message: 'names no location',
    code: 'unknown_reference',
    given: { thing: 'location' },
  },
];
const invalid = refused(400, { message: 'Wrong', errors: problems, request_id: 'r' });

test('each problem of a refusal is told at the field that it is about, in the reader’s language', () => {
  const { invalid_email, unknown_reference } = spanish.refusals;
  const trouble = troubleOf(invalid, spanish);
  assert.deepEqual(trouble, {
    message: `${spanish.forms.not_right} ${invalid_email}`,
    fields: { email: [invalid_email], location_uuids: [unknown_reference({ thing: 'location' })] },
    request_id: null,
    is_late: false,
  });
  assert.equal(troubleAt(trouble, ['email', 'location_uuids'], spanish).message, spanish.forms.look_at_fields);
  assert.equal(troubleAt(trouble, ['email'], spanish).message, trouble.message);
});

test('a field of any name is only a name', () => {
  const strange = { errors: [{ pointer: '/__proto__', message: 'no', code: 'required' }] };
  assert.deepEqual(Object.keys(troubleOf(refused(400, strange), english).fields), ['__proto__']);
});

test('whoever was slower, or is signed out, or has no connection, is told what that means', () => {
  const late = troubleOf(whole(412, 'version_conflict'), english);
  assert.deepEqual([late.message, late.is_late], [english.forms.changed_meanwhile, true]);
  assert.equal(troubleOf(whole(401, 'unauthenticated'), english).message, english.refusals.unauthenticated);
  assert.deepEqual(troubleOf(whole(409, 'last_admin'), spanish).fields, {});
  assert.equal(troubleOf(new TypeError('fetch failed'), english).message, english.ui.unreachable);
  assert.equal(troubleOf(refused(502, {}), english).message, english.ui.unreachable);
});

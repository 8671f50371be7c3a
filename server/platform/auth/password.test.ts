import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, isPassword } from './password.ts';

const PASSWORD = 'lanterns on the river';

test('a password is known again and no other is, and each time it is stored otherwise', async () => {
  const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)];
  assert.notEqual(one, other);
  assert.ok(await isPassword(PASSWORD, one));
  assert.ok(await isPassword(PASSWORD, other));
  assert.ok(!(await isPassword(`${PASSWORD} `, one)));
  assert.ok(!(await isPassword('', one)));
});

test('letters may be typed composed or decomposed', async () => {
  assert.ok(await isPassword('Bestattung Mu\u0308ller', await hashPassword('Bestattung M\u00fcller')));
});

test('a stored password says its own cost, so that a later one may be higher', async () => {
  const stored = '$scrypt$ln=4,r=1,p=1$c2FsdHNhbHRzYWx0c2FsdA==$';
  const key = scryptSync(PASSWORD, 'saltsaltsaltsalt', 32, { N: 16, r: 1, p: 1 }).toString('base64');
  assert.ok(await isPassword(PASSWORD, stored + key));
  await assert.rejects(isPassword(PASSWORD, 'plain text'), /not of the form/);
});

test('where no password is stored none is right', async () => {
  assert.ok(!(await isPassword(PASSWORD, null)));
  assert.ok(!(await isPassword('', null)));
});

test('of very many at the same moment the last are told to try again, and the next ones are not', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 34 }, () => isPassword(PASSWORD, null)));
  const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  assert.deepEqual(
    refused.map(({ reason }) => reason.status),
    [503, 503],
  );
  assert.ok(!(await isPassword(PASSWORD, null)));
});

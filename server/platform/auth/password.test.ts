import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { test } from 'node:test';
import { hashPassword, isPassword, passwordsThatMatch } from './password.ts';

const PASSWORD = 'lanterns on the river';
const TURN = 'a network';

test('a password is known again and no other is, and each time it is stored otherwise', async () => {
  const [one, other] = [await hashPassword(PASSWORD, TURN), await hashPassword(PASSWORD, TURN)];
  assert.notEqual(one, other);
  assert.ok(await isPassword(PASSWORD, one, TURN));
  assert.ok(await isPassword(PASSWORD, other, TURN));
  assert.ok(!(await isPassword(`${PASSWORD} `, one, TURN)));
  assert.ok(!(await isPassword('', one, TURN)));
});

test('letters may be typed composed or decomposed', async () => {
  assert.ok(await isPassword('Bestattung Mu\u0308ller', await hashPassword('Bestattung M\u00fcller', TURN), TURN));
});

test('a stored password says its own cost, so that a later one may be higher', async () => {
  const stored = '$scrypt$ln=4,r=1,p=1$c2FsdHNhbHRzYWx0c2FsdA==$';
  const key = scryptSync(PASSWORD, 'saltsaltsaltsalt', 32, { N: 16, r: 1, p: 1 }).toString('base64');
  assert.ok(await isPassword(PASSWORD, stored + key, TURN));
  await assert.rejects(isPassword(PASSWORD, 'plain text', TURN), /not of the form/);
});

test('passwords that share a salt are told apart all the same', async () => {
  const one = await hashPassword(PASSWORD, TURN);
  const other = await hashPassword('another one', TURN, one);
  const own = await hashPassword('another one', TURN);
  const saltOf = (stored: string) => stored.split('$')[3];
  assert.equal(saltOf(other), saltOf(one));
  assert.notEqual(saltOf(own), saltOf(one));
  assert.deepEqual(await passwordsThatMatch(PASSWORD, [one, null, other, own], TURN), [true, false, false, false]);
  assert.deepEqual(await passwordsThatMatch('another one', [one, null, other, own], TURN), [false, false, true, true]);
});

test('whoever tries one password waits for one of somebody who tries many, and not for all', async () => {
  const done: string[] = [];
  const tries = (turn: string, many: number) =>
    Array.from({ length: many }, () => isPassword(PASSWORD, null, turn).then(() => done.push(turn)));
  await Promise.all([...tries('a stranger', 12), ...tries('a neighbor', 1), ...tries('another', 1)]);
  assert.ok(done.indexOf('a neighbor') < 4 && done.indexOf('another') < 5, done.join());
});

test('where no password is stored none is right', async () => {
  assert.ok(!(await isPassword(PASSWORD, null, TURN)));
  assert.ok(!(await isPassword('', null, TURN)));
});

test('of very many at the same moment the last are told to try again, and the next ones are not', async () => {
  const outcomes = await Promise.allSettled(Array.from({ length: 34 }, () => isPassword(PASSWORD, null, TURN)));
  const refused = outcomes.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  assert.deepEqual(
    refused.map(({ reason }) => reason.status),
    [503, 503],
  );
  assert.ok(!(await isPassword(PASSWORD, null, TURN)));
});

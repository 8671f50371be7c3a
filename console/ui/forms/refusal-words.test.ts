import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PharosError } from '@pharos/client/error.ts';
import { PROBLEMS, REFUSALS, THINGS } from '@pharos/contract/table/refusals.ts';
import { english } from '../../texts/english.ts';
import { spanish } from '../../texts/spanish.ts';
import { refusalWords } from './refusal-words.ts';

const given = {
  wanted: 'integer',
  seconds: 1,
  days: 1,
  limit: 1,
  level: 'admin',
  yours: 'viewer',
  thing: 'case',
  call_uuid: 'x',
  most: 200,
};
const MESSAGE = 'In the words of the server';
const refused = (problem: object) => {
  const errors = [{ pointer: '', message: MESSAGE, ...problem }];
  return new PharosError(new Response(null, { status: 400 }), { request_id: 'r', message: MESSAGE, errors } as never);
};

for (const [name, texts] of Object.entries({ English: english, Spanish: spanish })) {
  test(`every reason for a refusal, and every problem of a field, is told in ${name}`, () => {
    for (const code of [...REFUSALS, ...PROBLEMS]) {
      const words = refusalWords(refused({ code, given }), texts);
      assert.match(words, /^\p{Lu}[^!]*[^\s!]\.$/u, code);
      assert.doesNotMatch(words, /undefined|NaN|the words of the server/, code);
    }
    const missing = THINGS.map((thing) => refusalWords(refused({ code: 'not_found', given: { thing } }), texts));
    // A job is a transcription as well as what comes of it.
    assert.equal(new Set(missing).size, THINGS.length - (name === 'Spanish' ? 1 : 0));
  });
}

test('a reason that this page does not know yet is told in the words of the server', () => {
  for (const code of ['of_tomorrow', '__proto__', 'toString']) {
    assert.equal(refusalWords(refused({ code }), spanish), MESSAGE);
  }
});

test('the first wrong field is called as the page calls it', () => {
  const error = refused({ pointer: '/password', code: 'too_short', given: { limit: 10 } });
  assert.equal(refusalWords(error, english, { password: 'Password' }), 'Password: Use at least 10 characters.');
  assert.equal(refusalWords(error, spanish), `${spanish.forms.not_right} Use al menos 10 caracteres.`);
});

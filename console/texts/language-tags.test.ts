import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatsOf } from './formats.ts';
import { validTags } from './language-tags.ts';

const CASES: [given: unknown, tags: string[]][] = [
  [
    ['en-US', 'en'],
    ['en-US', 'en'],
  ],
  [['en-US@posix'], ['en-US']],
  [['en-US.UTF-8'], ['en-US']],
  ['en_US.UTF-8', ['en-US']],
  [
    ['es_MX@euro', 'en'],
    ['es-MX', 'en'],
  ],
  ['en-US,en', ['en-US', 'en']],
  [['es-MX,es;q=0.9,en;q=0.8'], ['es-MX', 'es', 'en']],
  [['', ' ', ',', ';', '@', '.'], []],
  [['not a language', '-', '*', 'x', '中文', 'en-', 'e'.repeat(300)], []],
  [[undefined, null, 7, {}, ['en']], []],
  [undefined, []],
  [null, []],
  [['C'], []],
  [['garbage!', 'es'], ['es']],
];

for (const [given, tags] of CASES) {
  test(`of ${JSON.stringify(given)} the valid tags are ${tags.join(', ') || 'none'}`, () => {
    assert.deepEqual(validTags(given), tags);
    for (const tag of tags) assert.ok(formatsOf(tag).count(1234));
  });
}

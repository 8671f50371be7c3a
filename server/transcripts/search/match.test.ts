import assert from 'node:assert/strict';
import { test } from 'node:test';
import { buildDocument, readDocument } from './document.ts';
import { match } from './match.ts';
import { parseQuery } from './parse-query.ts';

const documentOf = (texts: readonly string[]) =>
  readDocument(buildDocument(texts.map((text) => ({ text, start_ms: 0, end_ms: 1, confidence: 1, speaker: 'a' }))));

/** Pauses that are counted. */
const countPauses = () => {
  const pauses = { taken: 0 };
  const giveWay = async () => {
    pauses.taken += 1;
  };
  return { pauses, giveWay };
};

const LONG = documentOf(Array.from({ length: 400_000 }, (_, at) => (at % 2 === 0 ? 'dress' : 'dresses')));

for (const [q, places] of [
  ['dress', 400_000],
  ['dres*', 400_000],
  ['"dress dresses dress"', 199_999],
  ['dress* OR dres* OR dress', 400_000],
] as const) {
  test(`${q} is found in the longest of transcripts, and others run meanwhile`, async () => {
    const { pauses, giveWay } = countPauses();
    const found = await match(LONG, parseQuery(q), { giveWay });
    assert.equal(found?.length, places);
    assert.ok(pauses.taken > 1);
  });
}

test('a word among very many others is looked for with pauses', async () => {
  const document = documentOf(Array.from({ length: 50_000 }, (_, at) => `name${at}`));
  const { pauses, giveWay } = countPauses();
  assert.equal(await match(document, parseQuery('dresses'), { giveWay }), null);
  assert.ok(pauses.taken > 20);
});

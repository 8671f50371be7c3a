import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../test/support/properties.ts';
import { readCall } from '../call.ts';
import { passagesOf } from '../passages.ts';
import { findPhrases } from './find-phrases.ts';
import { matchesByOracle, ORACLE_TERMS } from './oracle.fixture.ts';
import { comparedTerms, phraseTerms } from './terms.ts';

/** `FULL=1` tries as many cases as must hold; the suite as many as there is time for. */
const CASES = process.env.FULL === '1' ? 20_000 : 2_000;

const term = fc.constantFrom(...ORACLE_TERMS);
const turn = fc.record({ speaker: fc.constantFrom('A', 'B', null), texts: fc.array(term, { maxLength: 9 }) });
const percentage = fc.oneof(fc.constantFrom(0, 25, 50, 60, 75, 80, 90, 100, 123), fc.integer({ min: 0, max: 100 }));

test('phrases are found where a plain table of costs over every stretch of words finds them', () => {
  const property = fc.property(
    fc.array(turn, { maxLength: 5 }),
    fc.array(term, { minLength: 1, maxLength: 6 }),
    percentage,
    (turns, phrase, match_percentage) => {
      const words = turns.flatMap(({ speaker, texts }) => texts.map((text) => ({ text, speaker })));
      const call = readCall(
        words.map((word, index) => ({ ...word, start_ms: index * 400, end_ms: index * 400 + 400, confidence: 1 })),
      );
      const [found] = findPhrases(call, [{ phrase: phrase.join(' '), match_percentage }]);
      const passages = passagesOf(call).map((passage) =>
        comparedTerms(
          passage.words.map((index) => ({ index, word: words[index] as { text: string } })),
          true,
        ),
      );
      const expected = matchesByOracle(passages, phraseTerms(phrase.join(' '), true), { match_percentage });
      assert.deepEqual({ matches: found?.matches, nearest: found?.nearest }, expected);
    },
  );
  fc.assert(property, { numRuns: CASES });
});

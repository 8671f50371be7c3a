import assert from 'node:assert/strict';
import { test } from 'node:test';
import { REDACTION_KINDS, type RedactionKind } from '@pharos/contract/transcripts.ts';
import { talksOf } from '../../../test/support/spoken-numbers.ts';
import type { WordRange } from '../call.ts';
import { findSecrets } from './find-secrets.ts';
import { generatedTalks, type Talk } from './generated-talks.fixture.ts';
import { readTalk } from './talks.fixture.ts';

const listed: Talk[] = REDACTION_KINDS.flatMap((kind) => talksOf(kind).map((talk) => ({ kind, name: talk, talk })));

const isIn = (ranges: readonly WordRange[], word: number) =>
  ranges.some(({ start_word, end_word }) => word >= start_word && word < end_word);

/** Words of a talk with those marked that are left out though nothing is secret of them, or kept though they are. */
const compared = ({ talk }: Talk, kinds: readonly RedactionKind[] = REDACTION_KINDS) => {
  const { call, isSecret } = readTalk(talk);
  const found = findSecrets(call, kinds);
  const words = call.words.map(({ text }, word) => ({ text, isSecret: isSecret[word], isFound: isIn(found, word) }));
  return {
    found,
    words,
    shown: words.map(({ text, isSecret, isFound }) =>
      isSecret === isFound ? text : isSecret ? `{${text}}` : `<${text}>`,
    ),
  };
};

const share = (talks: readonly Talk[]) => {
  const all = talks.map((talk) => ({ talk, ...compared(talk) }));
  const words = all.flatMap(({ words }) => words);
  const secret = words.filter(({ isSecret }) => isSecret);
  const others = words.filter(({ isSecret }) => !isSecret);
  return {
    recall: secret.filter(({ isFound }) => isFound).length / secret.length,
    taken: others.filter(({ isFound }) => isFound).length / others.length,
    mistakes: all
      .filter(({ words }) => words.some(({ isSecret, isFound }) => isSecret !== isFound))
      .map(({ shown }) => shown.join(' ')),
  };
};

for (const talk of listed) {
  test(`a ${talk.kind} is known word by word: ${talk.name}`, () => {
    const { found, shown } = compared(talk);
    assert.doesNotMatch(shown.join(' '), /[{<]/);
    assert.deepEqual([...new Set(found.map(({ kind }) => kind))], [talk.kind]);
  });
}

for (const talk of talksOf('open')) {
  test(`nothing is secret of: ${talk}`, () => {
    assert.deepEqual(findSecrets(readTalk(talk).call, REDACTION_KINDS), []);
  });
}

test('of each kind, nearly all words are known in hundreds of forms, and hardly any others are taken', () => {
  const talks = generatedTalks();
  assert.ok(talks.length > 300);
  for (const kind of REDACTION_KINDS) {
    const { recall, taken, mistakes } = share(talks.filter((talk) => talk.kind === kind));
    assert.ok(
      recall >= 0.98 && taken <= 0.01,
      `${kind}: ${recall} known, ${taken} others taken:\n${mistakes.join('\n')}`,
    );
  }
});

test('only the kinds that were asked for are found', () => {
  for (const talk of listed) {
    const others = REDACTION_KINDS.filter((kind) => kind !== talk.kind);
    assert.deepEqual(compared(talk, others).found, [], talk.talk);
    assert.deepEqual(compared(talk, []).found, []);
  }
});

import type { Finding, SpokenCall } from './call.ts';
import { rangeOf, type Sentence, wordsOf } from './sentences.ts';

/** Something that somebody says in one sentence of a turn or in several. */
export type Statement<Kind> = { kind: Kind; sentences: readonly Sentence[] };

/** Joins statements of one kind that follow one another in a turn: "You have to have a vault. That's the law." */
export const joinStatements = <Kind>(statements: readonly Statement<Kind>[]): Statement<Kind>[] => {
  const whole: Statement<Kind>[] = [];
  for (const one of statements) {
    const last = whole.at(-1);
    const [before, first] = [last?.sentences.at(-1), one.sentences[0]];
    const isNext = before && first && before.turn === first.turn && first.index - before.index <= 2;
    if (last && isNext && last.kind === one.kind)
      whole.splice(-1, 1, { kind: last.kind, sentences: [...last.sentences, ...one.sentences] });
    else whole.push(one);
  }
  return whole;
};

/** Quote of a statement's sentences, with their places. */
export const quoteOf = (
  call: SpokenCall,
  sentences: readonly Sentence[],
): { quote: string; evidence: Finding['evidence'] } => {
  const evidence = sentences.map((sentence) => rangeOf(sentence));
  return { quote: evidence.map((range) => wordsOf(call, range)).join(' '), evidence };
};

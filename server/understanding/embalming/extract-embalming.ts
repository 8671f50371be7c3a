import type { Finding, Side, SpokenCall, SpokenTurn } from '../call.ts';
import { sideReader } from '../dialogue/sides.ts';
import { oncePerCall } from '../once-per-call.ts';
import { rangeOf, type Sentence, sentencesOf } from '../sentences.ts';
import { extractSheet } from '../sheet/extract-sheet.ts';
import { personOf, placeOfName, relationOf } from '../voices.ts';
import { confirmedRefusal, isAsk, leavesToAnother, putOff } from './asks.ts';
import { ownWish, type Reply, replyTo } from './replies.ts';
import { NAMED, OF_A_PERSON, ON_FILE, PREPARES, PRICE_OR_LAW, PROPOSES, REPORTED_NAME, STAFF } from './words.ts';

/** Reads if embalming was asked for by name, and what was answered, by whom, to whom. Nothing where it did not come up. */
export const extractEmbalming = oncePerCall((call: SpokenCall): Finding[] => {
  const sideOf = sideReader(call);
  const sentences = sentencesOf(call);
  const ask = sentences.find((sentence) => isAsk(sentence, sideOf(sentence.turn)));
  if (ask) {
    if (leavesToAnother(sentences, ask)) return [fact('asked_by_name', true, ask), fact('answer', 'deferred', ask)];
    const reply = replyTo(sentences, ask, sideOf) ?? ownWish(sentences.slice(ask.index + 1), sideOf, call);
    if (reply) return found(call, true, reply, ask.turn, ask);
    return [fact('asked_by_name', true, ask), fact('answer', 'not_asked', ask)];
  }
  const confirmed = confirmedRefusal(sentences, sideOf);
  if (confirmed) return found(call, true, confirmed, confirmed.asker, confirmed.sentence);
  const wish = ownWish(sentences, sideOf, call);
  if (wish) {
    const proposal = sentences.findLast(
      ({ index, text, turn }) =>
        index < wish.sentence.index &&
        turn.index === wish.sentence.turn.index - 1 &&
        sideOf(turn) === 'ours' &&
        PROPOSES.test(text),
    );
    return found(
      call,
      wish.isReported || proposal !== undefined,
      wish,
      proposal?.turn ?? null,
      proposal ?? wish.sentence,
    );
  }
  const put = putOff(sentences, sideOf);
  if (put && sideOf(put.sentence.turn) === 'ours')
    return [fact('asked_by_name', false, put.sentence), fact('answer', 'deferred', put.sentence)];
  if (put) return found(call, false, put, call.turns[put.sentence.turn.index - 1] ?? null, put.sentence);
  const mention = sentences.find((sentence) => comesUp(sentence, sideOf(sentence.turn)));
  return mention ? [fact('asked_by_name', false, mention), fact('answer', 'not_asked', mention)] : [];
});

const comesUp = ({ text }: Sentence, side: Side): boolean => {
  if (PREPARES.test(text) && side === 'ours') return true;
  if (side === 'ours' && /\bnot embalm\b.*\b(?:until|without|unless)\b/.test(text)) return true;
  return NAMED.test(text) && OF_A_PERSON.test(text) && !PRICE_OR_LAW.test(text);
};

const found = (
  call: SpokenCall,
  isAsked: boolean,
  reply: Reply & { isReported?: boolean },
  asker: SpokenTurn | null,
  ask: Sentence,
): Finding[] => {
  const { answer, sentence } = reply;
  const findings = [fact('asked_by_name', isAsked, ask), fact('answer', answer, sentence)];
  if (reply.isReported) return [...findings, ...reportedBy(call, sentence)];
  const reported = isAsked ? REPORTED_NAME.exec(sentence.text) : null;
  if (reported && asker) return [...findings, ...readBack(call, asker, ask)];
  const decider = deciderOf(call, sentence.turn);
  if (STAFF.test(personOf(call, decider).role ?? '')) return findings;
  const { name } = personOf(call, decider);
  const relation = relationOf(call, decider);
  if (name) findings.push(named(call, 'by', name, sentence));
  if (relation) findings.push(fact('relation', relation, sentence));
  const obtained = asker && personOf(call, asker).name;
  if (obtained) findings.push(named(call, 'obtained_by', obtained, ask));
  return findings;
};

/** "His wife's permission, Lenore Carrow". */
const GIVEN_BY =
  /\b(?:the|his|her|their) (wife|husband|son|daughter|mother|father|sister|brother|widow)(?:['’]?s)? (?:permission|consent|authorization|okay)(?: to embalm)?,? ((?:\p{Lu}[\p{L}'’-]+ ?){1,3})/u;

/** Decider whose word another home or a nurse reports: the next of kin's, obtained by the speaker where it was given to them. */
const reportedBy = (call: SpokenCall, sentence: Sentence): Finding[] => {
  if (ON_FILE.test(sentence.text)) return [];
  const kin = extractSheet(call).filter(({ name }) => name.startsWith('next_of_kin_'));
  const isTaken = /\b(?:to me|i asked|i spoke|at my desk|i(?:'ve| have)? (?:got|the|his|her))\b/i.test(
    sentence.turn.text,
  );
  const taker = isTaken ? personOf(call, sentence.turn).name : null;
  const [, relation, name] = GIVEN_BY.exec(sentence.turn.text) ?? [];
  if (kin.length === 0 && relation && name)
    kin.push(
      { name: 'next_of_kin_relationship', value: relation, evidence: [rangeOf(sentence)] },
      named(call, 'next_of_kin_name', name.trim(), sentence),
    );
  return [
    ...kin.map(({ name, value, evidence }) => ({
      name: name === 'next_of_kin_name' ? 'by' : 'relation',
      value,
      evidence,
    })),
    ...(taker ? [named(call, 'obtained_by', taker, sentence)] : []),
  ];
};

/** Name of whoever obtained another's word, "she says yes". */
const readBack = (call: SpokenCall, asker: SpokenTurn, ask: Sentence): Finding[] => {
  const { name } = personOf(call, asker);
  return name ? [named(call, 'obtained_by', name, ask)] : [];
};

/** The turn of whoever decides: an interpreter speaks for the other voice of that side. */
const deciderOf = (call: SpokenCall, turn: SpokenTurn): SpokenTurn => {
  if (!/\binterpret/i.test(turn.label ?? '')) return turn;
  const other = call.turns.find(({ side, speaker }) => side === 'theirs' && speaker !== turn.speaker);
  return other ?? turn;
};

const fact = (name: string, value: unknown, sentence: Sentence): Finding => ({
  name,
  value,
  evidence: [rangeOf(sentence)],
});

const named = (call: SpokenCall, name: string, value: string, sentence: Sentence): Finding => {
  const place = placeOfName(call, value);
  return { name, value, evidence: place ? [place, rangeOf(sentence)] : [rangeOf(sentence)] };
};

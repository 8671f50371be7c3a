import type { Dialogue, DialogueTurn, Passage, Sentence } from './dialogue.ts';

export type Answer = 'yes' | 'no' | 'unknown';

const LEAD = /^(?:(?:oh|well|so|and|okay|ok|hi|you know|honestly|sir|maam|ha|i mean|actually|now) )*/;
const NO =
  /^(?:no|nope|naw|nah|never|not|none|neither|he didnt|she didnt|he wasnt|she wasnt|he hasnt|she hasnt|they didnt|i dont think so|dont think so)\b/;
const YES =
  /^(?:yes|yeah|yep|yup|ya|yea|correct|right|sure|absolutely|of course|uh huh|mm hmm|mhm|si|that is right|thats right|thats correct|thats it|thats him|thats her|thats us|exactly|(?:he|she|they) (?:was|is|did|does|has|have|do|were|are|will)(?! not)|i believe so|there (?:is|was|are|should be)(?! (?:not|no)\b)|i think so)\b/;
const UNKNOWN =
  /^(?:(?:i )?(?:dont|do not|wouldnt) know|not sure|im not sure|i(?:m| am) not sure|no idea|i have no idea|couldnt tell you|i couldnt tell you|not that i know|who knows)\b/;

/** Answer with which somebody's words begin, null where they begin with none. */
export const answerIn = (text: string): Answer | null => {
  const said = text.replace(LEAD, '');
  if (UNKNOWN.test(said)) return said.startsWith('not that i know') ? 'no' : 'unknown';
  if (NO.test(said)) return /^no (?:idea|problem|thats (?:right|fine|ok))/.test(said) ? null : 'no';
  return YES.test(said) ? 'yes' : null;
};

export type Question = { sentence: Sentence; turn: DialogueTurn; answer: DialogueTurn };

/** Questions of the home on a subject, each with the turn that answers: the next of the other side. */
export const questionsOn = ({ turns }: Dialogue, subject: RegExp): Question[] =>
  turns.flatMap((turn) => {
    if (turn.side === 'theirs') return [];
    const sentence = turn.sentences.findLast(({ text }) => subject.test(text));
    const answer = turns[turn.turn + 1];
    const place = sentence ? turn.sentences.indexOf(sentence) : -1;
    const isAsked =
      sentence && (place === turn.sentences.length - 1 || (sentence.is_question && place >= turn.sentences.length - 2));
    return sentence && isAsked && answer && answer.side !== 'ours' ? [{ sentence, turn, answer }] : [];
  });

/** Sentences of one side, or of both. Where nobody knows whose they are, they count as either's. */
export const sentencesOf = ({ turns }: Dialogue, side?: 'ours' | 'theirs'): Sentence[] =>
  turns.flatMap((turn) => (!side || turn.side === null || turn.side === side ? turn.sentences : []));

/** Words before a place in a passage, as text. */
export const before = ({ text, start }: Passage, place: number): string =>
  text
    .split(' ')
    .slice(0, place - start)
    .join(' ');

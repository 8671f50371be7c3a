import { type Dialogue, matchesIn, type Passage, type Stretch } from '../dialogue/dialogue.ts';
import { numbersFrom } from '../mentions/numbers.ts';
import { finding, type Rule, textOf } from './field.ts';

const COMING =
  /\b(?:be there|there (?:in|within|inside)|get there|(?:be|get) (?:at|to|over|out)|on (?:our|my|their|the) way|im coming|were coming|yall comin\w*|arrive|head(?:ing)? (?:over|out|that way)|leav(?:e|ing)|at your door|with you in|eta|see you in|how long|how soon|when (?:are|can|will) (?:you|yall|they)|round up|minutes out|it(?:ll| will) be (?:about |around |maybe |like )?(?:an|one|a half|half|\w+(?: \w+)?) (?:hour|minutes)|give (?:us|me)|look for (?:me|us)|expect (?:us|me)|take (?:us|them|me) |(?:team|crew|staff|drivers?)\b)\b/;
const SPANS =
  /\b(?:(?:about |in |within )?(?:an|one|1|a|inside the|within the|the) hour and (?:a half|a quarter|(?<more>\w+(?: \w+)?) minutes)|(?:a )?half (?:an )?hour|three quarters of an hour|a couple (?:of )?hours|(?:inside|within|in|about) (?:the|an|one|a) hour|an hour|one hour|(?<hours>two|three|2|3) hours|(?:make|call) it (?<instead>\w+(?: \w+)?)|minutes?)\b/;
const NOT_COMING =
  /\b(?:scratch that|wont send|notice|cremation|viewing|ago|earlier|could be|minutes? (?:before|after|from|away)|hold|record\w*|(?:call|called|ring|text|email|fax) (?:you|back|her|him|me|it)|wait)\b/;

/** Minutes until the home is there, as it was said last. */
export const etaMinutes: Rule = (dialogue, found) => {
  if (!['at_need', 'trade'].includes(textOf(found, 'call_kind')) || found.get('released')?.value === 'no') return [];
  const spans: Span[] = [];
  for (const turn of dialogue.turns) {
    const asked = dialogue.turns[turn.turn - 1]?.text ?? '';
    // "Make it an hour and a quarter." "An hour and a quarter it is."
    const isAgreed = turn.side !== 'theirs' && spans.length > 0 && /\bit is\b/.test(turn.text);
    const isComing = isAgreed || COMING.test(turn.text) || (COMING.test(asked) && turn.end - turn.start < 20);
    if (!isComing) continue;
    for (const sentence of turn.sentences)
      if (!NOT_COMING.test(sentence.text) && !(sentence.is_question && turn.side === 'theirs'))
        spans.push(...spansIn(dialogue, sentence, turnOf(dialogue, spans.at(-1)) === turn.turn));
  }
  const last = spans.at(-1);
  return last ? finding(dialogue, 'eta_minutes', last.minutes, last) : [];
};

type Span = Stretch & { minutes: number };

const turnOf = ({ tokens }: Dialogue, span: Span | undefined): number => tokens[span?.start ?? -1]?.turn ?? -1;

/** Spans of time in a sentence. "Make it fifty" is one where one was said before. */
const spansIn = (dialogue: Dialogue, sentence: Passage, isMore: boolean): Span[] => {
  const spans: Span[] = [];
  for (const match of matchesIn(sentence, SPANS)) {
    const minutes = minutesOf(dialogue, sentence, match, match.groups, isMore || spans.length > 0);
    if (minutes) spans.push(minutes);
  }
  return spans;
};

const minutesOf = (
  { terms }: Dialogue,
  turn: Stretch,
  { start, end }: Stretch,
  { more, hours, instead }: Readonly<Record<string, string | undefined>>,
  isMore: boolean,
): Span | null => {
  const text = terms.slice(start, end).join(' ');
  const number = (at: number) => numbersFrom(terms, at, Math.min(turn.end, at + 3), 1)[0];
  if (instead !== undefined) {
    const value = /^half/.test(instead) ? 30 : number(start + 2)?.value;
    return isMore && value && value >= 5 ? { start, end, minutes: value } : null;
  }
  if (/and a quarter$/.test(text)) return { start, end, minutes: 75 };
  if (more !== undefined) return { start, end, minutes: 60 + (number(end - 1 - more.split(' ').length)?.value ?? 0) };
  if (hours !== undefined) return { start, end, minutes: (number(start)?.value ?? 0) * 60 };
  if (/half$/.test(text)) return { start, end, minutes: 90 };
  if (/half/.test(text)) return { start, end, minutes: 30 };
  if (/quarters/.test(text)) return { start, end, minutes: 45 };
  if (/couple/.test(text)) return { start, end, minutes: 120 };
  if (/hour/.test(text)) return { start, end, minutes: 60 };
  for (const back of [2, 1]) {
    const before = start - back >= turn.start ? numbersFrom(terms, start - back, start).at(-1) : undefined;
    if (before?.end === start && before.value >= 5 && before.value <= 300)
      return { start: before.start, end, minutes: before.value };
  }
  return null;
};

import { questionsOn } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { firstName, nameAt } from '../mentions/names.ts';
import { respelled, spellingsIn } from '../mentions/spelling.ts';
import { finding, type Rule } from './field.ts';

const ASKED =
  /\b(?:doctor|physician|dr|who(?:s| is| will be| is going to be| would be)? (?:going to )?sign\w*|signing|sign the|attending)\b/;
const TITLE = /\b(?:dr|doctor|doctora)\b/;
const SIGNS =
  /\b(?:sign|signs|signing|signed|attending|his doctor|her doctor|primary|family doctor|certificate|physician|doctor is|doctors)\b/;
const OTHER =
  /\b(?:pronounced|autopsy|covering|surgeon|cardiologist|heart (?:guy|doctor)|dentist|not|called it|used to|retired)\b/;

/** Physician who signs or who treated: the answer when the home asks, else the one who is said to sign. */
export const physician: Rule = (dialogue) => {
  const spellings = spellingsIn(dialogue);
  const asked = new Set(questionsOn(dialogue, ASKED).flatMap(({ turn }) => [turn.turn + 1, turn.turn + 2]));
  const doctors = doctorsIn(dialogue).map((doctor) => ({ ...doctor, score: scoreOf(dialogue, doctor, asked) }));
  const names = new Set(doctors.map(({ name }) => name.split(' ').at(-1)));
  const best = doctors.reduce<(typeof doctors)[number] | null>(
    (one, other) => (!one || other.score > one.score ? other : one),
    null,
  );
  if (!best || best.score < (names.size === 1 ? 0 : 1)) return [];
  const name = best.name
    .split(' ')
    .map((word) => respelled(word, spellings))
    .join(' ');
  return finding(dialogue, 'physician', `Dr. ${name}`, best);
};

type Doctor = Stretch & { name: string; turn: number };

const doctorsIn = (dialogue: Dialogue): Doctor[] =>
  dialogue.turns.flatMap((turn) =>
    matchesIn(turn, TITLE).flatMap(({ start, end }) => {
      const name =
        nameAt(dialogue, end, turn.end) ??
        (dialogue.terms[end] === 'is' ? firstName(dialogue, end + 1, turn.end) : null);
      return name ? [{ start, end: name.end, name: name.words.join(' '), turn: turn.turn }] : [];
    }),
  );

const scoreOf = ({ terms, turns }: Dialogue, { start, end, turn }: Doctor, asked: ReadonlySet<number>): number => {
  const passage = turns[turn] as Dialogue['turns'][number];
  const words = terms.slice(Math.max(passage.start, start - 6), start).join(' ');
  const after = terms.slice(end, Math.min(passage.end, end + 8)).join(' ');
  const around = `${words} ${after}`;
  return (SIGNS.test(around) ? 2 : 0) + (asked.has(turn) ? 2 : 0) - (OTHER.test(around) ? 3 : 0);
};

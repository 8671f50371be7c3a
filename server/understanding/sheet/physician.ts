import { questionsOn } from '../dialogue/answers.ts';
import { type Dialogue, type DialogueTurn, matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { nameAt } from '../mentions/names.ts';
import { respelled, spellingsIn } from '../mentions/spelling.ts';
import { finding, isFetching, type Rule } from './field.ts';

const ASKED =
  /\b(?:(?:his|her|the|which|what|whos the|a|attending|family|primary) (?:doctor|physician)|who(?:s| is| will be| is going to be| would be)? (?:(?:going to|gonna) )?sign\w*|signing|sign (?:the|for|it)|attending)\b/;
const TITLE = /\b(?:dr|doctora?|physician)(?: is| was|s name is)?(?! (?:at|in|from)\b)\b/;
const SIGNS = /\b(?:sign|signs|signing|sign it|signed|certificate|certify|certifying|going to do it|agreed)\b/;
const TREATS =
  /\b(?:attending|(?:his|her) doctor|primary|family doctor|physician|doctor is|doctors|the hospice(?: one)?|with the hospice|here in town)\b/;
const OTHER =
  /\b(?:pronounced|autopsy|surgeon|cardiologist|heart|dentist|not|doesnt|isnt|wont|called it|used to|retired|was his|was her|moved|resident|emergency|put the|kidneys?|lungs?|eyes|old doctor|friday|out till|out until)\b/;

/** Physician who signs: the name that is told to, else the only doctor who treated. */
export const physician: Rule = (dialogue, found) => {
  if (!isFetching(found)) return [];
  const spellings = spellingsIn(dialogue);
  const asked = new Set(questionsOn(dialogue, ASKED).map(({ turn }) => turn.turn + 1));
  const doctors = doctorsIn(dialogue).map((doctor) => ({ ...doctor, score: scoreOf(dialogue, doctor, asked) }));
  const best = doctors.reduce<ScoredDoctor | null>(
    (one, other) => (one && one.score > other.score ? one : other),
    null,
  );
  if (!best || best.score < ENOUGH) return [];
  // "Dr. Holbrook, Dr. Vance Holbrook": the fullest form of the name.
  const last = best.words.at(-1);
  const full = doctors
    .filter(({ words }) => words.at(-1) === last)
    .sort((one, other) => other.words.length - one.words.length);
  const rivals = doctors.filter(
    ({ words, score, turn }) => words.at(-1) !== last && score >= best.score && turn !== best.turn,
  );
  if (rivals.length > 0) return [];
  const name = (full[0] ?? best).words.map((word) => respelled(word, spellings)).join(' ');
  return finding(dialogue, 'physician', `Dr. ${name}`, best);
};

/** Least score of a doctor who is not just spoken of. */
const ENOUGH = 2;

type Doctor = Stretch & { words: string[]; turn: number };
type ScoredDoctor = Doctor & { score: number };

/** Doctors by title, and names that answer who signs. */
const doctorsIn = (dialogue: Dialogue): Doctor[] =>
  dialogue.turns.flatMap((turn) => {
    const titled = matchesIn(turn, TITLE).flatMap(({ start, end }) => {
      const name = nameAt(dialogue, end, turn.end);
      return name ? [{ start, end: name.end, words: name.words, turn: turn.turn }] : [];
    });
    const first = turn.side === 'ours' ? null : nameBeforeSigning(dialogue, turn);
    return first ? [...titled, first] : titled;
  });

/** "Hansen's going to sign": a name right before the words. */
const nameBeforeSigning = (dialogue: Dialogue, turn: DialogueTurn): Doctor | null => {
  for (const { start } of matchesIn(
    turn,
    /\b(?:(?:is |s |thats |whos )?(?:going to|gonna|will) sign|signs it|(?:is |s )(?:signing|doing the certificate))\b/,
  )) {
    // "His doctor at Rush will sign": a place is no doctor.
    if (/^(?:at|in|from|with|over)$/.test(dialogue.terms[start - 2] ?? '')) continue;
    const name = nameAt(dialogue, start - 1, start);
    // "Hansens gonna sign": where nobody writes apostrophes, the s is of "is".
    const isShort = !dialogue.is_cased && /^(?:going|gonna|signing)$/.test(dialogue.terms[start] ?? '');
    const words = isShort ? name?.words.map((word) => word.replace(/s$/, '')) : name?.words;
    if (name && words) return { ...name, words, turn: turn.turn };
  }
  return null;
};

const scoreOf = (
  { terms, turns, tokens }: Dialogue,
  { start, end, turn }: Doctor,
  asked: ReadonlySet<number>,
): number => {
  const passage = turns[turn] as DialogueTurn;
  const isQuestion =
    passage.side === 'ours' &&
    passage.sentences.some((one) => one.start <= start && start < one.end && one.is_question);
  if (isQuestion) return 0;
  let from = start;
  while (from > passage.start && start - from < 8 && tokens[from - 1]?.ends !== '.') from -= 1;
  let to = end;
  while (to < passage.end && to - end < 8 && tokens[to - 1]?.ends !== '.') to += 1;
  const around = `${terms.slice(from, start).join(' ')} ${terms.slice(end, to).join(' ')}`;
  return (
    (SIGNS.test(around) ? 3 : 0) +
    (TREATS.test(around) ? 1.5 : 0) +
    (asked.has(turn) ? 1.5 : 0) +
    (passage.side === 'ours' ? 0.5 : 1) -
    (OTHER.test(around) ? 3 : 0)
  );
};

import { answerIn, questionsOn, sentencesOf } from '../dialogue/answers.ts';
import { matchesIn, type Stretch } from '../dialogue/dialogue.ts';
import { finding, isFetching, type Rule, textOf } from './field.ts';
import { isOfAnother } from './subject.ts';

const STAIRS = /\b(?:stairs|staircase|stairway|steps|upstairs|walk up|flight|basement|downstairs)\b/;
const HOW_MANY =
  /^(?:just |only |about |maybe )?(?:a few|a couple|some|one|two|three|four|five|six|seven|eight|ten|twelve|\d+)\b/;
const NO_STAIRS =
  /\b(?:no (?:\w+ )?(?:stairs|steps)|not (?:any|many) (?:stairs|steps)|(?:its|it is|all) (?:a ranch|one (?:level|story|floor)|ground floor|flat|on one)|ground (?:floor|level)|first floor|ranch|(?<!no )elevator|single (?:story|level)|one step|no hay escaleras)\b/;

/** Stairs on the way to the person in a home. */
export const stairs: Rule = (dialogue, found) => {
  if (!isFetching(found) || !['residence', ''].includes(textOf(found, 'place_kind'))) return [];
  const asked = questionsOn(dialogue, /\b(?:stairs|steps|upstairs|elevator|floor)\b/).at(-1);
  for (const sentence of sentencesOf(dialogue, 'theirs')) {
    const [none] = matchesIn(sentence, NO_STAIRS);
    if (none) return finding(dialogue, 'stairs', 'no', none);
    const [some] = matchesIn(sentence, STAIRS);
    if (some && !/\b(?:fell|fall)\b/.test(sentence.text)) return finding(dialogue, 'stairs', 'yes', some);
  }
  const [first] = asked?.answer.sentences ?? [];
  const answer = first && (answerIn(first.text) ?? (HOW_MANY.test(first.text) ? 'yes' : null));
  return first && answer && answer !== 'unknown' && !/\b(?:or|elevator)\b/.test(asked?.sentence.text ?? '')
    ? finding(dialogue, 'stairs', answer, first)
    : [];
};

const IMPLANT =
  /\b(?:pacemaker|marcapasos|defibrillator|icd|(?:both )?(?:hips?|knees?) (?:was |were )?replaced|(?:hip|knee)(?: replacement)?(?: thats| is)? ?(?:titanium|replacement)|(?:titanium|metal|artificial|replaced|new) (?:\w+ )?(?:hip|knee|rod|plate|joint|pins)|stents?|(?:chemo )?port|insulin pump|pain pump|pump|plate|rods?|shrapnel|cochlear implant|neurostimulator|stimulator|loop recorder|implants?)\b/;
const NOT = /\b(?:no|not|never|none|without|didnt have|doesnt have|dont see|isnt|havent)\b/;
const IMPLANT_ASKED = /\b(?:pacemaker|defibrillator|implants?|hardware|devices?)\b/;

/** Implants that the callers name, and those that they say are not there. */
export const implants: Rule = (dialogue, found) => {
  const asked = questionsOn(dialogue, IMPLANT_ASKED);
  const items: (Stretch & { text: string })[] = [];
  for (const sentence of sentencesOf(dialogue, 'theirs')) {
    if (/\b(?:radio|air|sea|phone|charger) port\b/.test(sentence.text)) continue;
    for (const match of matchesIn(sentence, IMPLANT)) {
      if (isOfAnother(dialogue, found, sentence, match.start)) continue;
      const words = dialogue.terms.slice(Math.max(sentence.start, match.start - 3), match.start).join(' ');
      items.push({ ...match, text: NOT.test(words) ? `no ${match.text}` : match.text });
    }
  }
  const named = items.filter(({ text }, place) => items.findIndex((one) => one.text === text) === place);
  if (named.length > 0) return finding(dialogue, 'implants', named.map(({ text }) => text).join(', '), ...named);
  for (const { sentence, answer } of asked) {
    const [first] = answer.sentences;
    const value = first && answerIn(first.text);
    const [what] = matchesIn(sentence, IMPLANT_ASKED);
    if (first && what && value === 'no') return finding(dialogue, 'implants', `no ${what.text}`, first, what);
    if (first && what && value === 'yes' && what.text !== 'hardware')
      return finding(dialogue, 'implants', what.text, first, what);
  }
  return [];
};

const EFFECT =
  /\b(?:(?:\w+ )?(?:rings?|wedding (?:ring|band)s?|watch|necklace|bracelet|earrings?|rosary|glasses|dentures|teeth|hearing aids?|wallet|keys|medal|medalla|locket|cross|crucifix|quilt|blanket|purse|cell ?phone|scapular|dog tags|hat|belongings|clothes|jewelry))\b/;
const EFFECT_ASKED =
  /\b(?:jewelry|belongings|property|valuables|personal (?:effects|items|belongings)|rings?|anything (?:on|with) (?:him|her)|whats (?:on|with) (?:him|her)|possessions|what does (?:he|she) have (?:with|on))\b/;

/** Things that are with the person, in the words in which a caller tells of them. */
export const personalEffects: Rule = (dialogue, found) => {
  if (!['at_need', 'trade', 'existing_case'].includes(textOf(found, 'call_kind'))) return [];
  const asked = new Set(questionsOn(dialogue, EFFECT_ASKED).map(({ answer }) => answer.turn));
  const told = dialogue.turns.flatMap((turn) =>
    turn.side === 'ours'
      ? []
      : turn.sentences.filter(
          ({ text }) =>
            EFFECT.test(text) &&
            (asked.has(turn.turn) ||
              /\b(?:has|wearing|hes got|shes got|got (?:his|her)|on (?:him|her)|keep|leave|back|with (?:him|her)|finger|wants?)\b/.test(
                text,
              )),
        ),
  );
  const best = told.slice(0, 3);
  const value = best.map(({ text }) => text).join('; ');
  return best.length > 0 ? finding(dialogue, 'personal_effects', value, ...best) : [];
};

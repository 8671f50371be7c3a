import { termsOf } from '../../transcripts/search/tokens.ts';
import type { Side, SpokenCall, SpokenTurn } from '../call.ts';

/** Words of many homes' names, which tell nothing about who speaks. */
const GENERIC = new Set(
  (
    'and the of for at funeral funerals home homes chapel mortuary cremation cremations burial service services family ' +
    'memorial sons daughters brothers'
  ).split(' '),
);
const GREETING =
  /\b(?:funeral (?:home|chapel|service)|mortuary|cremation (?:and|society|service)|how (?:can|may) i help|thank you for calling|speaking$)/;
/** Turns from the start in which a home greets. */
const OPENING = 4;

/**
 * Side of each turn. Where nobody said whose side a voice is on, the voice that greets in the home's name is ours, and
 * then the others are theirs. A voice alone is a message left for the home.
 */
export const sidesOf = (call: SpokenCall): Side[] => {
  const speakers = [...new Set(call.turns.map(({ speaker }) => speaker))];
  const known = new Map(call.turns.map(({ speaker, side }) => [speaker, side]));
  const unknown = speakers.filter((speaker) => !known.get(speaker));
  if (unknown.length === 0) return call.turns.map(({ side }) => side);
  const hasOurs = [...known.values()].includes('ours');
  const greeter = hasOurs ? undefined : greeterOf(call, unknown);
  if (greeter !== undefined) known.set(greeter, 'ours');
  if (hasOurs || greeter !== undefined || speakers.length === 1)
    for (const speaker of unknown) if (!known.get(speaker)) known.set(speaker, 'theirs');
  return call.turns.map(({ speaker }) => known.get(speaker) ?? null);
};

const greeterOf = ({ turns, home }: SpokenCall, unknown: readonly (string | null)[]) => {
  const names = (home ? termsOf(home) : []).filter((term) => term.length > 2 && !GENERIC.has(term));
  const opening = turns.slice(0, OPENING).filter(({ speaker }) => unknown.includes(speaker));
  const greets = opening.find(({ text }) => termsOf(text).some((term) => names.includes(term)));
  return (greets ?? opening.find(({ text }) => GREETING.test(termsOf(text).join(' '))))?.speaker;
};

/** Reader of the side of a turn, as `sidesOf` tells them. */
export const sideReader = (call: SpokenCall): ((turn: SpokenTurn) => Side) => {
  const sides = sidesOf(call);
  return ({ index }) => sides[index] ?? null;
};

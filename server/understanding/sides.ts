import { termsOf } from '../transcripts/search/tokens.ts';
import type { Side, SpokenCall, SpokenTurn } from './call.ts';

const GREETING =
  /\b(?:thank you for calling|this is \w+|\w+ speaking|how (?:may|can) i help)\b|\b(?:funeral|mortuary|chapel|cremation|memorial)\b/;
const COMMON = new Set([
  'funeral',
  'home',
  'homes',
  'cremation',
  'chapel',
  'mortuary',
  'memorial',
  'service',
  'and',
  'the',
  'of',
]);

/** The side of each turn: as somebody has said, else ours for the voice that greets as the home, theirs for the others. */
export const sidesOf = (call: SpokenCall): ((turn: SpokenTurn) => Side) => {
  if (call.turns.every(({ side }) => side !== null)) return ({ side }) => side;
  const greeter = speakerWhoGreets(call);
  return ({ side, speaker }) => side ?? (greeter === undefined ? null : speaker === greeter ? 'ours' : 'theirs');
};

/** The voice that names the home among the first turns, or greets as one who answers a telephone. */
const speakerWhoGreets = (call: SpokenCall): string | null | undefined => {
  const name = new Set(termsOf(call.home ?? '').filter((term) => !COMMON.has(term) && term.length > 2));
  const first = call.turns.slice(0, 6).filter(({ side }) => side !== 'theirs');
  const named = first.find(
    ({ text }) => termsOf(text).some((term) => name.has(term)) && /\b(?:this is|speaking|here)\b/i.test(text),
  );
  const greeting =
    named ?? first.find(({ text }) => GREETING.test(text.toLowerCase()) && /\b(?:this is|speaking|help)\b/i.test(text));
  return greeting?.speaker;
};

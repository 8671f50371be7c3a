import { termsOf } from '../transcripts/search/tokens.ts';
import { type SpokenCall, type SpokenTurn, turnAt, type WordRange } from './call.ts';
import { extractSheet } from './sheet/extract-sheet.ts';

/** A voice's name and what it is to the case, each null where neither its label nor its own words tell. */
export type Person = { name: string | null; role: string | null };

const NOT_A_NAME =
  /\b(?:caller|recorded|message|announcement|receptionist|unknown|speaker|voice|voicemail|gave no name|answering service)\b/i;
const FAMILY =
  /\b(?:(?:son|daughter|mother|father|brother|sister)-in-law|grand(?:son|daughter|mother|father|child)|step(?:son|daughter|mother|father|brother|sister)|great-?(?:niece|nephew|aunt|uncle)|wife|husband|widow|widower|spouse|partner|fianc\p{L}+|son|daughter|mother|father|mom|dad|brother|sister|niece|nephew|aunt|uncle|cousin|self|friend|executor|guardian|conservator)\b/u;
const FOR_ONESELF =
  /\b(?:for (?:myself|me)|get mine done|my own (?:funeral|arrangements?|burial|cremation|service)|when (?:i|I) (?:die|go|pass)|after (?:i|I) (?:die|go|pass)|(?:i|I) want to be (?:buried|cremated))\b/;

/** Reads who speaks in a turn from the voice's label ("Karen Doyle, daughter"), else from what the sheet has of the voice. */
export const personOf = (call: SpokenCall, { label, speaker }: SpokenTurn): Person => {
  const [name = '', role = ''] = (label ?? '').split(/,\s*/, 2);
  if (name !== '' && !NOT_A_NAME.test(name)) return { name, role: role || null };
  const said = (field: string): string | null => {
    const found = extractSheet(call).find((one) => one.name === field);
    const [range] = found?.evidence ?? [];
    const turn = range && turnAt(call, range.start_word);
    return found && turn?.speaker === speaker ? String(found.value) : null;
  };
  return {
    name: said('taken_by') ?? said('caller_name'),
    role: role || said('caller_relationship'),
  };
};

/** Relationship to the decedent of the voice of a turn: from its role, or "self" of one who arranges for himself. Null else. */
export const relationOf = (call: SpokenCall, turn: SpokenTurn): string | null => {
  const role = (personOf(call, turn).role ?? '').toLowerCase();
  const relation = FAMILY.exec(role)?.[0];
  if (relation) return relation;
  if (/\bfor (?:him|her|them)sel/.test(role)) return 'self';
  if (role !== '') return null;
  return call.turns.some(({ speaker, text }) => speaker === turn.speaker && FOR_ONESELF.test(text)) ? 'self' : null;
};

/** Words of a call that bear a name out: where it, or most of it, is said first. */
export const placeOfName = (call: SpokenCall, name: string): WordRange | null => {
  const wanted = new Set(termsOf(name));
  let best: WordRange | null = null;
  let most = 0;
  for (const [start, { text }] of call.words.entries()) {
    if (!termsOf(text).some((term) => wanted.has(term))) continue;
    let end = start + 1;
    while (end < call.words.length && termsOf(call.words[end]?.text ?? '').some((term) => wanted.has(term))) end += 1;
    if (end - start > most) [best, most] = [{ start_word: start, end_word: end }, end - start];
  }
  return best;
};

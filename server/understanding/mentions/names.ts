import type { Dialogue, Stretch } from '../dialogue/dialogue.ts';
import { genderOf } from './given-names.ts';
import { KIN } from './kinship.ts';
import { numberAt } from './numbers.ts';
import { titled } from './spelling.ts';

/** Person's name as it was said: its words with capitals, hyphens and apostrophes. */
export type NameMention = Stretch & { words: string[] };

/** Words with a capital that are no part of a name wherever they stand. */
const NEVER = new Set(
  (
    'i im ill id ive ok okay yes no monday tuesday wednesday thursday friday saturday sunday january february march july ' +
    'august september october november december dr doctor mr mrs ms hi hello hey hospice hospital medicare medicaid va dd rn ' +
    'lpn cna icu er christmas easter thanksgiving god lord sir maam dona don senora senor'
  ).split(' '),
);
/** Words that begin sentences, and that stand around names where nothing has a capital. */
const ORDINARY = new Set(
  (
    'a about above after again ago ahead all almost alone already also alright always am an and any anybody anyone anything ' +
    'apartment are arent around as asked asking at aunt away back bad be because bed been before behind being best better ' +
    'big birthday body both brother bring building burial buried but by bye call called caller calling calls came can cant ' +
    'care cause cell center charge chart come comes coming correct could cousin cremated cremation cremains dad daddy date ' +
    'daughter day days dead deceased december died do doc doctor does doesnt doing dont down dr during each earlier early ' +
    'eight either else em embalming evening ever every everybody everyone everything excuse family father fine first for ' +
    'found four friday friend from front full funeral gentleman get gets getting give given go goes going gone gonna good ' +
    'goodbye got great guess had has hasnt have havent having he hello help her here heres hers herself hes hey hi him ' +
    'himself his hold home honey hope hospice hospital hour house how hows husband i id if ill im in inside instead into is ' +
    'isnt it its itself ive january july june just keep kind know lady last late later least left legal let lets like ' +
    'little living long look looking looks lord lost lot love maam made make man many march married maybe me mean medical ' +
    'middle might mine minute miss mister mm mom momma monday month more morning most mother mr mrs ms much must my myself ' +
    'name named names need never new next nice night nine no nobody none nope not nothing november now number nurse october ' +
    'of off office oh ok okay old on once one only or other others our out over pardon passed patient pending people ' +
    'pharmacy phone place please power price prices probably pronounced put question quick quite ready real really ' +
    'register release released relative resident right room said same saturday say saying says second see send september ' +
    'service seven she shed shell shes should side since sir sister six so some somebody someone something son sorry speak ' +
    'speaking spell spelled spelling spells state still sunday sure take taken talk talked tell ten than thank thanks that ' +
    'thats the their theirs them then there theres these they theyre theyve thing things think this those though three ' +
    'through thursday til time to today together told tomorrow tonight too took town tried try tuesday two uncle under unit ' +
    'until up us use very visitation wait walked want wanted wants was wasnt way we wed wednesday week well went were weve ' +
    'what whats when where wheres which while who whoever whole whos whose why wife will with without wont word work would ' +
    'wouldnt wow yall yeah year years yep yes yesterday yet you youd youll young your youre yours yourself youve april ' +
    'august february im actually apparently respectfully capital letter hyphen hyphenated dash apostrophe junior nickname ' +
    'lets everyones nobodys somebodys hows director manager owner investigator coroner coroners examiner deputy deacon pastor ' +
    'father reverend rabbi rn lpn aide staff supervisor social worker attorney account business county city ' +
    'mortuary chapel memorial cemetery florist flowers church funerals attending physician hello gracias senora senor buenas ' +
    'noches buenos dias si bueno dona don perdon con la el es que yo su mi and una un por para esta aqui'
  ).split(' '),
);
const KIN_WORDS = new Set(KIN.split('|'));
const PARTICLES = new Set([
  'de',
  'la',
  'del',
  'los',
  'van',
  'von',
  'der',
  'den',
  'di',
  'da',
  'dos',
  'bin',
  'ibn',
  'al',
  'el',
  'st',
]);
const TITLES = new Set([
  'mr',
  'mrs',
  'ms',
  'miss',
  'mister',
  'missus',
  'dr',
  'doctor',
  'don',
  'dona',
  'sister',
  'father',
]);
/** Words of a name, at most. */
const MOST = 4;

export const isTitle = (term: string | undefined): boolean => term !== undefined && TITLES.has(term);

/** The name that begins at a token, if one does. A title before it is not part of it. */
export const nameAt = (dialogue: Dialogue, start: number, end: number): NameMention | null => {
  const { tokens } = dialogue;
  let at = start;
  if (isTitle(tokens[at]?.term) && at + 1 < end) at += 1;
  const from = at;
  const words: string[] = [];
  while (at < end && words.length < MOST) {
    const size = namePartAt(dialogue, at, end, words.length);
    if (size === 0) break;
    const token = tokens[at + size - 1] as (typeof tokens)[number];
    words.push(...wordsFrom(dialogue, at, size));
    at += size;
    if (token.ends) break;
  }
  if (words.length === 0) return null;
  return { start: from, end: at, words };
};

/** Number of tokens that are the next part of a name, 0 where the name ends. */
const namePartAt = ({ tokens, terms, is_cased }: Dialogue, at: number, end: number, place: number): number => {
  const { term, text, word } = tokens[at] as Dialogue['tokens'][number];
  const isInitial = /^\p{L}$/u.test(term) && place > 0 && !/^\p{L}$/u.test(terms[at + 1] ?? '');
  const isParticle = PARTICLES.has(term) && place > 0 && at + 1 < end && !tokens[at]?.ends;
  if (isParticle) return namePartAt({ tokens, terms, is_cased } as Dialogue, at + 1, end, 1) > 0 ? 1 : 0;
  if (isInitial) return is_cased ? (/^\p{Lu}\.?,?$/u.test(text) ? 1 : 0) : term !== 'i' && term !== 'a' ? 1 : 0;
  let size = 1;
  while (at + size < end && tokens[at + size]?.word === word) size += 1;
  if (/^\p{L}$/u.test(term) || numberAt(terms, at, end) || !/^[\p{L}\p{M}]+$/u.test(term)) return 0;
  if (is_cased && !/^["'“‘(¿¡]*\p{Lu}/u.test(text)) return 0;
  if (KIN_WORDS.has(term) || NEVER.has(term)) return 0;
  const isInside =
    place > 0 || (tokens[at - 1]?.turn === tokens[at]?.turn && !/[.?]/.test(tokens[at - 1]?.ends ?? '.'));
  if (is_cased) return ORDINARY.has(term) && !isInside && !genderOf(term) ? 0 : size;
  return ORDINARY.has(term) || ORDINARY.has(term.replace(/s$/, '')) ? 0 : size;
};

/** Written words of a name's tokens, without punctuation and a possessive's ending. */
const wordsFrom = ({ tokens, is_cased }: Dialogue, at: number, size: number): string[] => {
  const text = (tokens[at] as Dialogue['tokens'][number]).text
    .replace(/^[^\p{L}]+|[^\p{L}\p{M}]+$/gu, '')
    .replace(/['’](?:s|ll|d|re|ve)$/iu, '');
  return size >= 1 ? [is_cased && /\p{Ll}/u.test(text) ? text : titled(text.toLowerCase())] : [];
};

/** The first name in a stretch, beginning at most `skip` tokens after its start. */
export const firstName = (dialogue: Dialogue, start: number, end: number, skip = 0): NameMention | null => {
  for (let at = start; at <= start + skip && at < end; at += 1) {
    const name = nameAt(dialogue, at, end);
    if (name) return name;
  }
  return null;
};

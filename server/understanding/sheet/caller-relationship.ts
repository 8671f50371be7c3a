import { termsOf } from '../../transcripts/search/tokens.ts';
import { sentencesOf } from '../dialogue/answers.ts';
import { type Dialogue, matchesIn, type Passage } from '../dialogue/dialogue.ts';
import { type Gender, genderOf } from '../mentions/given-names.ts';
import { KIN, kinGender, plainKin, relationTo } from '../mentions/kinship.ts';
import { type Found, finding, type Rule, textOf } from './field.ts';
import { labelRole } from './label.ts';
import { relativeOf } from './subject.ts';

/** Words that end the name of a calling: "charge nurse", "social worker". */
const ROLES =
  'nurse|lpn|rn|r n|cna|aide|caregiver|chaplain|social worker|investigator|coroner|medical examiner|deputy|administrator|supervisor|' +
  'director|manager|florist|sexton|caretaker|attorney|guardian|neighbor|friend|pastor|priest|rabbi|clerk|dispatcher|' +
  'coordinator|doctor|physician|embalmer|apprentice|salesman|executor|landlord|secretary|officer|case manager|house supervisor';
const I_AM = new RegExp(
  `\\b(?:im|i am|this is) (?:\\w+ )?(?:the|a|an|his|her|one of the) (?<role>(?:\\w+ ){0,2}?(?:${ROLES}))\\b`,
);
const I_AM_KIN = new RegExp(
  `\\b(?:im|i am|this is) (?:\\w+ ){0,2}?(?:his|her|the|their|the only|a) (?:only |oldest |eldest |youngest |older |younger |ex )?(?<kin>${KIN})\\b`,
);
/** "It's Paul Lindqvist, Edith's nephew." */
const NAMED_KIN = new RegExp(`\\b(?:im|this is|its|my name is) (?:\\w+ ){1,3}\\w+s (?<kin>${KIN})\\b`);
const SELF =
  /\b(?:my (?:funeral|cremation|burial|arrangements|service)|for me|for myself|my own (?:funeral|arrangements|cremation|burial)|get mine|mine done|its for me|i want (?:to be )?(?:cremated|buried)|for my wife and (?:me|i)|me and my wife)\b/;

/** Caller's relation to whoever the call is about, or the calling in which they call. */
export const callerRelationship: Rule = (dialogue, found) => {
  const sentences = sentencesOf(dialogue, 'theirs');
  const kind = textOf(found, 'call_kind');
  const self = kind === 'pre_need' ? sentences.find(({ text }) => SELF.test(text)) : undefined;
  const relative = relativeOf(dialogue);
  const isForOther =
    relative &&
    relative.sentence.start < (self?.start ?? 0) &&
    /\b(?:for|about|wants|plan|calling)\b/.test(relative.sentence.text);
  if (self && !isForOther) return finding(dialogue, 'caller_relationship', 'self', self);
  return labelled(dialogue, found) ?? told(dialogue, found);
};

/** Role in the label of the caller's voice, where the caller's own words bear it out. */
const labelled = (dialogue: Dialogue, found: Found) => {
  const given = termsOf(textOf(found, 'caller_name'))[0];
  const voice = dialogue.turns.find(
    ({ side, label }) => side !== 'ours' && label && (!given || termsOf(label).includes(given)),
  );
  const said = labelRole(voice?.label ?? null).toLowerCase();
  const role = /\b(?:her|him)self\b/.test(said) ? 'self' : said;
  if (!voice || !role || /\b(?:name|refuse[sd]?|caller|number|unknown)\b/.test(role)) return null;
  const own = dialogue.turns.filter(({ speaker }) => speaker === voice.speaker);
  const asked = dialogue.turns.filter(({ side }) => side === 'ours');
  const evidence =
    own.flatMap((turn) => roleIn(turn, role)).at(0) ??
    asked.flatMap((turn) => kinIn(turn, role, /\byour (?:\w+ )?/)).at(0) ??
    introduced(dialogue, found, role);
  return evidence ? finding(dialogue, 'caller_relationship', role, evidence) : null;
};

const roleIn = (turn: Passage, role: string) => {
  const terms = termsOf(role === 'self' ? 'me myself i im' : role).filter((term) => term.length > 1);
  const said = matchesIn(turn, new RegExp(`\\b(?:${terms.join('|')})s?\\b`));
  return [...kinIn(turn, role, /\b(?:(?:my|our|his|her|uncle|aunt) (?:\w+ )?)?/), ...said];
};

/** Words for a relative to whom somebody in a role stands so: "my dad", of a son. */
const kinIn = (turn: Passage, role: string, before: RegExp) => {
  const kin = plainKin(role);
  const gender = kinGender(kin);
  if (!gender) return [];
  return matchesIn(turn, new RegExp(`${before.source}(?<kin>${KIN})s?\\b`)).filter(
    ({ groups }) => relationTo(plainKin(groups.kin as string), gender) === kin,
  );
};

/** Words in which a caller says a name and a firm: they bear out the calling that a label tells. */
const introduced = (dialogue: Dialogue, found: Found, role: string) => {
  const name = found.get('caller_name')?.evidence[0];
  const at = dialogue.tokens.findIndex(({ word }) => word === name?.start_word);
  const turn = dialogue.turns[dialogue.tokens[at]?.turn ?? -1];
  if (!turn || kinGender(plainKin(role))) return undefined;
  const [firm] = matchesIn(turn, /\b(?:with|at|from|of) (?:the )?\w+/).filter(
    ({ start }) => start > at && start - at < 8,
  );
  return firm && { start: at, end: firm.end };
};

const told = (dialogue: Dialogue, found: Found) => {
  for (const sentence of sentencesOf(dialogue, 'theirs')) {
    const [role] = matchesIn(sentence, I_AM);
    if (role) return finding(dialogue, 'caller_relationship', role.groups.role, role);
    const [kin] = [...matchesIn(sentence, I_AM_KIN), ...matchesIn(sentence, NAMED_KIN)];
    if (kin) return finding(dialogue, 'caller_relationship', plainKin(kin.groups.kin as string), kin);
  }
  const relative = relativeOf(dialogue);
  if (!['at_need', 'imminent', 'pre_need', 'existing_case'].includes(textOf(found, 'call_kind'))) return [];
  const relation = relative && relationTo(relative.kin, callerGender(dialogue, found));
  return relation ? finding(dialogue, 'caller_relationship', relation, relative.sentence) : [];
};

/** Gender of a caller, by how the home addresses them or by their given name. */
const callerGender = (dialogue: Dialogue, found: Found): Gender | null => {
  const ours = sentencesOf(dialogue, 'ours')
    .map(({ text }) => text)
    .join(' ');
  if (/\b(?:maam|mrs|miss|ms|senora)\b/.test(ours) && !/\b(?:sir|mr)\b/.test(ours)) return 'female';
  if (/\bsir\b/.test(ours) && !/\bmaam\b/.test(ours)) return 'male';
  return genderOf(textOf(found, 'caller_name').split(' ')[0] ?? '');
};

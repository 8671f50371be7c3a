import { turnAt } from '../call.ts';
import { type Dialogue, matchesIn } from '../dialogue/dialogue.ts';
import { KIN } from '../mentions/kinship.ts';
import { type TelephoneNumber, telephoneNumbers } from '../mentions/telephone-numbers.ts';
import { type Found, finding, type Rule } from './field.ts';

const MINE =
  /\b(?:my (?:own |cell |home |work |direct |office |mobile |new |best |phone )?(?:number|cell|phone|line|desk)|im at|and im|i am|and me|mine s|call me|reach me|me at|mines|mine is|your (?:\w+ )?(?:number|cell|phone|extension|line)|(?:number|phone|line|cell) (?:for|to|back to|to reach) you|reach you|call you(?: back)?|best (?:\w+ )?(?:number|phone|one)|(?:a|good|the) (?:\w+ )?(?:phone|number|callback|call back)|callback number|phone number|and yours|number there|you at|back number)\b/g;
const THEIRS = new RegExp(
  `\\b(?:(?:her|his|their|the (?:${KIN})s?|(?:${KIN})s|\\w+s) (?:\\w+ )?(?:number|cell|phone|line)|(?:number|phone|cell) for (?:her|him|them|the|his|your|(?!you\\b)\\w+)|shes at|hes at|theyre at|reach (?:her|him|them)|(?:call|reach) (?:her|him|them)|(?:my|her|his|the) (?:${KIN})s? (?:is )?at|the (?:house|office|home|landline) is|(?:her|him|them) at|(?:his|her|their|the) (?:office|fax|shop)|(?:office|fax|house|home|work) (?:phone|number|line)|(?:call|reach) us(?: at)?|our (?:number|line))\\b`,
  'g',
);

const INSTEAD = /\b(?:no|wait|sorry|fax|old)\b/;

type Owner = 'caller' | 'another' | null;

/** Caller's own telephone number: the last that was given as such, as it was corrected. */
export const callerPhone: Rule = (dialogue, found) => {
  const numbers = telephoneNumbers(dialogue);
  const owned: { number: TelephoneNumber; owner: Owner }[] = [];
  for (const number of numbers) {
    const last = owned.at(-1);
    const isInstead =
      last && number.turn - last.number.turn <= 3 && INSTEAD.test(wordsBetween(dialogue, last.number, number));
    owned.push({ number, owner: ownerOf(dialogue, number) ?? (isInstead ? last.owner : null) });
  }
  const claimed = owned.filter(({ owner }) => owner === 'caller');
  const caller = voiceOf(dialogue, found);
  const mine = claimed.findLast(({ number }) => dialogue.turns[number.turn]?.speaker === caller) ?? claimed.at(-1);
  const unclaimed = owned.filter(({ owner }) => owner === null).map(({ number }) => number);
  const isOnly = new Set(unclaimed.map(({ digits }) => digits)).size === 1;
  const chosen = mine?.number ?? (isOnly ? unclaimed.at(-1) : undefined);
  return chosen ? finding(dialogue, 'caller_phone', chosen.digits, chosen) : [];
};

/** Voice that said the caller's name. */
const voiceOf = ({ call }: Dialogue, found: Found): string | null | undefined => {
  const word = found.get('caller_name')?.evidence[0]?.start_word ?? -1;
  return turnAt(call, word)?.speaker;
};

/** Owner of a number by the nearest cue before it, in its turn or in the question that it answers. */
const ownerOf = (dialogue: Dialogue, { start, end, turn }: TelephoneNumber): Owner => {
  if (/^thats (?:my|mine|me)\b/.test(dialogue.terms.slice(end, end + 3).join(' '))) return 'caller';
  for (const place of [turn, turn - 1, turn - 2]) {
    const passage = dialogue.turns[place];
    if (!passage) continue;
    const last = (pattern: RegExp) =>
      matchesIn(passage, pattern)
        .filter(({ end }) => end <= start)
        .at(-1)?.end ?? -1;
    const [mine, theirs] = [last(MINE), last(THEIRS)];
    if (mine >= 0 || theirs >= 0) return mine >= theirs ? 'caller' : 'another';
  }
  return null;
};

const wordsBetween = ({ terms }: Dialogue, one: TelephoneNumber, other: TelephoneNumber): string =>
  terms.slice(one.end, other.start).join(' ');

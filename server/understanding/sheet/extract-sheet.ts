import type { Finding, SpokenCall } from '../call.ts';
import { readDialogue } from '../dialogue/dialogue.ts';
import { oncePerCall } from '../once-per-call.ts';
import { arrangementTime } from './arrangement-time.ts';
import { dateOfBirth, decedentAge } from './birth.ts';
import { implants, personalEffects, stairs } from './body.ts';
import { callKind } from './call-kind.ts';
import { callerName } from './caller.ts';
import { callerPhone } from './caller-phone.ts';
import { callerRelationship } from './caller-relationship.ts';
import { coronerNotified } from './coroner.ts';
import { dateOfDeath, timeOfDeath } from './death.ts';
import { decedentName } from './decedent-name.ts';
import { disposition } from './disposition.ts';
import { etaMinutes } from './eta-minutes.ts';
import type { Rule } from './field.ts';
import { nextOfKin } from './next-of-kin.ts';
import { physician } from './physician.ts';
import { place } from './place.ts';
import { placeAddress } from './place-address.ts';
import { placeUnit } from './place-unit.ts';
import { released } from './release.ts';
import { takenBy } from './taken-by.ts';
import { veteran } from './veteran.ts';
import { weight } from './weight.ts';
import { preArrangement, viewing } from './wishes.ts';

/** Rules in an order in which each may build on what those before it found. */
const RULES: readonly Rule[] = [
  ...[callKind, takenBy, callerName, callerRelationship, callerPhone, decedentName, dateOfBirth, decedentAge],
  ...[timeOfDeath, dateOfDeath, place, placeAddress, placeUnit, released, coronerNotified, physician, nextOfKin],
  ...[disposition, viewing, veteran, preArrangement, weight, stairs, implants, personalEffects],
  ...[etaMinutes, arrangementTime],
];

/** Reads a call's first-call sheet by rules. A field that the call does not tell for certain is absent. */
export const extractSheet = oncePerCall((call: SpokenCall): Finding[] => {
  const dialogue = readDialogue(call);
  const found = new Map<string, Finding>();
  for (const rule of RULES) for (const one of rule(dialogue, found)) found.set(one.name, one);
  return [...found.values()];
});

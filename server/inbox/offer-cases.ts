import type { CaseOffer, OfferReason } from '@pharos/contract/inbox.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Transcript, Word } from '@pharos/contract/transcripts.ts';
import { readCallWords } from '../calls/get.ts';
import type { CallRow } from '../calls/queries.ts';
import { selectCasesByUuid } from '../cases/queries.ts';
import { limitOf } from '../platform/auth/location.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { foldText } from '../transcripts/search/fold.ts';
import { selectCallsWith, selectNamedCases } from './queries.ts';

const SHOWN = 5;
/** Shorter last names are heard in too many words. */
const SHORTEST_NAME = 3;

/** Offers the cases that a call may belong to: those whose calls were with its number, then those whose name is said. */
export const offerCases = async ({ database, actor, params }: RouteRequest<Routes['calls']['offerCases']>) => {
  const { organization_uuid } = actor;
  const call = await readCallWords(database, actor, params.call_uuid);
  const reasons = new Map<string, OfferReason[]>();
  const add = (case_uuid: string, reason: OfferReason) => {
    const list = reasons.get(case_uuid) ?? [];
    if (list.every(({ kind }) => kind !== reason.kind)) reasons.set(case_uuid, [...list, reason]);
  };
  const numbers = theirNumbers(call);
  if (numbers.length > 0) {
    const sought = { case_uuid: call.case_uuid, numbers };
    const matches = await selectCallsWith(database, organization_uuid, sought, limitOf(actor));
    for (const { case_uuid, call_uuid, at, text } of matches)
      add(case_uuid, { kind: 'number', text, call_uuid, at, start_ms: null });
  }
  const words = (call.transcript?.parse() as Transcript | undefined)?.words ?? [];
  if (words.length > 0) {
    const said = placesOf(words);
    const named = await selectNamedCases(database, organization_uuid, call.case_uuid, limitOf(actor));
    for (const one of named) {
      const word = heard(said, one.last_name ?? '');
      if (word) add(one.uuid, { kind: 'name', text: word.text, call_uuid: null, at: null, start_ms: word.start_ms });
    }
  }
  const uuids = [...reasons.keys()].slice(0, SHOWN);
  const cases = new Map((await selectCasesByUuid(database, organization_uuid, uuids)).map((one) => [one.uuid, one]));
  const items = uuids.flatMap((uuid): CaseOffer[] => {
    const one = cases.get(uuid);
    return one ? [{ case: one, reasons: reasons.get(uuid) ?? [] }] : [];
  });
  return { data: { items } };
};

/** Numbers of the other side; of both where nobody knows which way the call went. */
const theirNumbers = ({ direction, from_e164, to_e164 }: CallRow): string[] => {
  if (direction === 'internal') return [];
  const ends = direction === 'incoming' ? [from_e164] : direction === 'outgoing' ? [to_e164] : [from_e164, to_e164];
  return ends.filter((number) => number !== null);
};

const plain = (text: string) => foldText(text).replace(/'s$|[^\p{L}\p{N}]+/gu, '');

/** First place of each word that is said. */
const placesOf = (words: readonly Word[]): Map<string, Word> => {
  const places = new Map<string, Word>();
  for (const word of words) {
    for (const part of word.text.split(/\s+/)) {
      const key = plain(part.replace(/['’]s\b/, ''));
      if (key !== '' && !places.has(key)) places.set(key, word);
    }
  }
  return places;
};

const heard = (said: Map<string, Word>, name: string): Word | undefined => {
  const parts = name
    .split(/[\s-]+/)
    .map(plain)
    .filter((part) => part.length >= SHORTEST_NAME);
  return parts.length > 0 && parts.every((part) => said.has(part)) ? said.get(parts[0] as string) : undefined;
};

import type { Scope } from '@pharos/contract/generation-templates.ts';
import type { Finding, SpokenCall } from './call.ts';
import { findPhrases, type Phrase, type PhraseMatch, type PhraseScope } from './phrases/find-phrases.ts';

/** Place at which a phrase was said. */
type Said = PhraseMatch & { phrase: string };

/** Result of looking for phrases: whether they occur as the scope asks, and where they do. */
export type Detection = { occurs: boolean; findings: Finding[] };

/** Looks for phrases in the part of a call that a scope names. Of several occurrences of one phrase, each is a finding. */
export const detect = (call: SpokenCall, phrases: readonly Phrase[], scope: Scope = {}): Detection => {
  const said = placesOf(call, phrases, partOf(call, scope));
  const { followed_by } = scope;
  const answers = followed_by
    ? placesOf(call, followed_by.exact_phrases, partOf(call, { voice: followed_by.voice }))
    : [];
  const answered = said.map((place) => ({
    place,
    by: followed_by ? answerTo(call, place, answers, followed_by.within_seconds) : null,
  }));
  const counted = followed_by ? answered.filter(({ by }) => by) : answered;
  const found = scope.every_time ? answered.length > 0 && counted.length === answered.length : counted.length > 0;
  const findings = counted.map(({ place: { phrase, score, ...range }, by }) => ({
    name: 'phrase',
    value: { phrase, score },
    evidence: by ? [range, { start_word: by.start_word, end_word: by.end_word }] : [range],
  }));
  return { occurs: scope.absence ? !found : found, findings };
};

/** The nearest place of each phrase that was not said in the part of a call that a scope names. */
export const nearMisses = (call: SpokenCall, phrases: readonly Phrase[], scope: Scope = {}): Said[] =>
  findPhrases(call, phrases, partOf(call, scope)).flatMap(({ phrase, nearest }) =>
    nearest ? [{ phrase, ...nearest }] : [],
  );

/** Places at which phrases are said in a part of the call, in the order of the call. */
const placesOf = (call: SpokenCall, phrases: readonly Phrase[], scope: PhraseScope): Said[] =>
  findPhrases(call, phrases, scope, { nearest: false })
    .flatMap(({ phrase, matches }) => matches.map((match) => ({ phrase, ...match })))
    .sort((one, other) => one.start_word - other.start_word || one.end_word - other.end_word);

const partOf = (call: SpokenCall, { voice, first_seconds, last_seconds }: Scope): PhraseScope => {
  const end_ms = Math.max(0, ...call.turns.map((turn) => turn.end_ms));
  return {
    ...(voice && { side: voice }),
    ...(first_seconds && { to_seconds: first_seconds }),
    ...(last_seconds && { from_seconds: Math.max(0, end_ms / 1000 - last_seconds) }),
  };
};

const answerTo = (call: SpokenCall, place: Said, answers: readonly Said[], within_seconds: number) =>
  answers.find(
    (answer) =>
      answer.start_word >= place.end_word &&
      startOf(call, answer) <= (call.words[place.end_word - 1]?.end_ms ?? 0) + within_seconds * 1000,
  );

const startOf = ({ words }: SpokenCall, { start_word }: Said): number => words[start_word]?.start_ms ?? 0;

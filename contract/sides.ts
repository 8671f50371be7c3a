import Type from 'typebox';

/** Sides of a call: the home's own people, and the people who talk to them. */
export const SIDES = ['ours', 'theirs'] as const;
export type Side = (typeof SIDES)[number];

/** Rule by which a side is told, as the reference states it. */
export const SIDE_RULE =
  "`ours` where `speaker_sides` says so, or else where the speaker's label names a user of the organization or has one " +
  'of its `role_words`; `theirs` for any other label; null for a speaker without either.';

/** Words in a label that tell one of the home's own people, where an organization has no words of its own. */
export const ROLE_WORDS: readonly string[] = [
  'director',
  'mortician',
  'undertaker',
  'embalmer',
  'arranger',
  'receptionist',
  'answering service',
  'announcement',
  'ours',
];

/** Maximum characters of a word or phrase that an organization sets for its searches. */
const WORD_LIMIT = 64;

const Phrase = Type.String({ minLength: 1, maxLength: WORD_LIMIT, pattern: '[\\p{L}\\p{N}]' });

/** Role words of an organization; null for the usual ones. */
export const RoleWords = Type.Array(Phrase, {
  maxItems: 100,
  description: `Words in a speaker's label that tell one of your own people; null for the usual ones: ${ROLE_WORDS.join(', ')}.`,
});

/** Trade words of an organization, by groups that mean the same. */
export const TradeWords = Type.Array(Type.Array(Phrase, { minItems: 2, maxItems: 20 }), {
  maxItems: 200,
  description:
    'Groups of words or phrases that mean the same in your home, besides the usual ones of the trade: a search for one finds the others.',
});

/** Sides that people said voices of a call are on, by speaker id. */
export const SpeakerSides = Type.Unsafe<Record<string, Side>>({
  type: 'object',
  additionalProperties: { type: 'string', enum: SIDES },
  maxProperties: 1000,
  description: 'Sides by speaker id, `ours` or `theirs`, where somebody said so: they outrank what labels tell.',
});

/** Merge patch of sides: null takes back what somebody said of a voice. */
export const SpeakerSidesPatch = Type.Unsafe<Record<string, Side | null>>({
  ...SpeakerSides,
  additionalProperties: { type: ['string', 'null'], enum: [...SIDES, null] },
});

import Type, { type Static } from 'typebox';
import { SIDE_RULE, SIDES } from './sides.ts';
import { route } from './table/route.ts';
import { named, nullable, oneOf, Uuid } from './table/schema.ts';
import { RedactionKind } from './transcripts.ts';

const Count = Type.Integer({ minimum: 0 });
const Ms = Type.Number({ minimum: 0, description: 'Milliseconds.' });
const At = Type.Number({ minimum: 0, description: 'Milliseconds from the start of the recording.' });
const Speaker = nullable(Type.String({ description: "The provider's speaker id." }));
const place = {
  start_word: Type.Integer({ minimum: 0, description: "Index from 0 into the transcript's words." }),
  end_word: Type.Integer({ minimum: 1, description: 'Index behind the last word.' }),
  start_ms: At,
  end_ms: At,
  speaker: Speaker,
};

/** Measures of one voice, by its words and their times. */
export const VoiceMeasures = named('VoiceMeasures', {
  speaker: Speaker,
  label: nullable(Type.String({ description: 'What the speaker is labelled.' })),
  side: nullable(oneOf(SIDES, { description: SIDE_RULE })),
  words: Count,
  talk_ms: Ms,
  talk_share: nullable(Type.Number({ minimum: 0, maximum: 1, description: 'Share of all talk; null without times.' })),
  longest_monologue_ms: nullable(Ms),
  questions: Count,
  interruptions: Type.Integer({
    minimum: 0,
    description: 'Times that this voice began while another went on, and said more than a word or two.',
  }),
  response_ms: nullable(
    Type.Number({ minimum: 0, description: 'Median time in which this voice answered another, in milliseconds.' }),
  ),
});
export type VoiceMeasures = Static<typeof VoiceMeasures>;

/** Measures of a call. They are taken from the words and their times alone, without a model. */
export const CallMeasures = named('CallMeasures', {
  call_uuid: Uuid,
  voices: Type.Array(VoiceMeasures, { description: 'The voice that talked most first.' }),
  sides: Type.Array(
    Type.Object({
      side: VoiceMeasures.properties.side,
      talk_ms: Ms,
      talk_share: VoiceMeasures.properties.talk_share,
    }),
    { description: 'Talk of all voices of each side that is there.' },
  ),
  longest_monologue: nullable(Type.Object(place)),
  silences: Type.Array(Type.Object({ start_ms: At, end_ms: At }), {
    description: 'Silences of at least three seconds between words.',
  }),
  silence_ms: Ms,
});
export type CallMeasures = Static<typeof CallMeasures>;

/** Words of a call that hold a number which an export can leave out; the number itself is not repeated here. */
export const Redaction = named('Redaction', { kind: RedactionKind, ...place });
export type Redaction = Static<typeof Redaction>;

/** Words in a row that one speaker says. */
const Quote = Type.Object({ ...place, text: Type.String({ description: 'The words, joined by single spaces.' }) });

/** Opening of a call, and its voices without a name: what a card of it shows. */
export const CallOpening = named('CallOpening', {
  call_uuid: Uuid,
  quote: nullable(
    Type.Unsafe<Static<typeof Quote>>({
      ...Quote,
      description: 'First sentences of the other side; null without words.',
    }),
  ),
  unnamed: Type.Array(
    Type.Object({
      speaker: Speaker,
      turns: Type.Integer({ minimum: 1 }),
      quote: Quote,
      clips: Type.Array(Type.Object({ start_ms: At, end_ms: At }), { description: 'Stretches to know the voice by.' }),
    }),
    { description: 'Voices without a label, in the order of their first words; at most six.' },
  ),
  unnamed_count: Count,
  sides: Type.Object(
    { part_ms: Ms, parts: Type.Array(nullable(oneOf(SIDES))) },
    { description: 'Side that talks most in each of equal parts of the call; null for nobody, or a side not known.' },
  ),
});
export type CallOpening = Static<typeof CallOpening>;

const params = Type.Object({ call_uuid: Uuid });

/** Routes that read a call's words by rules. */
export const callReadings = {
  measures: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/measures',
    summary: 'Measure who talks how much, asks, interrupts and answers how soon',
    access: 'viewer',
    conflicts: true,
    params,
    status: 200,
    data: CallMeasures,
    unversioned: true,
  }),
  opening: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/opening',
    summary: 'Read how a call opens, and which of its voices have no name',
    access: 'viewer',
    conflicts: true,
    params,
    status: 200,
    data: CallOpening,
    unversioned: true,
  }),
  redactions: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/redactions',
    summary: 'List where a call says card and account numbers, social security numbers, dates of birth and codes',
    access: 'admin',
    conflicts: true,
    params,
    status: 200,
    data: Type.Object({ items: Type.Array(Redaction) }),
    unversioned: true,
  }),
};

import Type from 'typebox';
import { nullable, oneOf } from './table/schema.ts';

/** Directions of a call, as the funeral home sees it. */
export const DIRECTIONS = ['incoming', 'outgoing', 'internal'] as const;

/** Characters of a telephone number as given, at most: it may be a SIP address. */
export const NUMBER_LIMIT = 255;

const StartedAt = Type.String({
  format: 'date-time',
  pattern:
    '^(1[89]|2[0-9])[0-9]{2}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-5][0-9](\\.[0-9]{1,6})?([Zz]|[+-][0-9]{2}:[0-9]{2})$',
  description:
    'Time at which the call began, by RFC 3339 with any offset; the instant is kept to the microsecond and answered in UTC.',
});
const Direction = oneOf(DIRECTIONS, { description: 'Direction of the call, as the funeral home sees it.' });
const From = Type.String({ maxLength: NUMBER_LIMIT, description: "The caller's number, as it was given." });
const To = Type.String({ maxLength: NUMBER_LIMIT, description: 'The number that was called, as it was given.' });
const AnsweredBy = Type.String({
  maxLength: 255,
  description: 'Name or extension of the one of ours who took the call.',
});
const Title = Type.String({ maxLength: 255, description: 'Title that people gave the call.' });
const SourceCallId = Type.String({
  maxLength: 255,
  description: "The telephone system's own id of the call, or of its recording.",
});
const E164 = (field: string) =>
  Type.Unsafe<string | null>({
    type: ['string', 'null'],
    description: `\`${field}\` in E.164, such as +12125550123, where it can be read as a telephone number; a number without a country is read as one of the United States. Read-only.`,
  });

/** Facts of a call in a body. */
export const writableFacts = {
  started_at: Type.Optional(nullable(StartedAt)),
  direction: Type.Optional(nullable(Direction)),
  from: Type.Optional(nullable(From)),
  to: Type.Optional(nullable(To)),
  answered_by: Type.Optional(nullable(AnsweredBy)),
  title: Type.Optional(nullable(Title)),
  source_call_id: Type.Optional(nullable(SourceCallId)),
};

const Offset = Type.Unsafe<string | null>({
  type: ['string', 'null'],
  pattern: '^[+-]\\d\\d:\\d\\d$',
  description:
    'Offset that `started_at` was sent with, such as -05:00: the clock of whoever was called. null for Z. Read-only.',
});

/** Facts of a call as they are answered. */
export const answeredFacts = {
  started_at: nullable(StartedAt),
  started_at_offset: Offset,
  direction: nullable(Direction),
  from: nullable(From),
  from_e164: E164('from'),
  to: nullable(To),
  to_e164: E164('to'),
  answered_by: nullable(AnsweredBy),
  title: nullable(Title),
  source_call_id: nullable(SourceCallId),
};

import Type, { type Static } from 'typebox';
import { DIRECTIONS, NUMBER_LIMIT } from './call-facts.ts';
import { ListedCall } from './calls.ts';
import { Case } from './cases.ts';
import { NamesFound } from './search-names.ts';
import { SIDE_RULE, SIDES } from './sides.ts';
import { route } from './table/route.ts';
import { DateTime, named, nullable, oneOf, Uuid } from './table/schema.ts';

/** Maximum characters of a query. */
export const MAX_QUERY = 500;

/** Ways in which a hit was reached, the nearest first. */
export const HIT_KINDS = ['exact', 'form', 'number', 'trade', 'name'] as const;

const Kind = oneOf(HIT_KINDS, {
  description:
    'exact: as it was typed · form: another form of the word · number: said or written otherwise · ' +
    'trade: a word of the trade that means the same · name: a name that sounds or looks alike.',
});

/** Words that are lit in a hit. */
export const SearchMatch = named('SearchMatch', {
  start_word: Type.Integer({ description: 'Index into transcript.words, from 0.' }),
  end_word: Type.Integer({ description: 'Index into transcript.words, exclusive.' }),
  kind: Kind,
});
export type SearchMatch = Static<typeof SearchMatch>;

/** Hit: a passage of a call that matches, with its surrounding words. */
export const SearchHit = named('SearchHit', {
  call_uuid: Uuid,
  case_uuid: Uuid,
  start_word: Type.Integer({ description: 'Index into transcript.words, from 0.' }),
  end_word: Type.Integer({ description: 'Index into transcript.words, exclusive.' }),
  start_ms: Type.Number({ description: 'Milliseconds.' }),
  end_ms: Type.Number({ description: 'Milliseconds.' }),
  speaker: nullable(Type.String()),
  label: nullable(Type.String({ description: "The speaker's label where it is a text or an object with a name." })),
  side: nullable(oneOf(SIDES, { description: SIDE_RULE })),
  kind: Kind,
  snippet: Type.String({ description: 'What was said around it, words parted by blanks.' }),
  highlights: Type.Array(Type.Tuple([Type.Integer(), Type.Integer()]), {
    description: 'Ranges of characters in the snippet, from and to, in UTF-16 units.',
  }),
  matches: Type.Array(SearchMatch, { description: 'The words of each highlight, in the same order.' }),
});
export type SearchHit = Static<typeof SearchHit>;

/** Call with hits: its case, its best hits and the number of others. */
export const SearchGroup = named('SearchGroup', {
  call: ListedCall,
  case: Case,
  hits: Type.Array(SearchHit),
  more: Type.Integer({ description: 'Hits of this call that are not shown here.' }),
});
export type SearchGroup = Static<typeof SearchGroup>;

const Indexing = Type.Unsafe<{ done: number; total: number } | null>({
  type: ['object', 'null'],
  properties: { done: { type: 'integer' }, total: { type: 'integer' } },
  required: ['done', 'total'],
  description: 'Calls whose words are indexed, of how many, while an older database is still being indexed; else null.',
});

const Counted = Type.Unsafe<{ calls: number; more: boolean } | null>({
  type: ['object', 'null'],
  properties: { calls: { type: 'integer' }, more: { type: 'boolean' } },
  required: ['calls', 'more'],
  description:
    'Calls with hits on all pages, where `count` asks for it; `more` where there are more than were counted.',
});

/** A page of groups. */
export const SearchPage = named('SearchPage', {
  items: Type.Array(SearchGroup),
  next_cursor: nullable(Type.String()),
  nearest: Type.Array(Type.String(), {
    description: 'Queries like this one that find something, where it finds nothing on its first page; else none.',
  }),
  counted: Counted,
  indexing: Indexing,
});
export type SearchPage = Static<typeof SearchPage>;

const Flag = (description: string) => Type.Optional(Type.Boolean({ description }));

const reach = {
  forms: Flag('Find other forms of English words: call, calls, called. Default: true.'),
  numbers: Flag('Find numbers however they are said or written. Default: true.'),
  trade: Flag('Find words of the trade by each other: viewing, visitation. Default: true.'),
  names: Flag('Find names that sound or look alike. Default: true.'),
};

const Q = Type.String({
  minLength: 1,
  maxLength: MAX_QUERY,
  description:
    'Words (all of them), "an exact phrase", a OR b, -not, prefix*. Case, accents and punctuation do not matter.',
});

/** Query of a search, in an address or in a body. */
export const SearchQuery = named('SearchQuery', {
  q: Q,
  who: Type.Optional(
    Type.String({
      maxLength: 255,
      description: `ours, theirs, or a label: search only what these people say. ${SIDE_RULE}`,
    }),
  ),
  case_uuid: Type.Optional(Uuid),
  location_uuid: Type.Optional(Uuid),
  created_by: Type.Optional(Uuid),
  from: Type.Optional(
    Type.Unsafe<string>({
      ...DateTime,
      description: 'Calls since then, by started_at, or by created_at where that is null.',
    }),
  ),
  to: Type.Optional(DateTime),
  direction: Type.Optional(oneOf(DIRECTIONS)),
  number: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: NUMBER_LIMIT,
      description: 'A telephone number in any form: calls from it or to it.',
    }),
  ),
  is_fully_labelled: Type.Optional(Type.Boolean()),
  has_recording: Type.Optional(Type.Boolean()),
  order: Type.Optional(oneOf(['best', 'newest'], { description: 'Default: best.' })),
  ...reach,
  count: Flag('Count the calls with hits: up to 10,000, or 200 where words have to stand together. Default: false.'),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, description: 'Calls per page. Default: 20.' })),
  cursor: Type.Optional(
    Type.String({ maxLength: 500, description: 'next_cursor of the previous page of the same search.' }),
  ),
});
export type SearchQuery = Static<typeof SearchQuery>;

const params = Type.Object({ call_uuid: Uuid });

/** Query of a search in one call. */
const CallQuery = Type.Object({ q: Q, ...reach });

/** Hits in one call. */
export const CallHits = named('CallHits', {
  hits: Type.Array(SearchHit),
  more: Type.Integer({ description: 'Hits beyond the first 500.' }),
});
export type CallHits = Static<typeof CallHits>;

/** State of an organization's search index. */
export const SearchIndex = named('SearchIndex', {
  calls: Type.Integer({ description: 'Calls with a transcript.' }),
  missing: Type.Integer({ description: 'Calls whose transcript is not indexed.' }),
  wrong: Type.Integer({ description: 'Calls whose index differs from their transcript.' }),
  segments: Type.Integer({ description: 'Segments that the index is kept in.' }),
});
export type SearchIndex = Static<typeof SearchIndex>;

export const search = {
  get: route({
    method: 'GET',
    path: '/v1/search',
    summary: 'Search what was said, in all calls that one may see',
    access: 'viewer',
    query: SearchQuery,
    status: 200,
    data: SearchPage,
  }),
  post: route({
    method: 'POST',
    path: '/v1/search',
    summary: 'Search what was said, with the query in the body: proxies log addresses',
    access: 'viewer',
    only_reads: true,
    body: SearchQuery,
    example: { q: '"blue dress"', who: 'theirs' } satisfies SearchQuery,
    status: 200,
    data: SearchPage,
  }),
  call: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/search',
    summary: 'Search one call',
    access: 'viewer',
    params,
    query: CallQuery,
    status: 200,
    data: CallHits,
    unversioned: true,
  }),
  callByBody: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/search',
    summary: 'Search one call, with the query in the body: proxies log addresses',
    access: 'viewer',
    only_reads: true,
    params,
    body: CallQuery,
    example: { q: 'flowers' } satisfies Static<typeof CallQuery>,
    status: 200,
    data: CallHits,
    unversioned: true,
  }),
  names: route({
    method: 'POST',
    path: '/v1/search/names',
    summary: 'Find people, cases and calls by name, by number or its last four digits, or by id',
    access: 'viewer',
    only_reads: true,
    body: Type.Object({
      q: Type.String({ minLength: 1, maxLength: MAX_QUERY }),
      limit: Type.Optional(
        Type.Integer({ minimum: 1, maximum: 20, description: 'People, cases and calls, each at most. Default: 5.' }),
      ),
    }),
    example: { q: 'Hollis', limit: 3 },
    status: 200,
    data: NamesFound,
    unversioned: true,
  }),
  verifyIndex: route({
    method: 'GET',
    path: '/v1/search/index',
    summary: 'Compare the search index with every transcript',
    access: 'admin',
    status: 200,
    data: SearchIndex,
    unversioned: true,
  }),
  rebuildIndex: route({
    method: 'POST',
    path: '/v1/search/index/rebuild',
    summary: 'Build the search index again from the transcripts',
    access: 'admin',
    in_many_steps: true,
    status: 200,
    data: SearchIndex,
    message: 'Search index rebuilt',
    unversioned: true,
  }),
};

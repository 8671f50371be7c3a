import Type, { type Static } from 'typebox';
import { Evidence } from './generations.ts';
import { route } from './table/route.ts';
import { named, nullable, oneOf, Uuid } from './table/schema.ts';

/** Question about what was said. */
export const Question = named('Question', {
  question: Type.String({ minLength: 1, maxLength: 1000, description: 'A question in plain words.' }),
});
export type Question = Static<typeof Question>;

/** Words of a call that answer a question. */
export const Citation = named('Citation', { call_uuid: Uuid, ...Evidence.properties });
export type Citation = Static<typeof Citation>;

/** Answer in the speakers' own words. */
export const ChatAnswer = named('ChatAnswer', {
  response: Type.String({ description: 'Who said what, a line for each, or "Not said on this call."' }),
  engine: oneOf(['rules', 'model'], {
    description: 'rules: the words themselves; model: its statements, each checked.',
  }),
  model: nullable(Type.String({ description: 'Model that phrased the answer; null for rules.' })),
  answered: Type.Boolean({ description: 'False where the answer was not said.' }),
  citations: Type.Array(Citation, { description: 'The words that answer, the most likely first.' }),
  unsupported: Type.Array(Type.String(), {
    description:
      'Statements of a model that the words of the call do not bear out, where the organization wants to see them.',
  }),
});
export type ChatAnswer = Static<typeof ChatAnswer>;

const EXAMPLE: Question = { question: 'Which flowers does the family not want?' };

export const chat = {
  call: route({
    method: 'POST',
    path: '/v1/calls/{call_uuid}/chat',
    summary: 'Ask a question about what was said on a call',
    access: 'viewer',
    only_reads: true,
    conflicts: true,
    params: Type.Object({ call_uuid: Uuid }),
    body: Question,
    body_limit: 16 * 1024,
    example: EXAMPLE,
    status: 200,
    data: ChatAnswer,
    unversioned: true,
  }),
  case: route({
    method: 'POST',
    path: '/v1/cases/{case_uuid}/chat',
    summary: 'Ask a question about what was said on the calls of a case',
    access: 'viewer',
    only_reads: true,
    params: Type.Object({ case_uuid: Uuid }),
    body: Question,
    body_limit: 16 * 1024,
    example: EXAMPLE,
    status: 200,
    data: ChatAnswer,
    unversioned: true,
  }),
};

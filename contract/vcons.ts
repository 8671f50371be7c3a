import Type, { type Static } from 'typebox';
import { CALL_BODY_LIMIT, Call } from './calls.ts';
import { route } from './table/route.ts';
import { FreeObject, named, oneOf, Uuid } from './table/schema.ts';

/** Reasons for leaving a part of a vCon out. */
export const LEFT_OUT_REASONS = [
  'another_dialog',
  'at_an_address',
  'not_a_recording',
  'signature_not_checked',
  'too_large',
  'unknown_field',
  'unknown_transcript',
] as const;

/** Part of a vCon that a call cannot carry, or part of a call that a vCon cannot. */
export const LeftOut = named('LeftOut', {
  pointer: Type.String({ description: 'JSON pointer into the vCon.' }),
  reason: oneOf(LEFT_OUT_REASONS, {
    description:
      'another_dialog: a call has one · at_an_address: its bytes are elsewhere; send the vCon to a source whose hosts ' +
      'allow that address · not_a_recording · signature_not_checked: read as if it were not signed · too_large · ' +
      'unknown_field · unknown_transcript: in no format that is known here',
  }),
});
export type LeftOut = Static<typeof LeftOut>;

/** Conversation as draft-ietf-vcon-vcon-core-04 has it, unsigned or signed. */
export const Vcon = Type.Unsafe<Record<string, unknown>>({
  ...FreeObject,
  description: 'A vCon (draft-ietf-vcon-vcon-core-04), unsigned or signed, with its recording inline.',
});

/** Bytes of a recording that is put into a vCon, at most: 16 MiB. */
export const INLINE_LIMIT = 16 * 1024 * 1024;

/** Routes for conversations as other systems exchange them. */
export const vcons = {
  create: route({
    method: 'POST',
    path: '/v1/vcons',
    summary: 'Make a call of a vCon: its recording, words, people and times; what it cannot carry is listed',
    access: 'member',
    conflicts: true,
    also_refuses: [404],
    query: Type.Object({
      case_uuid: Type.Optional(
        Type.Unsafe<string>({
          ...Uuid,
          description: 'Case of the call. Default: a new one that is not identified yet.',
        }),
      ),
    }),
    body: Vcon,
    body_limit: CALL_BODY_LIMIT,
    example: {
      vcon: '0.4.0',
      uuid: '0192f3a1-7c1e-8b44-9d0e-5f1c2a3b4c5d',
      created_at: '2026-11-17T14:14:00Z',
      subject: 'First call',
      parties: [{ tel: '+12125550123', name: 'Anna Hollis' }, { name: 'Nora Ellery' }],
      dialog: [{ type: 'recording', start: '2026-11-17T14:14:00Z', duration: 61, parties: [0, 1], originator: 0 }],
      analysis: [],
    },
    status: 201,
    data: Type.Object({ call: Call, left_out: Type.Array(LeftOut) }),
    message: 'Call created',
  }),
  get: route({
    method: 'GET',
    path: '/v1/calls/{call_uuid}/vcon',
    summary:
      'Export a call as a vCon, with its recording up to 16 MiB; the header X-Left-Out names what it cannot carry',
    access: 'viewer',
    params: Type.Object({ call_uuid: Uuid }),
    status: 200,
    answer_kind: 'bytes',
  }),
};

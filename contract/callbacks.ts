import Type, { type Static } from 'typebox';
import { CALL_BODY_LIMIT } from './calls.ts';
import { route } from './table/route.ts';
import { named, Uuid } from './table/schema.ts';

/** AssemblyAI's notice that a transcription has ended; its words are fetched separately. */
export const AssemblyAiCallback = named('AssemblyAiCallback', {
  transcript_id: Type.String({ pattern: '^[\\w-]{1,100}$' }),
  status: Type.String({ maxLength: 100 }),
});
export type AssemblyAiCallback = Static<typeof AssemblyAiCallback>;

/** Header in which AssemblyAI returns the job's secret. */
export const CALLBACK_HEADER = 'x-pharos-callback';

const query = Type.Object({ job_uuid: Type.Optional(Uuid) });
const data = Type.Object({ received: Type.Literal(true) });

/** Routes for speech services. Each job has its own address and secret, given to the service with the recording. */
export const callbacks = {
  deepgram: route({
    method: 'POST',
    path: '/v1/callbacks/deepgram',
    summary: "Receive Deepgram's result of a job; the secret is the password of Basic authentication",
    access: 'callback',
    query,
    body: Type.Unsafe<Uint8Array | string>({ type: 'string', format: 'binary' }),
    body_kind: 'file',
    body_limit: CALL_BODY_LIMIT,
    status: 200,
    data,
  }),
  assembly_ai: route({
    method: 'POST',
    path: '/v1/callbacks/assembly_ai',
    summary: `Receive AssemblyAI's notice that a job is done; the secret is in the header ${CALLBACK_HEADER}`,
    access: 'callback',
    query,
    body: AssemblyAiCallback,
    body_limit: 16 * 1024,
    example: { transcript_id: '6a9zvzyx8u', status: 'completed' } satisfies AssemblyAiCallback,
    status: 200,
    data,
  }),
};

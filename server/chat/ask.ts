import type { ChatAnswer, Citation } from '@pharos/contract/chat.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { withTranscripts } from '../calls/transcripts.ts';
import { findCase } from '../cases/queries.ts';
import { factsOf, readHome } from '../generations/facts.ts';
import { type AnalysedCall, findAnalysedCall } from '../generations/queries.ts';
import { record } from '../platform/audit/record.ts';
import type { UserActor } from '../platform/auth/actor.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { conflict, notFound, unavailable } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { LimitExceeded } from '../platform/worker-pool/worker-pool.ts';
import type { AnswerPool } from './answer-pool.ts';
import { selectSpokenCalls } from './queries.ts';

/** Quotes of one call, and of all the calls of a case. */
const [MOST_OF_CALL, MOST_OF_CASE] = [3, 6];

/** Threads that answer questions. */
export type Answering = { answers: AnswerPool };

export const askCall = async (
  { database, actor, params, body, signal }: RouteRequest<Routes['chat']['call']>,
  { answers }: Answering,
) => {
  const { organization_uuid } = actor;
  const call = await database.transaction(async (tx) => {
    const found = await findAnalysedCall(tx, organization_uuid, params.call_uuid);
    if (!found) throw notFound('call');
    record(tx, actor, { subject_type: 'call', subject_uuid: found.uuid });
    return found;
  });
  if (call.transcript_uuid === null) throw conflict('no_transcript', 'The call has no transcript yet: send one first');
  const [quotes = []] = await quotesOf(answers, database, actor, [call], body.question, signal);
  return { data: answerOf(quotes.slice(0, MOST_OF_CALL), 'Not said on this call.') };
};

export const askCase = async (
  { database, actor, params, body, signal }: RouteRequest<Routes['chat']['case']>,
  { answers }: Answering,
) => {
  const { organization_uuid } = actor;
  const calls = await database.transaction(async (tx) => {
    const found = await findCase(tx, organization_uuid, params.case_uuid);
    if (!found) throw notFound('case');
    record(tx, actor, { subject_type: 'case', subject_uuid: found.uuid });
    return selectSpokenCalls(tx, organization_uuid, found.uuid);
  });
  const quotes = await quotesOf(answers, database, actor, calls, body.question, signal);
  return { data: answerOf(inTurns(quotes).slice(0, MOST_OF_CASE), 'Not said on the calls of this case.') };
};

/** Words that answer a question on each of the calls, the most likely of a call first. */
const quotesOf = async (
  pool: AnswerPool,
  database: ScopedDatabase,
  { organization_uuid }: UserActor,
  calls: AnalysedCall[],
  question: string,
  signal: AbortSignal | undefined,
): Promise<Citation[][]> => {
  const home = await readHome(database, organization_uuid);
  const asked = (await withTranscripts(database, calls)).flatMap(({ transcript }, index) => {
    const call = calls[index] as AnalysedCall;
    return transcript ? [{ call, transcript: transcript.utf8, facts: factsOf(call, home) }] : [];
  });
  return Promise.all(
    asked.map(async ({ call, ...one }) => {
      const found = await pool.run({ ...one, question }, { organization_uuid, signal }).catch(tooLong);
      return found.map((evidence) => ({ call_uuid: call.uuid, ...evidence }));
    }),
  );
};

const tooLong = (error: unknown): never => {
  if (error instanceof LimitExceeded) throw unavailable('server_busy', 'Finding the answer took too long; try again');
  throw error;
};

/** The first of each call, then the second of each, and so on. */
const inTurns = (quotes: Citation[][]): Citation[] => {
  const longest = Math.max(0, ...quotes.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => quotes.flatMap((one) => one[place] ?? [])).flat();
};

const answerOf = (citations: Citation[], not_said: string): ChatAnswer => ({
  response: citations.length === 0 ? not_said : citations.map((one) => `${voiceOf(one)}: “${one.text}”`).join('\n'),
  answered: citations.length > 0,
  citations,
});

const voiceOf = ({ label, speaker }: Citation): string =>
  label ?? (speaker === null ? 'Somebody' : `Speaker ${speaker}`);

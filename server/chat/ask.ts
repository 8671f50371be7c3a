import type { ChatAnswer, Citation } from '@pharos/contract/chat.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { eachTranscript } from '../calls/transcripts.ts';
import { findCase } from '../cases/queries.ts';
import { factsOf, readWhose } from '../generations/facts.ts';
import { type AnalysedCall, findAnalysedCall } from '../generations/queries.ts';
import { askModel, type ModelAnswer, type Models } from '../models/ask-model.ts';
import { ModelError } from '../models/model.ts';
import { record } from '../platform/audit/record.ts';
import type { ScopedDatabase } from '../platform/database/database.ts';
import { conflict, notFound, unavailable } from '../platform/errors/errors.ts';
import type { RouteRequest } from '../platform/serving/handler.ts';
import { LimitExceeded, type WorkFor } from '../platform/worker-pool/worker-pool.ts';
import type { CallFacts } from '../understanding/call.ts';
import type { AnswerPool } from './answer-pool.ts';
import { selectSpokenCalls } from './queries.ts';

/** Quotes of one call, and of all the calls of a case. */
const [MOST_OF_CALL, MOST_OF_CASE] = [3, 6];

/** Threads that answer questions, and the model that may phrase an answer. */
export type Answering = { answers: AnswerPool; models: Models };

export const askCall = async (
  { database, actor, params, body, signal }: RouteRequest<Routes['chat']['call']>,
  { answers, models }: Answering,
) => {
  const { organization_uuid } = actor;
  const call = await database.transaction(async (tx) => {
    const found = await findAnalysedCall(tx, organization_uuid, params.call_uuid);
    if (!found) throw notFound('call');
    record(tx, actor, { subject_type: 'call', subject_uuid: found.uuid });
    return found;
  });
  const { value: spoken } = await eachSpoken(database, organization_uuid, [call]).next();
  if (!spoken) throw conflict('no_transcript', 'The call has no transcript yet: send one first');
  const { question } = body;
  const told = await askModel(models, { database, organization_uuid, ...spoken, question, signal }).catch(noAnswer);
  if (told && told.statements.length > 0) return { data: phrased(call.uuid, told) };
  const quotes = await quotesOf(answers, spoken, question, { organization_uuid, signal });
  const unsupported = told?.unsupported ?? [];
  return { data: { ...answerOf(quotes.slice(0, MOST_OF_CALL), 'Not said on this call.'), unsupported } };
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
  const quotes: Citation[][] = [];
  for await (const spoken of eachSpoken(database, organization_uuid, calls)) {
    quotes.push(await quotesOf(answers, spoken, body.question, { organization_uuid, signal }));
  }
  return { data: answerOf(inTurns(quotes).slice(0, MOST_OF_CASE), 'Not said on the calls of this case.') };
};

/** A call that has words, as a thread reads it. */
type Spoken = { uuid: string; transcript: Uint8Array; facts: Required<CallFacts> };

async function* eachSpoken(
  database: ScopedDatabase,
  organization_uuid: string,
  calls: readonly AnalysedCall[],
): AsyncGenerator<Spoken, undefined> {
  const home = await readWhose(database, organization_uuid);
  for await (const { row, transcript } of eachTranscript(database, calls)) {
    if (transcript) yield { uuid: row.uuid, transcript: transcript.utf8, facts: factsOf(row, home) };
  }
}

/** Words of a call that answer a question, the most likely first. */
const quotesOf = async (
  pool: AnswerPool,
  { uuid: call_uuid, ...spoken }: Spoken,
  question: string,
  whose: WorkFor,
): Promise<Citation[]> => {
  const found = await pool.run({ ...spoken, question }, whose).catch(tooLong);
  return found.map((evidence) => ({ call_uuid, ...evidence }));
};

/** Nothing, where the model did not answer: then the words do. */
const noAnswer = (error: unknown): null => {
  if (error instanceof ModelError || error instanceof LimitExceeded) return null;
  throw error;
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
  engine: 'rules',
  model: null,
  answered: citations.length > 0,
  citations,
  unsupported: [],
});

const phrased = (call_uuid: string, { model, statements, unsupported }: ModelAnswer): ChatAnswer => ({
  response: statements.map(({ text }) => text).join('\n'),
  engine: 'model',
  model,
  answered: true,
  citations: statements.flatMap(({ evidence }) => evidence.map((one) => ({ call_uuid, ...one }))),
  unsupported,
});

const voiceOf = ({ label, speaker }: Citation): string =>
  label ?? (speaker === null ? 'Somebody' : `Speaker ${speaker}`);

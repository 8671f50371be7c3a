import { createClient } from '@pharos/client';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import type { Shot } from '../load.ts';
import type { Subject } from '../subjects.ts';
import { makeTranscript } from '../transcripts.ts';

/** Rows of a size, all of them read and written in turn, and the bodies that are written to them. */
export type Rows = { paths: string[]; bodies: Buffer[] };

const ROWS = 64;
const BODIES = 4;

const transcriptsOf = (words: number): Transcript[] =>
  Array.from({ length: BODIES }, (_, index) => makeTranscript(words, words + index));

/** Makes calls of so many words in Pharos. */
export const addCalls = async ({ address, token }: Subject, words: number): Promise<Rows> => {
  const client = createClient({ baseUrl: address, token });
  const case_uuid = (await client.cases.create({ body: { last_name: 'Whitcombe' } })).data.uuid;
  const transcripts = transcriptsOf(words);
  const paths: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    const { data } = await client.calls.create({ body: { case_uuid, transcript: transcripts[row % BODIES] } });
    paths.push(`/v1/calls/${data.uuid}`);
  }
  return { paths, bodies: bodiesOf(transcripts) };
};

/** Makes objects of the same words in Parse Server. */
export const addObjects = async ({ address, headers }: Subject, words: number): Promise<Rows> => {
  const bodies = bodiesOf(transcriptsOf(words));
  const paths: string[] = [];
  for (let row = 0; row < ROWS; row++) {
    const body = bodies[row % BODIES];
    const answer = await fetch(`${address}/parse/classes/Call`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body,
    });
    if (answer.status !== 201) throw new Error(`Parse Server answered ${answer.status}: ${await answer.text()}`);
    paths.push(`/parse/classes/Call/${((await answer.json()) as { objectId: string }).objectId}`);
  }
  return { paths, bodies };
};

const bodiesOf = (transcripts: Transcript[]) =>
  transcripts.map((transcript) =>
    Buffer.from(JSON.stringify({ duration: Math.ceil((transcript.words.at(-1)?.end_ms ?? 0) / 1000), transcript })),
  );

/** One shot for each client: they go through all rows in turn, and every PUT changes its row. */
export const shotsOf = (
  { paths, bodies }: Rows,
  method: 'GET' | 'PUT',
  clients: number,
  state: { sent: number },
): Shot[] => {
  let asked = 0;
  const path = () => paths[(method === 'PUT' ? state.sent : asked++) % paths.length] as string;
  // A row's turn comes again after all others: the next body but one is another than it has.
  const body = () => bodies[(state.sent++ + Math.floor(state.sent / paths.length)) % bodies.length] as Buffer;
  const least_bytes = method === 'GET' ? (bodies[0] as Buffer).length * 0.9 : 2;
  return Array.from({ length: clients }, () => ({ method, path, least_bytes, ...(method === 'PUT' && { body }) }));
};

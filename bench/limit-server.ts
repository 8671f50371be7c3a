import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CallUpdate } from '@pharos/contract/calls.ts';
import pg from 'pg';
import { Compile } from 'typebox/compile';
import { MAX_CONCURRENCY } from './workloads.ts';

// The bare limit: the least that a server on this machine, Node and PostgreSQL could do and still check what it keeps.
// No tokens, no rights, no versions, no digests, no no-change rule, no log, no deadlines.
const pool = new pg.Pool({ ...JSON.parse(process.argv[2] as string), max: MAX_CONCURRENCY });
const update = Compile(CallUpdate);

const readAll = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
};

const putCall = async (uuid: string, bytes: Buffer): Promise<string> => {
  if (!update.Check(JSON.parse(bytes.toString()))) throw new Error('not a call');
  const { rowCount } = await pool.query('update bench.limit_calls set transcript = $2 where uuid = $1', [uuid, bytes]);
  if (rowCount !== 1) throw new Error('no such call');
  return '{}';
};

const getCall = async (uuid: string): Promise<string> => {
  const { rows } = await pool.query('select uuid, transcript from bench.limit_calls where uuid = $1', [uuid]);
  return `{"data":${spliced(rows[0])}}`;
};

const getCase = async (uuid: string): Promise<string> => {
  const { rows } = await pool.query('select uuid, transcript from bench.limit_calls where case_uuid = $1', [uuid]);
  return `{"data":{"calls":[${rows.map(spliced).join()}]}}`;
};

const spliced = ({ uuid, transcript }: { uuid: string; transcript: string }) =>
  `{"uuid":"${uuid}","transcript":${transcript}}`;

const answer = async (request: IncomingMessage): Promise<string> => {
  const [, , feature, uuid = ''] = (request.url ?? '').split('/');
  if (request.method === 'PUT') return putCall(uuid, await readAll(request));
  return feature === 'cases' ? getCase(uuid) : getCall(uuid);
};

const server = createServer(async (request, response) => {
  try {
    const body = Buffer.from(await answer(request));
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
  } catch (error) {
    response.writeHead(500).end(String(error));
  }
});
// As long as Fastify keeps an idle connection for the other two: the rounds of the benchmark have pauses of seconds.
server.keepAliveTimeout = 72_000;
server.listen(0, '127.0.0.1', () => {
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  process.stdout.write(`${JSON.stringify({ address })}\n`);
});
process.once('SIGTERM', () => process.exit(0));

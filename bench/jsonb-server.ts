import Fastify from 'fastify';
import sql from 'sql-template-tag';
import type { Database } from '../server/platform/database/database.ts';
import { openDatabase } from '../server/platform/database/open-database.ts';
import { type Caller, openAuthentication } from '../server/platform/serving/authenticate.ts';

// The same server storing jsonb: Fastify, tokens and pool as in Pharos, but PostgreSQL prints the transcript, `pg`
// parses it and JSON.stringify prints it again, as a server does that keeps its documents in jsonb columns.
type Row = { speaker_labels: { parse(): unknown }; provider_metadata: { parse(): unknown } | null };

const columns = sql`
  calls.uuid, calls.case_uuid, calls.organization_uuid, calls.created_by, calls.created_at, calls.updated_at,
  calls.is_fully_labelled, calls.speaker_labels, calls.duration, calls.file_format, calls.file_name, calls.file_path,
  calls.file_size, calls.provider_metadata, jsonb_calls.transcript`;

const selectCalls = async (database: Database, { person, guard }: Caller, by: 'call' | 'case', uuid: string) => {
  const { organization_uuid } = person;
  const rows = await database.scopedTo({ organization_uuid }, guard).rows<Row>(sql`
    select ${columns} from calls join bench.jsonb_calls on jsonb_calls.uuid = calls.uuid
    where calls.organization_uuid = ${organization_uuid} and calls.deleted_at is null
      and ${by === 'call' ? sql`calls.uuid` : sql`calls.case_uuid`} = ${uuid}
    order by calls.created_at, calls.uuid`);
  return rows.map((row) => ({
    ...row,
    speaker_labels: row.speaker_labels.parse(),
    provider_metadata: row.provider_metadata?.parse() ?? null,
  }));
};

const database = openDatabase(JSON.parse(process.argv[2] as string), () => {}, { role: 'none' });
const { authenticate } = openAuthentication(database, { jwt: { audience: 'authenticated' } });
const app = Fastify();

const serve = (path: string, by: 'call' | 'case', data: (rows: object[]) => unknown) =>
  app.get<{ Params: { uuid: string } }>(path, async (request, reply) => {
    const caller = await authenticate(request.raw, { action: 'calls.get', request_id: null, address: null });
    const rows = await selectCalls(database, caller, by, request.params.uuid);
    if (rows.length === 0) return reply.code(404).send();
    const timestamp = new Date().toISOString();
    const envelope = { status: 'success', timestamp, data: data(rows), message: null, request_id: request.id };
    return reply.header('content-type', 'application/json; charset=utf-8').send(JSON.stringify(envelope));
  });

serve('/v1/calls/:uuid', 'call', ([call]) => call);
serve('/v1/cases/:uuid', 'case', (calls) => ({ calls }));

const address = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ address })}\n`);
process.once('SIGTERM', () => process.exit(0));

// `npm run bench -- search`: searches over many calls as the app's role, with all walls on; `--calls 2000` takes fewer.
import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../server/platform/database/open-database.ts';
import { compact } from '../server/search/compact.ts';
import { storeTranscript } from '../server/transcripts/stored.ts';
import { startPharos } from './subjects.ts';
import { vocabulary } from './vocabulary.ts';

const { values } = parseArgs({
  options: { calls: { type: 'string', default: '10000' }, rounds: { type: 'string', default: '40' } },
  allowPositionals: true,
});
const CALLS = Number(values.calls);
const ROUNDS = Number(values.rounds);
const WORDS = 1_500;
const BATCH = 100;
/** Words beyond the spoken ones: names and places, each of which few calls have. */
const RARE = 20_000;

const say = (text: string) => process.stderr.write(`${text}\n`);

let state = 20_261_130;
const random = () => {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
};
const spoken = () => vocabulary[Math.floor(random() * vocabulary.length)] as string;
const rare = () => `Name${Math.floor(RARE * random() ** 3)}`;

const transcript = () => {
  let [now, left, speaker] = [0, 0, '0'];
  const words = Array.from({ length: WORDS }, () => {
    if (left === 0) {
      left = 3 + Math.floor(random() * 37);
      speaker = speaker === '0' ? '1' : '0';
    }
    left -= 1;
    const text = random() < 0.03 ? rare() : spoken();
    const start_ms = now;
    now += 120 + 40 * text.length;
    return { text, start_ms, end_ms: now, confidence: 0.97, speaker };
  });
  return storeTranscript({ source: 'deepgram', words });
};

const values_of = (rows: unknown[][]) => {
  let parameter = 0;
  return rows.map((row) => `(${row.map(() => `$${++parameter}`).join(', ')})`).join(', ');
};

const seed = async (
  database: pg.Client,
  organization_uuid: string,
  created_by: string,
  count: number,
  from: number,
) => {
  const cases = await database.query('select uuid from cases where organization_uuid = $1', [organization_uuid]);
  for (let done = 0; done < count; done += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, count - done) }, (_, index) => ({
      uuid: randomUUID(),
      transcript_uuid: randomUUID(),
      case_uuid: cases.rows[(from + done + index) % cases.rows.length].uuid as string,
      created_at: new Date(Date.UTC(2026, 0, 1) + (from + done + index) * 600_000).toISOString(),
      ...transcript(),
    }));
    const insert = (table: string, columns: string, list: unknown[][]) =>
      database.query(`insert into ${table} (${columns}) values ${values_of(list)}`, list.flat());
    await database.query('begin');
    await insert(
      'calls',
      'organization_uuid, uuid, case_uuid, created_by, created_at, updated_at, speaker_labels, transcript_uuid, transcript_digest',
      rows.map((row) => [
        organization_uuid,
        row.uuid,
        row.case_uuid,
        created_by,
        row.created_at,
        row.created_at,
        '{"0":"Margaret Hollis, director","1":"Daughter"}',
        row.transcript_uuid,
        row.digest,
      ]),
    );
    await insert(
      'transcripts',
      'organization_uuid, uuid, call_uuid, zstd, digest, created_by',
      rows.map((row) => [organization_uuid, row.transcript_uuid, row.uuid, row.zstd, row.digest, created_by]),
    );
    await insert(
      'search_documents',
      'organization_uuid, transcript_uuid, call_uuid, created_at, document',
      rows.map((row) => [organization_uuid, row.transcript_uuid, row.uuid, row.created_at, row.document]),
    );
    await database.query('commit');
    if ((done / BATCH) % 20 === 0) say(`${from + done} calls`);
  }
};

type Kind = { name: string; body: () => Record<string, unknown> };
const two = (draw: () => string) => `${draw()} ${draw()}`;
const KINDS: Kind[] = [
  { name: 'the commonest word', body: () => ({ q: 'the' }) },
  { name: 'a word', body: () => ({ q: spoken() }) },
  { name: 'a rare word', body: () => ({ q: rare() }) },
  { name: 'two words', body: () => ({ q: two(spoken) }) },
  { name: 'a phrase of three common words', body: () => ({ q: '"to the and"' }) },
  { name: 'a phrase', body: () => ({ q: `"${two(spoken)}"` }) },
  { name: 'a rare phrase', body: () => ({ q: `"${rare()} ${spoken()}"` }) },
  { name: 'a prefix', body: () => ({ q: `${spoken().replace(/\W/g, '').slice(0, 3).padEnd(2, 'e')}*` }) },
  { name: 'OR', body: () => ({ q: `${rare()} OR ${spoken()}` }) },
  { name: 'NOT', body: () => ({ q: `${spoken()} -${rare()}` }) },
  { name: 'said by the family', body: () => ({ q: spoken(), who: 'theirs' }) },
  { name: 'newest first', body: () => ({ q: spoken(), order: 'newest' }) },
  { name: 'in a month', body: () => ({ q: spoken(), from: '2026-01-05T00:00:00Z', to: '2026-01-20T00:00:00Z' }) },
  { name: 'fully labelled', body: () => ({ q: spoken(), is_fully_labelled: false }) },
];

const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number;

const measure = async (address: string, token: string, kind: Kind, clients: number) => {
  const times: number[] = [];
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const client = async () => {
    for (let round = 0; round < Math.ceil(ROUNDS / clients); round += 1) {
      const begin = performance.now();
      const answer = await fetch(`${address}/v1/search`, {
        method: 'POST',
        headers,
        body: JSON.stringify(kind.body()),
      });
      await answer.arrayBuffer();
      if (answer.status !== 200) throw new Error(`${kind.name}: ${answer.status}`);
      times.push(performance.now() - begin);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  times.sort((one, other) => one - other);
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99) };
};

const folder = await mkdtemp(join(tmpdir(), 'pharos-bench-'));
const stops: (() => Promise<void>)[] = [];
try {
  const { subject, connection } = await startPharos(folder, stops);
  const owner = new pg.Client(connection);
  await owner.connect();
  stops.push(() => owner.end());
  const headers = { authorization: `Bearer ${subject.token}`, 'content-type': 'application/json' };
  const post = async (path: string, body: unknown) => {
    const answer = await fetch(`${subject.address}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
    return ((await answer.json()) as { data: Record<string, string> }).data;
  };
  for (let made = 0; made < 50; made += 1) await post('/v1/cases', { last_name: `Family ${made}` });
  const { organization_uuid, created_by } = await post('/v1/cases', { last_name: 'Hollis' });
  const database = openDatabase(connection, () => {});
  stops.push(() => database.close());

  const small = Math.min(1_000, CALLS);
  const lines: string[] = [];
  const sizes = small < CALLS ? [small, CALLS] : [CALLS];
  const medians = new Map<string, number>();
  let there = 0;
  for (const size of sizes) {
    await seed(owner, organization_uuid as string, created_by as string, size - there, there);
    there = size;
    say('gathering segments');
    await compact(database.scopedTo({ organization_uuid }), organization_uuid as string);
    await owner.query('vacuum analyze');
    for (const kind of KINDS) {
      await measure(subject.address, subject.token, kind, 1);
      for (const clients of [1, 8]) {
        const { median, p99 } = await measure(subject.address, subject.token, kind, clients);
        const before = medians.get(`${kind.name} ${clients}`);
        medians.set(`${kind.name} ${clients}`, median);
        const ratio = before === undefined ? '' : (median / before).toFixed(1);
        lines.push(`| ${size} | ${kind.name} | ${clients} | ${median.toFixed(1)} | ${p99.toFixed(1)} | ${ratio} |`);
        say(lines.at(-1) as string);
      }
    }
  }
  const { rows: disk } = await owner.query<{ transcripts: string; search: string }>(`
    select pg_total_relation_size('transcripts') as transcripts,
      pg_total_relation_size('search_documents') + pg_total_relation_size('search_segments')
        + pg_total_relation_size('search_terms') as search`);
  const { rows: version } = await owner.query('show server_version');
  const per_call = (bytes: string | undefined) => `${(Number(bytes) / CALLS / 1000).toFixed(1)} kB`;
  const page = [
    '# The latest run of the search benchmark',
    `\`npm run bench -- search\` on PostgreSQL ${version[0].server_version}: ${CALLS} calls of ${WORDS} words, ` +
      'milliseconds over HTTP as the app’s role under row level security. The last column is the median to the same at 1,000 calls.',
    ['| calls | query | at once | median ms | p99 ms | to 1,000 |', '|--:|---|--:|--:|--:|--:|', ...lines].join('\n'),
    `A call takes ${per_call(disk[0]?.transcripts)} as transcript and ${per_call(disk[0]?.search)} as search index.`,
  ].join('\n\n');
  process.stdout.write(`${page}\n`);
  if (CALLS >= 10_000) await writeFile(new URL('./SEARCH.md', import.meta.url), `${page}\n`);
} finally {
  for (const stop of stops.reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

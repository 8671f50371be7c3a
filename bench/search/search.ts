// `npm run bench -- search`: searches over many calls as the app's role, with all walls on; `--calls 2000` takes fewer,
// and `--only 'a word'` measures the searches whose name begins so.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { openDatabase } from '../../server/platform/database/open-database.ts';
import { compact } from '../../server/search/compact.ts';
import { launchChromium } from '../../test/console/chromium.ts';
import { machineOf, table } from '../report.ts';
import { type Subject, startPharos } from '../subjects.ts';
import { quantile } from '../summary.ts';
import { type Kind, kindsOf } from './kinds.ts';
import { type Home, nameAt, seedCalls, WORDS } from './seed.ts';
import { spentBy } from './spent.ts';
import { typeWords } from './typing.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '104' },
    only: { type: 'string', default: '' },
  },
  allowPositionals: true,
});
const CALLS = Number(values.calls);
const ROUNDS = Number(values.rounds);
const SMALL = Math.min(1_000, CALLS);
const TYPED = 40;

const say = (text: string) => process.stderr.write(`${text}\n`);
const digits = (ms: number) => ms.toFixed(1);

const headersOf = ({ token }: Subject) => ({ authorization: `Bearer ${token}`, 'content-type': 'application/json' });

const post = async (subject: Subject, path: string, body: unknown): Promise<Record<string, string>> => {
  const init = { method: 'POST', headers: headersOf(subject), body: JSON.stringify(body) };
  const answer = await fetch(`${subject.address}${path}`, init);
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { data: Record<string, string> }).data;
};

/** Fifty cases at three locations, and a colleague. */
const makeHome = async (subject: Subject): Promise<Home & { location_uuid: string }> => {
  const locations = [];
  for (const name of ['Lakeside', 'Main Street', 'Westgate']) {
    locations.push((await post(subject, '/v1/locations', { name })).uuid as string);
  }
  const cases = [];
  for (let made = 0; made < 50; made += 1) {
    const one = { last_name: `Family ${made}`, location_uuid: locations[made % 3] };
    cases.push(await post(subject, '/v1/cases', one));
  }
  const invited = await post(subject, '/v1/users', { email: 'colleague@example.com', access_level: 'member' });
  const { uuid } = invited.user as unknown as { uuid: string };
  const [{ organization_uuid, created_by } = {}] = cases;
  return {
    organization_uuid: organization_uuid as string,
    created_by: created_by as string,
    colleague: uuid ?? (invited.uuid as string),
    cases: cases.map((one) => one.uuid as string),
    location_uuid: locations[1] as string,
  };
};

/** Milliseconds of those that were answered, and the number that were refused. */
type Figures = { median: number; p99: number; cpu: number; refused: number };

const measure = async (subject: Subject, pid: number, kind: Kind, clients: number): Promise<Figures> => {
  const times: number[] = [];
  let refused = 0;
  const client = async () => {
    for (let round = 0; round < Math.ceil(ROUNDS / clients); round += 1) {
      const begin = performance.now();
      await post(subject, '/v1/search', kind.body()).then(
        () => times.push(performance.now() - begin),
        (error: Error) => {
          refused += 1;
          say(
            `${kind.name}, ${clients} at once: refused after ${digits(performance.now() - begin)} ms, ${error.message}`,
          );
        },
      );
    }
  };
  const before = spentBy(pid);
  await Promise.all(Array.from({ length: clients }, client));
  const cpu = (spentBy(pid) - before) / (times.length + refused);
  times.sort((one, other) => one - other);
  return { median: quantile(times, 0.5), p99: quantile(times, 0.99), cpu, refused };
};

const run = async (folder: string, stops: (() => Promise<void>)[]): Promise<string> => {
  const busy = loadavg()[0] as number;
  const { subject, connection, pid } = await startPharos(folder, stops);
  const owner = new pg.Client(connection);
  await owner.connect();
  stops.push(() => owner.end());
  const home = await makeHome(subject);
  const { organization_uuid } = home;
  const database = openDatabase(connection, () => {});
  stops.push(() => database.close());
  const kinds = kindsOf({
    case_uuid: home.cases[7] as string,
    location_uuid: home.location_uuid,
    created_by: home.colleague,
  }).filter(({ name }) => name.startsWith(values.only));
  const small = new Map<string, Figures>();
  const rows: string[][] = [];
  let there = 0;
  for (const size of new Set([SMALL, CALLS])) {
    await seedCalls(owner, home, there, size - there, say);
    there = size;
    say('gathering segments');
    await compact(database.scopedTo({ organization_uuid }), organization_uuid);
    await owner.query('vacuum analyze');
    for (const kind of kinds) {
      await measure(subject, pid, kind, 1);
      for (const clients of [1, 8]) {
        const { median, p99, cpu, refused } = await measure(subject, pid, kind, clients);
        const before = small.get(`${kind.name} ${clients}`);
        if (size === SMALL) small.set(`${kind.name} ${clients}`, { median, p99, cpu, refused });
        const ratios = before ? [digits(median / before.median), digits(cpu / before.cpu)] : ['', ''];
        rows.push([
          kind.name,
          String(size),
          String(clients),
          digits(median),
          digits(p99),
          digits(cpu),
          ...ratios,
          String(refused || ''),
        ]);
        say(rows.at(-1)?.join(' | ') ?? '');
      }
    }
  }
  const browser = await launchChromium();
  stops.push(() => browser.close());
  const words = Array.from({ length: TYPED }, (_, index) => nameAt(3 * index));
  const typed = (await typeWords({ browser, ...subject }, words)).sort((one, other) => one - other);
  say(`typed: ${typed.map(Math.round).join(' ')}`);
  const { rows: disk } = await owner.query<{ transcripts: string; search: string }>(`
    select pg_total_relation_size('transcripts') as transcripts,
      pg_total_relation_size('search_documents') + pg_total_relation_size('search_segments')
        + pg_total_relation_size('search_terms') as search`);
  const { rows: version } = await owner.query('show server_version');
  const { cores, cpu, memory_gib, node, postgres } = machineOf(version[0].server_version);
  const per_call = (bytes: string | undefined) => `${(Number(bytes) / CALLS / 1000).toFixed(1)} kB`;
  return [
    '# The latest run of the search benchmark',
    `\`npm run bench -- search\` asks over HTTP, as the app's role under row level security, ${ROUNDS} times for each row: ` +
      `${CALLS} calls of ${WORDS} words in fifty cases at three locations. CPU is what the server and its PostgreSQL ` +
      'spend on one search; the last two columns are the ratio of the median and of the CPU to the same search at ' +
      `${SMALL} calls.`,
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${cores} cores (${cpu}), ${memory_gib} GiB, Node ${node}, ` +
      `PostgreSQL ${postgres}. The cores are shared with the load generator and with other work: their load was ` +
      `${digits(busy)} before the run and ${digits(loadavg()[0] as number)} at its end.`,
    table(['query', 'calls', 'at once', 'median ms', 'p99 ms', 'CPU ms', 'median ×', 'CPU ×', 'refused'], rows),
    `From the last key of a word to the frame that shows a sentence with it, on the search page, in milliseconds: ` +
      `median ${digits(quantile(typed, 0.5))}, p95 ${digits(quantile(typed, 0.95))}, of ${TYPED} words.`,
    `A call takes ${per_call(disk[0]?.transcripts)} as transcript and ${per_call(disk[0]?.search)} as search index.`,
  ].join('\n\n');
};

const folder = await mkdtemp(join(tmpdir(), 'pharos-bench-'));
const stops: (() => Promise<void>)[] = [];
try {
  const page = await run(folder, stops);
  process.stdout.write(`${page}\n`);
  if (CALLS >= 10_000 && values.only === '') await writeFile(new URL('../SEARCH.md', import.meta.url), `${page}\n`);
} finally {
  for (const stop of stops.reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

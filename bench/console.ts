import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import pg from 'pg';
import { home, transcriptOf } from '../server/demo/home.ts';
import { findRecording } from '../server/demo/recordings.ts';
import { assembly, SPEAKERS, WORDS } from '../test/console/assembly.ts';
import { BROWSER, launchChromium } from '../test/console/chromium.ts';
import {
  hearWords,
  nameBoth,
  readFirstText,
  scroll,
  typeInTurn,
  type Visitor,
  visit,
  weighScript,
} from './in-browser.ts';
import { machineOf, table } from './report.ts';
import { type Subject, startPharos } from './subjects.ts';
import { quantile } from './summary.ts';

// `npm run bench-console` takes a minute and rewrites CONSOLE.md. It needs Debian's Chromium, or the one that CHROMIUM names.
const VISITS = 7;
const KEYS = 200;
/** Words of the long call that are in the demo's recording, which lasts three minutes; the first loads it. */
const CLICKED = [5, 20, 61, 33, 90, 12, 150, 47, 75, 120, 25, 110, 40].map((at) => `word${at}`);

type Row = [what: string, wanted: string, got: string, met: boolean];

const say = (text: string) => process.stderr.write(`${text}\n`);

/** The two calls that are measured: one of four hours, and the demo's call with the florist. */
const makeCalls = async ({ address, token }: Subject) => {
  const client = createClient({ baseUrl: address, token });
  const [first, , florist] = home.calls;
  if (!first || !florist) throw new Error('the demo has lost its calls');
  const { uuid: case_uuid } = (await client.cases.create({ body: { last_name: 'Whitcombe' } })).data;
  const add = async (body: object, recorded: typeof first) => {
    const { uuid } = (await client.calls.create({ body: { case_uuid, ...body } })).data;
    const sound = await readFile(findRecording(recorded) as string);
    await client.recordings.upload({ call_uuid: uuid, body: new Uint8Array(sound) });
    return `/calls/${uuid}`;
  };
  const long = await add({ transcript: { source: 'deepgram', words: assembly() }, duration: 14_400 }, first);
  return { long, florist: await add({ transcript: transcriptOf(florist) }, florist) };
};

const ms = (value: number) => `${Math.round(value)} ms`;
const sorted = (values: number[]) => values.toSorted((a, b) => a - b);

const measure = async (visitor: Visitor, { long, florist }: Awaited<ReturnType<typeof makeCalls>>): Promise<Row[]> => {
  say('opening the call');
  const opened: number[] = [];
  for (let n = 0; n < VISITS; n++) opened.push(await visit(visitor, (page) => readFirstText(page, long)));
  const script = await visit(visitor, (page) => weighScript(page, long));
  say('correcting');
  const typed = await visit(visitor, (page) => typeInTurn(page, long, KEYS));
  say('listening');
  const [loaded = 0, ...heard] = await visit(visitor, (page) => hearWords(page, long, CLICKED));
  say('scrolling');
  const { blank, frames } = await visit(visitor, (page) => scroll(page, long));
  say('naming');
  const presses = await visit(visitor, (page) => nameBoth(page, florist));
  const [middle, slowest] = [quantile(sorted(opened), 0.5), Math.max(...opened)];
  const [key, click] = [quantile(sorted(typed), 0.95), quantile(sorted(heard), 0.95)];
  return [
    [`first words on the page, median of ${VISITS} new visitors`, '≤ 1 s', ms(middle), middle <= 1000],
    ['first words on the page, the slowest of them', '≤ 1 s', ms(slowest), slowest <= 1000],
    [`a key in a turn that is corrected, p95 of ${KEYS}`, '≤ 50 ms', ms(key), key <= 50],
    [`click on a word to its sound, p95 of ${heard.length}`, '≤ 150 ms', ms(click), click <= 150],
    ['the first click, which loads the recording', '≤ 150 ms', ms(loaded), loaded <= 150],
    ['frames with a blank place while scrolling', '0', `${blank} of ${frames}`, blank === 0],
    ['keys to hear and name both voices of a call', '≤ 15', String(presses), presses <= 15],
    ['script of the first visit, gzip', '≤ 200 kB', `${Math.round(script / 1000)} kB`, script <= 200_000],
  ];
};

const run = async (folder: string, stops: (() => Promise<void>)[]) => {
  say('starting Pharos, its PostgreSQL and a browser');
  const busy = (loadavg()[0] as number).toFixed(1);
  const { subject, connection } = await startPharos(folder, stops);
  const database = new pg.Client(connection);
  await database.connect();
  const { rows: version } = await database.query('show server_version');
  await database.end();
  const browser = await launchChromium(BROWSER);
  stops.push(() => browser.close());
  const rows = await measure({ browser, ...subject }, await makeCalls(subject));
  const { cores, cpu, memory_gib, node, postgres } = machineOf(version[0].server_version);
  const machine =
    `Measured on ${new Date().toISOString().slice(0, 10)}: ${cores} cores (${cpu}), ${memory_gib} GiB, Node ${node}, ` +
    `PostgreSQL ${postgres}, Chromium ${browser.version()} without a screen. Browser, server and PostgreSQL share the cores, whose load was ${busy} before it began.`;
  const printed = rows.map(([what, wanted, got, met]) => [what, wanted, got, met ? 'met' : 'MISSED']);
  return [machine, table(['', 'wanted', 'got', ''], printed)].join('\n\n');
};

const EXPLAINED = `# The latest run of the console's benchmark

\`npm run bench-console\` opens the console in a browser on a real server, and rewrites this page. The long call has
${WORDS.toLocaleString('en')} words of ${SPEAKERS} voices in four hours, with the demo's recording as its sound; the call that is named is
the demo's with the florist, where one name is typed (Bridget) and the other offered. Each visitor has an empty cache. A
time ends with a frame: a key when it is painted, a sound when the recording has moved on between two frames. No figure
is of a network: the server is on the same machine.`;

const folder = await mkdtemp(join(tmpdir(), 'pharos-bench-'));
const stops: (() => Promise<void>)[] = [];
try {
  const report = await run(folder, stops);
  process.stdout.write(`${report}\n`);
  await writeFile(new URL('./CONSOLE.md', import.meta.url), `${EXPLAINED}\n\n${report}\n`);
} finally {
  for (const stop of stops.reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
}

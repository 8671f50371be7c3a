// `npm run bench -- backup [MB]`: a backup of so many megabytes (1000) while calls are written, another, and a restore.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { setPriority, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { wav } from '../test/support/recordings.ts';
import { startChild } from './child.ts';
import { makeTranscript } from './transcripts.ts';

const MB = Number(process.argv[3] ?? 1000);
const [WORDS, SOUND_BYTES, WRITERS, BASE_MS] = [1500, 960_000, 4, 15_000];
const COUNT = Math.ceil((MB * 1_000_000) / SOUND_BYTES);

const folder = await mkdtemp(join(tmpdir(), 'pharos-bench-backup-'));
const path = (name: string) => join(folder, name);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const identity = await generateX25519Identity();
await writeFile(path('key'), identity);
const env = { PORT: '0', DEMO: '0', DATA_DIR: path('data'), BACKUP_RECIPIENT: await identityToRecipient(identity) };

const script = (name: string) => new URL(`../${name}`, import.meta.url).pathname;
const server = await startChild({ script: script('server/main.ts'), env, log: path('log') });
const token = (await readFile(path('data/admin-token'), 'utf8')).trim();
const client = createClient({ baseUrl: server.address, token });

/** Runs a command as the schedule does, and answers its seconds. */
const run = async (name: string, args: string[], more = {}) => {
  const begun = performance.now();
  const child = spawn(process.execPath, [script(name), ...args], {
    env: { ...process.env, ...env, ...more },
    stdio: 'inherit',
  });
  setPriority(child.pid as number, 10);
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`${name} ended with ${code}`);
  return ((performance.now() - begun) / 1000).toFixed(1);
};

/** Writes calls until it is stopped, and answers the median of its PUTs in ms. */
const write = async (calls: string[], stopping: AbortSignal) => {
  const transcript = makeTranscript(WORDS, 7);
  const times: number[] = [];
  const work = async (call_uuid = '') => {
    for (let duration = 0; !stopping.aborted; duration++) {
      const begun = performance.now();
      await client.calls.update({ call_uuid, body: { duration, transcript } });
      times.push(performance.now() - begun);
    }
  };
  await Promise.all(calls.map(work));
  const sorted = times.toSorted((a, b) => a - b);
  return { count: times.length, median: sorted[Math.floor(sorted.length / 2)] ?? 0 };
};

try {
  const case_uuid = (await client.cases.create({ body: { last_name: 'Whitcombe' } })).data.uuid;
  const calls: string[] = [];
  for (let index = 0; index < COUNT; index++) {
    const body = { case_uuid, transcript: makeTranscript(WORDS, index) };
    const { uuid } = (await client.calls.create({ body })).data;
    const sound = wav(randomBytes(SOUND_BYTES), { tag: 1, channels: 1, bits: 16 });
    await client.recordings.upload({ call_uuid: uuid, body: new Uint8Array(sound) });
    calls.push(uuid);
  }
  say(`${COUNT} calls of ${WORDS} words, each with a recording of ${SOUND_BYTES / 1000} kB`);
  const written = calls.slice(0, WRITERS);
  const alone = await write(written, AbortSignal.timeout(BASE_MS));
  const stopping = new AbortController();
  const beside = write(written, stopping.signal);
  const seconds = await run('scripts/backup/backup.ts', [path('backups')]);
  stopping.abort();
  const during = await beside;
  const times = (during.median / alone.median).toFixed(2);
  say(
    `backup: ${seconds} s. PUT p50 ${alone.median.toFixed(1)} ms alone, ${during.median.toFixed(1)} ms beside: × ${times}`,
  );
  say(`a second backup: ${await run('scripts/backup/backup.ts', [path('backups')])} s`);
  const restored = ['scripts/backup/restore.ts', [path('backups'), '--key', path('key')]] as const;
  say(`restore: ${await run(restored[0], [...restored[1]], { DATA_DIR: path('restored') })} s`);
} finally {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

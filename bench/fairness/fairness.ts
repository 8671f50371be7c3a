import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@pharos/client';
import { machineOf } from '../report.ts';
import { startPharos } from '../subjects.ts';
import { ATTACKS, type Attack, type Hostile, keepUp } from './attacks.ts';

// `npm run bench -- fairness` keeps one organization calm while another does each attack for 60 s, and rewrites
// FAIRNESS.md; `--seconds 10` is a first idea, `--only searches` takes the attacks whose name begins so.
const { values } = parseArgs({
  allowPositionals: true,
  options: { seconds: { type: 'string', default: '60' }, only: { type: 'string', default: '' } },
});
const seconds = Number(values.seconds);
const say = (text: string) => process.stderr.write(`${text}\n`);

/** Milliseconds between two requests of the calm organization. */
const CALM_MS = 100;

/** A new organization with the token of its admin. */
const openOrganization = async (address: string, operator_token: string, name: string): Promise<Hostile> => {
  const operator = createClient({ baseUrl: address, token: operator_token, retries: 0 });
  const body = { name, admin: { email: `${name}@evergreen.example` } };
  const { link } = (await operator.organizations.create({ body })).data.invitation;
  const accepted = await fetch(`${address}/v1/invitations/accept`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ token: new URL(link).hash.replace('#token=', ''), password: 'lanterns on the river' }),
  });
  const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  const made = await fetch(`${address}/v1/tokens`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address, cookie },
    body: JSON.stringify({ name: 'bench' }),
  });
  return { address, token: ((await made.json()) as { data: { token: string } }).data.token };
};

/** Times in ms of `GET /v1/me`, one after the other, until the signal ends; a refusal counts as one that never came. */
const askCalmly = async ({ address, token }: Hostile, signal: AbortSignal): Promise<number[]> => {
  const times: number[] = [];
  const headers = { authorization: `Bearer ${token}` };
  while (!signal.aborted) {
    const sent = performance.now();
    const answer = await fetch(`${address}/v1/me`, { headers });
    await answer.arrayBuffer();
    times.push(answer.ok ? performance.now() - sent : Number.POSITIVE_INFINITY);
    await pause(CALM_MS);
  }
  return times;
};

/** Megabytes that a process has in memory, and the most that it ever had. */
const memoryOf = async (pid: number): Promise<{ now: number; most: number }> => {
  const status = await readFile(`/proc/${pid}/status`, 'utf8');
  const read = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1]) / 1024;
  return { now: read('VmRSS'), most: read('VmHWM') };
};

const machine = machineOf('embedded');

const at = (times: number[], share: number) => times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? 0;

const measure = async (attack: Attack | null, hostile: Hostile, calm: Hostile, pid: number): Promise<string> => {
  const [attacking, asking] = [new AbortController(), new AbortController()];
  const shot = await attack?.prepare(hostile);
  const attacked = attack && shot ? keepUp(shot, attack.at_once, attacking.signal) : Promise.resolve(0);
  await pause(1_000);
  const times = askCalmly(calm, asking.signal);
  await pause((attack ? seconds : Math.min(seconds, 10)) * 1_000);
  asking.abort();
  const calmly = await times;
  attacking.abort();
  const ended = await attacked;
  const { now, most } = await memoryOf(pid);
  const [median, p99] = [at(calmly, 0.5), at(calmly, 0.99)].map((ms) => ms.toFixed(0));
  const name = attack ? `${attack.name} (${attack.at_once} at once)` : 'nothing';
  const line = `| ${name} | ${ended} | ${calmly.length} | ${median} | ${p99} | ${now.toFixed(0)} | ${most.toFixed(0)} |`;
  say(line);
  return line;
};

const folder = await mkdtemp(join(tmpdir(), 'pharos-fairness-'));
const stops: (() => Promise<void>)[] = [];
try {
  const { subject, pid } = await startPharos(folder, stops);
  const calm = await openOrganization(subject.address, subject.token, 'calm');
  const hostile = await openOrganization(subject.address, subject.token, 'hostile');
  const lines = [await measure(null, hostile, calm, pid)];
  for (const attack of ATTACKS.filter(({ name }) => name.startsWith(values.only)))
    lines.push(await measure(attack, hostile, calm, pid));
  const page = [
    '# The latest run of the fairness benchmark',
    `\`npm run bench -- fairness\`, ${new Date().toISOString().slice(0, 10)}: what one organization, or a stranger, does ` +
      `for ${seconds} s, and \`GET /v1/me\` of another one meanwhile, in ms; the attacker runs on the same machine. ` +
      'Megabytes of the server at the end and at most so far. It was never started again: a server that ended would end the run.',
    `${machine.cores} cores (${machine.cpu}), ${machine.memory_gib} GiB, Node ${machine.node}; other work ran beside it.`,
    [
      '| the other organization | requests | calm requests | median ms | p99 ms | MB | MB at most |',
      '|---|--:|--:|--:|--:|--:|--:|',
      ...lines,
    ].join('\n'),
  ].join('\n\n');
  process.stdout.write(`${page}\n`);
  if (values.only === '') await writeFile(new URL('../FAIRNESS.md', import.meta.url), `${page}\n`);
} finally {
  for (const stop of stops.reverse()) await stop();
  await rm(folder, { recursive: true, force: true });
}
process.exit();

import { parseArgs } from 'node:util';
import { type Outcome, type Round, runFaults } from './faults.ts';

// `node test/faults/kill.ts --rounds 20` kills the server and PostgreSQL under load, and tells what it cost.
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '20' } } });

const say = (line: string) => process.stdout.write(`${line}\n`);
const row = (cells: (string | number)[]) => {
  const [number = '', victim = '', ...rest] = cells.map(String);
  return [number.padStart(5), victim.padEnd(17), ...rest.map((cell) => cell.padStart(15))].join('  ');
};

const showRound = ({ number, victim, acknowledged, back_ms }: Round) =>
  say(row([number, victim, acknowledged, back_ms]));

const showOutcome = ({ acknowledged, lost, missing, short, mixed, broken, slowest_ms }: Outcome) => {
  say(`\nacknowledged ${acknowledged} · lost ${lost.length + missing.length + short.length} · mixed ${mixed.length}`);
  say(`broken transcripts ${broken} · slowest restart ${slowest_ms} ms`);
};

const since = Date.now();
say(row(['round', 'victim', 'acknowledged', 'back after ms']));
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.abort());
const outcome = await runFaults(Number(values.rounds), showRound, interrupted.signal);
showOutcome(outcome);
say(`took ${Math.round((Date.now() - since) / 1000)} s`);
const { lost, missing, short, mixed, broken } = outcome;
process.exitCode = lost.length + missing.length + short.length + mixed.length + broken > 0 ? 1 : 0;

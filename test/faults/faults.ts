import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient } from '@pharos/client';
import type { Client } from '@pharos/client/methods.ts';
import { PharosError } from '../../client/error.ts';
import { type Kept, readKept } from './kept.ts';
import { Ledger, type Verdict } from './ledger.ts';
import { freePort, launchServer, makeDataFolder, postmasterOf, readAdminToken } from './server-process.ts';
import { killPostgres, type Victim, victimsOf } from './victims.ts';
import { writeOn } from './writer.ts';

/** Findings so far: empty lists are the aim. */
export type Findings = Kept & { lost: string[]; mixed: string[] };

/** A round: how many writes were acknowledged so far, and after how many ms the first one after the kill was. */
export type Round = { number: number; victim: Victim; acknowledged: number; back_ms: number };

export type Outcome = Findings & { acknowledged: number; slowest_ms: number };

const LONE_WRITERS = 8;
const SHARING_WRITERS = 2;
/** A guard against waiting for ever; how long a restart takes is told, and not judged. */
const PATIENCE_MS = 180_000;

/** Kills the server and PostgreSQL under load, round after round, and compares what is there with what was promised. */
export const runFaults = async (
  rounds: number,
  onRound: (round: Round) => void = () => {},
  interrupted = new AbortController().signal,
): Promise<Outcome> => {
  const { data_dir, remove } = await makeDataFolder();
  const settings = { DATA_DIR: data_dir, PORT: String(await freePort()), DEMO: '0' };
  let server = launchServer(settings);
  const [stopping, giveUp] = [new AbortController(), new AbortController()];
  const found: Findings = { lost: [], mixed: [], missing: [], short: [], broken: 0 };
  let writers: Promise<unknown> = Promise.resolve();
  try {
    const baseUrl = await server.ready;
    const token = await readAdminToken(data_dir);
    const { calls, cases } = createClient({ baseUrl, token, retries: 0 });
    const { data: funeral } = await cases.create({ body: { last_name: 'Hollis' } });
    const newLedger = async () => new Ledger((await calls.create({ body: { case_uuid: funeral.uuid } })).data.uuid);
    const ledgers = await Promise.all(Array.from({ length: LONE_WRITERS + 1 }, newLedger));

    const back = waitForBack();
    const load = { baseUrl, token, onAcknowledged: back.tell, stopping: stopping.signal, giveUp: giveUp.signal };
    const names = Array.from({ length: LONE_WRITERS + SHARING_WRITERS }, (_, index) => index);
    writers = Promise.all(
      names.map((index) => writeOn(load, ledgers[Math.min(index, LONE_WRITERS)] as Ledger, `writer-${index}`)),
    );
    const failed = Promise.race([
      writers.then(() => new Promise<never>(() => {})),
      once(interrupted, 'abort').then(() => Promise.reject(new Error('interrupted'))),
    ]);
    failed.catch(() => {});

    const read = async (ledger: Ledger): Promise<void> => {
      const verdict = await readVerdict(calls, ledger);
      if (verdict !== 'right') found[verdict].push(ledger.call_uuid);
    };
    const compare = async (unpack: boolean) => {
      for (const ledger of ledgers) await read(ledger);
      const { missing, short, broken } = await readKept(data_dir, ledgers, unpack);
      Object.assign(found, { missing, short, broken });
    };
    const acknowledged = () => ledgers.reduce((sum, ledger) => sum + ledger.acknowledged.length, 0);

    let slowest_ms = 0;
    for (const [index, victim] of victimsOf(rounds).entries()) {
      await Promise.race([sleep(300 + Math.random() * 1_200), failed]);
      const before = await postmasterOf(data_dir);
      const killed_at = performance.now();
      if (victim === 'server') {
        await server.end('SIGKILL');
        server = launchServer(settings);
        await Promise.race([server.ready, failed]);
      } else await killPostgres(data_dir, victim);
      await Promise.race([replaced(data_dir, before), failed]);
      const back_ms = Math.round((await Promise.race([back.after(performance.now()), failed])) - killed_at);
      slowest_ms = Math.max(slowest_ms, back_ms);
      await Promise.race([compare(false), failed]);
      onRound({ number: index + 1, victim, acknowledged: acknowledged(), back_ms });
    }
    stopping.abort();
    await writers;
    await compare(true);
    return { ...found, acknowledged: acknowledged(), slowest_ms };
  } finally {
    giveUp.abort();
    await writers.catch(() => {});
    await server.end('SIGTERM');
    await remove();
  }
};

/** Reads a call and judges it; as a sane client, again where the server is only just back. */
const readVerdict = async (calls: Client['calls'], ledger: Ledger): Promise<Verdict> => {
  const signal = AbortSignal.timeout(PATIENCE_MS);
  for (;;) {
    const asked_at = performance.now();
    try {
      return ledger.judge((await calls.get({ call_uuid: ledger.call_uuid, signal })).data, asked_at);
    } catch (error) {
      if (signal.aborted || (error instanceof PharosError && error.status_code !== 503)) throw error;
      await sleep(50);
    }
  }
};

/** Waits until another PostgreSQL than the killed one runs, in every round the sign that the fault has been seen. */
const replaced = async (data_dir: string, before: number | null): Promise<void> => {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await sleep(10)) {
    const now = await postmasterOf(data_dir);
    if (now !== null && now !== before) return;
  }
  throw new Error(`the database did not come back within ${PATIENCE_MS} ms`);
};

/** Hears of acknowledgements, and answers when the first one came of a write that was sent after a moment. */
const waitForBack = () => {
  let heard = (_attempted_at: number) => {};
  return {
    tell: (attempted_at: number) => heard(attempted_at),
    after: (moment: number) =>
      new Promise<number>((resolve, reject) => {
        const late = new Error(`no write was acknowledged within ${PATIENCE_MS} ms`);
        const patience = setTimeout(() => reject(late), PATIENCE_MS);
        heard = (attempted_at) => {
          if (attempted_at < moment) return;
          clearTimeout(patience);
          resolve(performance.now());
        };
      }),
  };
};

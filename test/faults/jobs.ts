import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import sql from 'sql-template-tag';
import type { JobHome } from './job-home.ts';

const RECORDER = new URL('../statements/record.ts', import.meta.url).href;
const SCRIPT = new URL('./job-worker.ts', import.meta.url).pathname;
const PATIENCE_MS = 600_000;

export type Work = { workers: number; at_once: number; kills: number; jobs: number; poison?: number };

/** Outcome of the jobs, and of the work that each should have done once. */
export type Outcome = {
  succeeded: number;
  failed: number;
  unfinished: number;
  /** Calls that have more or less than one transcript, one file and one version of it. */
  wrong: number;
  most_attempts: number;
  asked: number;
  /** Milliseconds from being asked for to the end, of those that succeeded. */
  median_ms: number;
  slowest_ms: number;
  took_ms: number;
};

/** Has jobs worked on by real processes, of which some are killed while there is work in hand. */
export const workOn = async (home: JobHome, { workers, at_once, kills, jobs, poison }: Work): Promise<Outcome> => {
  const running: ChildProcess[] = [];
  const start = async () => {
    const { connection, public_url, deepgram } = home;
    const given = JSON.stringify({ connection, base_url: deepgram.base_url, public_url, at_once });
    const child = spawn(process.execPath, ['--import', RECORDER, SCRIPT, given], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(child);
    await once(child.stdout as NodeJS.ReadableStream, 'data');
  };
  try {
    await Promise.all(Array.from({ length: workers }, start));
    const since = Date.now();
    let asked = false;
    const asking = home.ask(jobs, poison).then(() => {
      asked = true;
    });
    const end = Date.now() + PATIENCE_MS;
    for (let killed = 0; Date.now() < end; await sleep(250)) {
      const { unfinished, at_work } = await home.count();
      if (asked && unfinished === 0) break;
      if (killed === kills || at_work === 0) continue;
      const victim = running.shift();
      victim?.kill('SIGKILL');
      killed++;
      await start();
    }
    await asking;
    await home.settle();
    return await outcomeOf(home, Date.now() - since);
  } finally {
    for (const child of running) child.kill('SIGKILL');
  }
};

const outcomeOf = async ({ database, deepgram }: JobHome, took_ms: number): Promise<Outcome> => {
  const row = await database.row<Omit<Outcome, 'asked' | 'took_ms'>>(sql`
    with done as (
      select jobs.*, extract(epoch from finished_at - created_at) * 1000 as ms,
        (select count(*) from transcripts where transcripts.call_uuid = jobs.call_uuid) as transcripts,
        (select count(*) from provider_files where provider_files.call_uuid = jobs.call_uuid) as files,
        (select count(*) from call_versions where call_versions.call_uuid = jobs.call_uuid) as versions
      from jobs
    ), good as (
      select case when state = 'succeeded' then 1 else 0 end as due, * from done
    )
    select count(*) filter (where state = 'succeeded') as succeeded, count(*) filter (where state = 'failed') as failed,
      count(*) filter (where state in ('queued', 'running')) as unfinished,
      count(*) filter (where transcripts <> due or files <> due or versions <> 1 + due) as wrong,
      max(attempts) as most_attempts,
      coalesce(round(percentile_cont(0.5) within group (order by ms) filter (where state = 'succeeded')), 0)::int as median_ms,
      coalesce(round(max(ms) filter (where state = 'succeeded')), 0)::int as slowest_ms
    from good`);
  return { ...(row as Omit<Outcome, 'asked' | 'took_ms'>), asked: deepgram.heard.length, took_ms };
};

import type { Models } from '../models/ask-model.ts';
import { server } from '../platform/auth/actor.ts';
import type { Database } from '../platform/database/database.ts';
import type { UpkeepTask } from '../platform/upkeep/upkeep.ts';
import { analyseCall } from './analyse.ts';
import type { AnalysisPool } from './analysis-pool.ts';
import { readHome } from './facts.ts';
import { selectUnanalysed } from './queries.ts';
import { advanceRuns } from './runs/advance.ts';

/** Calls of one turn of an organization. */
const BATCH = 10;
/** Milliseconds in which what is written at once comes together. */
const DELAY_MS = 50;

export type AnalyserOptions = {
  database: Database;
  pool: AnalysisPool;
  models: Models;
  /** Called with each organization in which audit events were recorded. */
  onRecorded: (organization_uuid: string) => void;
  onError: (error: unknown) => void;
};

/** Calls of an organization that may wait: those named, those changed since the last look at all of them, or any. */
export type Waiting = ReadonlySet<string> | 'changed' | 'any';

export type Analyser = {
  /** Reports which calls of an organization may wait for their templates. */
  soon(organization_uuid: string, calls: Waiting): void;
  /** Ends after the call that is being analysed. */
  close(): Promise<void>;
};

/** Milliseconds after which all calls of an organization are looked at again, though nothing waited the last time. */
const WHOLE_EVERY_MS = 60 * 60_000;
/** Milliseconds that a change may take to be seen, or clocks to differ. */
const OVERLAP_MS = 10 * 60_000;

/** Look at all calls of an organization that found nothing waiting, by this process. */
type Look = { basis: string; at: number; whole_at: number };

/** Runs the templates in production behind the requests that gave them something to do, organizations in turn. */
export const openAnalyser = ({ database, pool, models, onRecorded, onError }: AnalyserOptions): Analyser => {
  const waiting = new Map<string, Waiting>();
  const looks = new Map<string, Look>();
  const closing = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let working: Promise<void> | null = null;

  const add = (organization_uuid: string, calls: Waiting) =>
    waiting.set(organization_uuid, together(waiting.get(organization_uuid) ?? new Set(), calls));

  const work = async () => {
    for (const [organization_uuid, calls] of waiting) {
      if (closing.signal.aborted) return;
      waiting.delete(organization_uuid);
      const more = await analyseSome(organization_uuid, calls).catch(onError);
      if (more) add(organization_uuid, calls);
    }
  };

  /** Answers whether there may be more to do. What fails is found again by the next round. */
  const analyseSome = async (organization_uuid: string, calls: Waiting): Promise<boolean> => {
    const bound = database.scopedTo({ organization_uuid });
    const home = await readHome(bound, organization_uuid);
    const named = typeof calls === 'string' ? null : [...calls];
    const is_idle = home.templates.length === 0;
    const at = Date.now();
    const before = looks.get(organization_uuid);
    const is_fresh = before?.basis === home.basis && at - before.whole_at < WHOLE_EVERY_MS;
    // Reading every call of a large home to find that none waits takes most of a second, many times a minute.
    const since = calls === 'changed' && is_fresh ? new Date(before.at - OVERLAP_MS) : null;
    const wanted = { call_uuids: named, since, limit: BATCH };
    const found = is_idle ? [] : await selectUnanalysed(bound, organization_uuid, home.basis, wanted);
    const actor = server(organization_uuid, 'generations.analyse');
    const analysis = { database: bound, pool, models, actor, home, signal: closing.signal };
    let failed = false;
    for (const call of found) {
      if (closing.signal.aborted) return false;
      await analyseCall({ ...analysis, call, template: null }).catch((error: unknown) => {
        failed = true;
        if (!closing.signal.aborted) onError(error);
      });
    }
    if (failed) looks.delete(organization_uuid);
    else if (named === null && found.length < BATCH) {
      looks.set(organization_uuid, { basis: home.basis, at, whole_at: since ? (before?.whole_at ?? at) : at });
    }
    const more_runs = named === null && (await advanceRuns({ ...analysis, organization_uuid }));
    if (found.length > 0 || more_runs) onRecorded(organization_uuid);
    return !failed && (found.length === BATCH || more_runs);
  };

  const begin = () => {
    timer = undefined;
    working ??= work().finally(() => {
      working = null;
      if (waiting.size > 0) later();
    });
  };
  const later = () => {
    if (!closing.signal.aborted) timer ??= setTimeout(begin, DELAY_MS).unref();
  };

  return {
    soon: (organization_uuid, calls) => {
      add(organization_uuid, calls);
      later();
    },
    close: async () => {
      closing.abort();
      clearTimeout(timer);
      await working?.catch(() => {});
    },
  };
};

const together = (one: Waiting, other: Waiting): Waiting => {
  if (typeof one !== 'string' && typeof other !== 'string') return new Set([...one, ...other]);
  return one === 'any' || other === 'any' ? 'any' : 'changed';
};

/** Finds calls that wait for templates: after a restart, a transcription, or a change of a shared template. */
export const findWaiting = (analyser: Analyser): UpkeepTask => ({
  organization: async (_database, organization_uuid) => {
    analyser.soon(organization_uuid, 'changed');
    return false;
  },
});

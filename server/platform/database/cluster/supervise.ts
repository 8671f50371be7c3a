import { setTimeout as sleep } from 'node:timers/promises';
import { connect, type Session, take } from './lock.ts';
import { type Launch, type Postmaster, spawnPostmaster } from './postmaster.ts';

/** A PostgreSQL that answers, and the session that holds the lock on it. */
export type Up = { postmaster: Postmaster; lock: Session };

/** Asks until the lock is ours or PostgreSQL has ended; recovery after a crash may take a while. */
const holdLock = async (socketFolder: string, { child }: Postmaster): Promise<Session | null> => {
  while (child.exitCode === null && child.signalCode === null) {
    const session = await connect(socketFolder).catch(() => null);
    if (session && (await take(session.client, 10_000).catch(() => false))) return session;
    await session?.client.end().catch(() => {});
    await sleep(20);
  }
  return null;
};

/** Starts PostgreSQL once, and answers when the lock on it is ours; ends it when `stopping` is. */
export const bringUp = async (launch: Launch, stopping: AbortSignal): Promise<Up> => {
  const postmaster = await spawnPostmaster(launch);
  const { child, exited } = postmaster;
  const interrupt = () => child.kill('SIGINT');
  let impatient: NodeJS.Timeout | undefined;
  const end = () => {
    postmaster.quiet = true;
    interrupt();
    // An immediate shutdown loses nothing either; it only has to recover at the next start.
    impatient = setTimeout(() => child.kill('SIGQUIT'), 20_000);
  };
  // A server that ends without stopping its database takes it along, unless it is killed.
  process.once('exit', interrupt);
  stopping.addEventListener('abort', end);
  if (stopping.aborted) end();
  exited.then(() => {
    process.off('exit', interrupt);
    stopping.removeEventListener('abort', end);
    clearTimeout(impatient);
  });
  const lock = await Promise.race([holdLock(launch.socketFolder, postmaster), exited.then(() => null)]);
  if (!lock) throw new Error(`PostgreSQL ${await exited}`);
  postmaster.quiet = stopping.aborted;
  return { postmaster, lock };
};

/** Starts PostgreSQL again until it is up; null when `stopping` came first. */
const bringBack = async (launch: Launch, stopping: AbortSignal): Promise<Up | null> => {
  const since = Date.now();
  while (!stopping.aborted) {
    try {
      return await bringUp(launch, stopping);
    } catch (error) {
      // The processes that a killed PostgreSQL leaves behind are gone after about 2 s.
      const late = Date.now() - since > 20_000;
      if (late) launch.log('error', `The database is down, trying again: ${(error as Error).message}`);
      await sleep(late ? 5_000 : 250, undefined, { signal: stopping }).catch(() => {});
    }
  }
  return null;
};

/**
 * Waits until PostgreSQL has ended, and takes the lock again if its session breaks before then; answers how it ended.
 */
const outlast = async (socketFolder: string, { postmaster, lock }: Up, stopping: AbortSignal): Promise<string> => {
  let session: Session | null = lock;
  while (session) {
    await Promise.race([postmaster.exited, session.closed]);
    session = stopping.aborted ? null : await holdLock(socketFolder, postmaster);
  }
  return postmaster.exited;
};

/** Keeps PostgreSQL up and the lock on it held until `stopping`; answers when it has ended. */
export const keepUp = async (
  launch: Launch,
  first: Up,
  stopping: AbortSignal,
  onUp: (up: Up) => void,
): Promise<void> => {
  for (let up: Up | null = first; up; ) {
    const how = await outlast(launch.socketFolder, up, stopping);
    if (stopping.aborted) return;
    const since = Date.now();
    launch.log('warn', `The database is down, starting it again: PostgreSQL ${how}`);
    up = await bringBack(launch, stopping);
    if (!up) return;
    onUp(up);
    launch.log('info', `The database is up again after ${Date.now() - since} ms`);
  }
};

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Key } from '../../server/platform/storage/key.ts';
import type { StorageSettings } from '../../server/platform/storage/open.ts';

/** A process of its own on a storage (`storage-server.ts`), to be killed at any time. */
export const launch = (mode: 'writes' | 'uploads' | 'dies', settings: StorageSettings, key: Key, ledger = '') => {
  const script = join(import.meta.dirname, 'storage-server.ts');
  const args = [script, mode, JSON.stringify(settings), JSON.stringify(key), ledger];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  let complaints = '';
  child.stderr.on('data', (data) => {
    complaints += data;
  });
  const ended = once(child, 'close');
  const answer = new Promise<{ port: number }>((resolve, reject) => {
    createInterface({ input: child.stdout }).once('line', (line) => resolve(JSON.parse(line)));
    ended.then(() => reject(new Error(`it ended before it answered: ${complaints}`)));
  });
  answer.catch(() => {});
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  return { answer, ended, kill };
};

import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@pharos/client';
import { PharosError } from '@pharos/client/error.ts';
import { addressOf, readConfig } from '../../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../../server/organizations/first-start.ts';
import { type Found, findCalls, type Rejected } from './find.ts';
import { BadPattern, readPattern } from './pattern.ts';
import { type Sent, sendCall } from './send.ts';

const USAGE = `npm run import -- FOLDER [--pattern '{external_id}/{title}'] [--dry-run] [--watch] [--report FILE]

Sends every recording and transcript in a folder to the running server; files of one name are one call. The pattern says
what a path without its ending means: {external_id} finds the case or opens it, {first_name} and {last_name} name it,
{title} names the call, * is anything. --dry-run only counts. --watch goes on looking for new files until it is stopped.
The address comes from HOST, PORT or PUBLIC_URL, the token from PHAROS_TOKEN or DATA_DIR/${ADMIN_TOKEN_FILE}.`;

/** A file that grew within this time may still be growing. */
const SETTLE_MS = 5_000;

const say = (text: string) => process.stdout.write(`${text}\n`);
const MiB = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

const main = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pattern: { type: 'string', default: '{external_id}/{title}' },
      'dry-run': { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      report: { type: 'string' },
    },
  });
  const [folder, ...others] = positionals;
  if (!folder || others.length > 0) throw new BadPattern(USAGE);
  const read = readPattern(values.pattern);
  const { found, rejected } = await findCalls(resolve(folder), read, values.watch ? SETTLE_MS : 0);
  say(
    `${found.length} calls (${MiB(found.reduce((sum, { bytes }) => sum + bytes, 0))}), ${rejected.length} files left out`,
  );
  for (const { path, reason } of rejected) say(`  left out: ${path} ${reason}`);
  if (values['dry-run']) return true;

  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const client = createClient({ baseUrl: addressOf(config), token });
  const sent: Sent[] = [];
  const failed: Rejected[] = [];
  const sendAll = async (calls: Found[]) => {
    for (const [index, call] of calls.entries()) {
      try {
        const done = await sendCall(client, call);
        sent.push(done);
        say(`${index + 1}/${calls.length} ${call.path}: recording ${done.recording}, transcript ${done.transcript}`);
      } catch (error) {
        if (!(error instanceof PharosError)) throw error;
        failed.push({ path: call.path, reason: error.message });
        say(`${index + 1}/${calls.length} ${call.path}: refused, ${error.message}`);
      }
    }
    if (values.report) await writeFile(values.report, `${JSON.stringify({ sent, failed, rejected }, null, 2)}\n`);
  };
  await sendAll(found);
  const done = new Set([...sent, ...failed].map(({ path }) => path));
  while (values.watch) {
    await sleep(SETTLE_MS);
    const { found } = await findCalls(resolve(folder), read, SETTLE_MS);
    const fresh = found.filter(({ path }) => !done.has(path));
    if (fresh.length > 0) await sendAll(fresh);
    for (const { path } of fresh) done.add(path);
  }
  say(`${sent.length} calls sent, ${sent.filter(({ is_new }) => is_new).length} of them new; ${failed.length} refused`);
  return failed.length === 0;
};

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`${cause instanceof Error ? `The server cannot be reached: ${cause.message}` : message}\n`);
  process.exitCode = 1;
}

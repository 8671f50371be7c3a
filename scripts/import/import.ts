import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createClient } from '@pharos/client';
import { FOLDER_PRESETS } from '@pharos/contract/sources.ts';
import { type Found, findCalls } from '../../cli/import/find.ts';
import { BadPattern, readPattern } from '../../cli/import/pattern.ts';
import { openSending, say } from '../../cli/import/sending.ts';
import { addressOf, readConfig } from '../../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../../server/organizations/first-start.ts';
import { factsOfName } from '../../server/sources/folders/names.ts';

const USAGE = `npm run import -- FOLDER [--pattern '{external_id}/{title}'] [--dry-run] [--watch] [--settle SECONDS]
  [--preset freepbx|issabel|3cx] [--time-zone ZONE] [--report FILE]

Sends every recording and transcript in a folder to the running server; files of one name are one call. The pattern says
what a path without its ending means: {external_id} finds the case or opens it, {first_name} and {last_name} name it,
{title} names the call, * is anything. --preset reads when a call was, its direction and its numbers from the names that a
telephone system gives its files, by its clock in ZONE, this machine's by default. --dry-run only counts. --watch goes on looking for new files until it is stopped, and
tries again what may pass; it sends a file that nobody has written to for SECONDS, 5 by default.
The address comes from HOST, PORT or PUBLIC_URL, the token from PHAROS_TOKEN or DATA_DIR/${ADMIN_TOKEN_FILE}.`;

const MiB = (bytes: number) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;

const main = async (): Promise<boolean> => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      pattern: { type: 'string', default: '{external_id}/{title}' },
      'dry-run': { type: 'boolean', default: false },
      watch: { type: 'boolean', default: false },
      settle: { type: 'string', default: '5' },
      preset: { type: 'string', default: 'any' },
      'time-zone': { type: 'string', default: Intl.DateTimeFormat().resolvedOptions().timeZone },
      report: { type: 'string' },
    },
  });
  const [folder, ...others] = positionals;
  if (!folder || others.length > 0) throw new BadPattern(USAGE);
  const settle_ms = Number(values.settle) * 1000;
  if (!(settle_ms > 0)) throw new BadPattern('--settle takes seconds, more than 0');
  const preset = FOLDER_PRESETS.find((one) => one === values.preset);
  if (!preset) throw new BadPattern(`--preset is one of ${FOLDER_PRESETS.join(', ')}`);
  const read = readPattern(values.pattern);
  const { found, rejected } = await findCalls(resolve(folder), read, values.watch ? settle_ms : 0);
  say(
    `${found.length} calls (${MiB(found.reduce((sum, { bytes }) => sum + bytes, 0))}), ${rejected.length} files left out`,
  );
  for (const { path, reason } of rejected) say(`  left out: ${path} ${reason}`);
  if (values['dry-run']) return true;

  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const client = createClient({ baseUrl: addressOf(config), token, retries: 0 });
  const factsOf = (path: string) => factsOfName(path, preset, values['time-zone']);
  const sending = openSending(client, rejected, factsOf, values.report);
  const stopping = new AbortController();
  if (values.watch) for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stopping.abort());
  const { signal } = stopping;
  const round = async (calls: Found[]) => sending.send(calls, signal);
  const look = async () => round((await findCalls(resolve(folder), read, settle_ms)).found);
  await (values.watch ? round(found).catch(later) : round(found));
  while (values.watch && !signal.aborted) {
    await sleep(settle_ms, undefined, { signal }).then(look).catch(later);
  }
  const { sent, failed } = sending.report();
  say(`${sent.length} calls sent, ${sent.filter(({ is_new }) => is_new).length} of them new; ${failed.length} refused`);
  return failed.length === 0;
};

/** Reason of a failure, in words; an error of fetch says little, but its cause does. */
const reasonOf = ({ message, cause }: Error) =>
  cause instanceof Error ? `The server cannot be reached: ${cause.message}` : message;

const later = (error: Error) => {
  if (error.name !== 'AbortError') say(`${reasonOf(error)}; it is tried again`);
};

try {
  if (!(await main())) process.exitCode = 1;
} catch (error) {
  process.stderr.write(`${reasonOf(error as Error)}\n`);
  process.exitCode = 1;
}

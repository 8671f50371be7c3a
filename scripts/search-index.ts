import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { addressOf, readConfig } from '../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token.
// PHAROS_TOKEN names another admin's token, whose organization is then meant.
try {
  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const { search } = createClient({ baseUrl: addressOf(config), token });
  const { data } = await (process.argv[2] === 'rebuild' ? search.rebuildIndex() : search.verifyIndex());
  const { calls, missing, wrong, segments } = data;
  process.stdout.write(`${calls} calls with words, in ${segments} segments: ${missing} not indexed, ${wrong} wrong\n`);
  if (missing + wrong > 0) {
    process.stderr.write('npm run rebuild-search builds the index again from the transcripts.\n');
    process.exitCode = 1;
  }
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`The search index was not read: ${cause instanceof Error ? cause.message : message}\n`);
  process.stderr.write('The server has to run, and this command needs its HOST, PORT and DATA_DIR.\n');
  process.exitCode = 1;
}

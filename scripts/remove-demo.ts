import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { addressOf, readConfig } from '../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token.
try {
  const config = readConfig();
  const token = (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  await createClient({ baseUrl: addressOf(config), token }).demo.remove();
  process.stdout.write('The demo home is gone. What you added yourself is still there.\n');
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`The demo home was not removed: ${cause instanceof Error ? cause.message : message}\n`);
  process.stderr.write('The server has to run, and this command needs its HOST, PORT and DATA_DIR.\n');
  process.exitCode = 1;
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { addressOf, readConfig } from '../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token.
// PHAROS_TOKEN names another admin's token, whose organization is then verified.
try {
  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const { data } = await createClient({ baseUrl: addressOf(config), token }).audit.verify();
  if (data.intact) {
    process.stdout.write(
      `The chain of ${data.events} events is intact. Its newest hash, to be kept elsewhere:\n${data.head}\n`,
    );
  } else {
    process.stderr.write(`The chain is broken at position ${data.broken_at}: what lies before it is intact.\n`);
    process.exitCode = 1;
  }
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`The audit was not verified: ${cause instanceof Error ? cause.message : message}\n`);
  process.stderr.write('The server has to run, and this command needs its HOST, PORT and DATA_DIR.\n');
  process.exitCode = 1;
}

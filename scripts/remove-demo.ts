import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { addressOf, readConfig } from '../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token.
const config = readConfig();
const token = (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
await createClient({ baseUrl: addressOf(config), token }).demo.remove();
process.stdout.write('The demo home is gone. What you added yourself is still there.\n');

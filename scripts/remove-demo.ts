import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { readConfig } from '../server/config.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token.
const { host, port, public_url, data_dir } = readConfig();
const token = (await readFile(join(data_dir, 'admin-token'), 'utf8')).trim();
const baseUrl = public_url ?? `http://${host}:${port}`;
await createClient({ baseUrl, token }).demo.remove();
process.stdout.write('The demo home is gone. What you added yourself is still there.\n');

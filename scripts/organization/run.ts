// Run beside the server with the same environment: it asks the running server, with the first start's token.
// PHAROS_TOKEN names another admin's token, whose organization is then meant.
//   npm run export-organization -- FOLDER     writes everything into an empty folder, as open files
//   npm run import-organization -- FOLDER     reads such a folder into an organization
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { addressOf, readConfig } from '../../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../../server/organizations/first-start.ts';
import { exportOrganization } from './export.ts';
import { importOrganization } from './import.ts';

const [what, folder] = process.argv.slice(2);
try {
  if (!folder) throw new Error(`Name a folder: npm run ${what}-organization -- FOLDER`);
  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const client = createClient({ baseUrl: addressOf(config), token });
  if (what === 'import') {
    const { cases, calls, recordings } = await importOrganization(client, folder);
    process.stdout.write(`Imported ${cases} cases, ${calls} calls and ${recordings} recordings.\n`);
  } else {
    const { files, organization } = await exportOrganization(client, folder);
    process.stdout.write(`Exported ${organization}: ${files.length} files in ${folder}, listed in manifest.json.\n`);
  }
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`It was not done, or not all of it: ${cause instanceof Error ? cause.message : message}\n`);
  process.exitCode = 1;
}

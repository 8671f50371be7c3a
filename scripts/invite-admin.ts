import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '@pharos/client';
import { addressOf, readConfig } from '../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../server/organizations/first-start.ts';

// Run beside the server with the same environment: it asks the running server, with the first start's token.
// PHAROS_TOKEN names another operator's token. Without arguments it lists the organizations.
const [organization_uuid, email] = process.argv.slice(2);
try {
  const config = readConfig();
  const token = process.env.PHAROS_TOKEN || (await readFile(join(config.data_dir, ADMIN_TOKEN_FILE), 'utf8')).trim();
  const { organizations } = createClient({ baseUrl: addressOf(config), token });
  if (organization_uuid && email) {
    const { link, expires_at } = (await organizations.inviteAdmin({ organization_uuid, body: { email } })).data
      .invitation;
    process.stdout.write(`A link for ${email}, good once until ${expires_at}:\n${link}\n`);
  } else {
    for (let cursor: string | undefined, done = false; !done; ) {
      const { items, next_cursor } = (await organizations.list({ cursor })).data;
      for (const { uuid, name } of items) process.stdout.write(`${uuid}  ${name}\n`);
      cursor = next_cursor ?? undefined;
      done = next_cursor === null;
    }
    process.stdout.write('npm run invite-admin -- ORGANIZATION_UUID EMAIL\n');
  }
} catch (error) {
  const { message, cause } = error as Error;
  process.stderr.write(`Nobody was invited: ${cause instanceof Error ? cause.message : message}\n`);
  process.stderr.write('The server has to run, and this command needs its HOST, PORT and DATA_DIR.\n');
  process.exitCode = 1;
}

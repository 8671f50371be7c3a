import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { APP_ROLE } from '../../server/platform/database/connection.ts';

/** Folder for the statements of a run, which test/run.ts names. */
const FOLDER = process.env.STATEMENTS_DIR;
const noted = new Set<string>();

const note = (sent: string) => {
  // Whose transaction it is stands in the text of its begin.
  const text = sent.replace(/'[0-9a-f-]{36}'/g, "'…'");
  if (noted.has(text)) return;
  noted.add(text);
  appendFileSync(join(FOLDER as string, `${process.pid}.ndjson`), `${JSON.stringify({ text })}\n`);
};

type Client = pg.Client & { connectionParameters: { user?: string; options?: string; application_name?: string } };

/** True for a connection of a server, as the app's role. Tests themselves connect under other names. */
const isServers = ({ connectionParameters: { user, options = '', application_name = '' } }: Client) =>
  /^pharos( queue)?$/.test(application_name) && (user === APP_ROLE || options.includes(`role=${APP_ROLE}`));

const { query } = pg.Client.prototype;
if (FOLDER) {
  pg.Client.prototype.query = function (this: Client, ...given: unknown[]) {
    const [asked] = given as [string | { text?: string }];
    const text = typeof asked === 'string' ? asked : asked?.text;
    if (text && isServers(this)) note(text);
    return Reflect.apply(query, this, given);
  } as typeof query;
}

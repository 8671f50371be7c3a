// Preloaded into every process of a test run (test/run.ts): notes each statement that the server sends as the app's role.
// What a test itself asks as that role goes by connections of another name.
import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { APP_ROLE } from '../../server/platform/database/database.ts';

const folder = process.env.STATEMENTS_DIR as string;
const noted = new Set<string>();

const note = (sent: string) => {
  // Whose transaction it is stands in the text of its begin.
  const text = sent.replace(/'[0-9a-f-]{36}'/g, "'…'");
  if (noted.has(text)) return;
  noted.add(text);
  appendFileSync(join(folder, `${process.pid}.ndjson`), `${JSON.stringify({ text })}\n`);
};

type Parameters = { user?: string; options?: string; application_name?: string };

const { query } = pg.Client.prototype;
pg.Client.prototype.query = function (this: pg.Client & { connectionParameters: Parameters }, ...given: unknown[]) {
  const [asked] = given as [string | { text?: string }];
  const text = typeof asked === 'string' ? asked : asked?.text;
  const { user, options = '', application_name = '' } = this.connectionParameters;
  const is_server = /^pharos( queue)?$/.test(application_name);
  if (text && is_server && (user === APP_ROLE || options.includes(`role=${APP_ROLE}`))) note(text);
  return Reflect.apply(query, this, given);
} as typeof query;

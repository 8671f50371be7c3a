import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { readCatalog } from './catalog.ts';
import { checkStatement } from './check.ts';

/** The statements that the processes of a test run have noted (record.ts), each once. */
export const readStatements = (folder: string): string[] => [
  ...new Set(
    readdirSync(folder).flatMap((file) =>
      readFileSync(join(folder, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => (JSON.parse(line) as { text: string }).text),
    ),
  ),
];

/** Checks all of them against the catalogs of a migrated database; answers what to print. */
export const reportStatements = async (folder: string, client: Pick<pg.Client, 'query'>) => {
  const catalog = await readCatalog(client);
  const statements = readStatements(folder);
  const wrong = statements
    .map((text) => ({ text, problems: checkStatement(text, catalog) }))
    .filter(({ problems }) => problems.length > 0);
  return { count: statements.length, wrong };
};

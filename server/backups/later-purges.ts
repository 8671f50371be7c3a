import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Manifest } from './manifest.ts';
import { type RestoreOptions, rowsOfTable } from './restore-backup.ts';

const TABLE = 'purge_certificates';

/** A purge that a later backup has a certificate of: what it removed is back after a restore. */
export type LaterPurge = { organization_uuid: string; subject_type: string; subject_uuid: string; purged_at: string };

/** Purges between the backup that is restored and a later one of the same place. */
export const findLaterPurges = async (options: RestoreOptions, later: Manifest): Promise<LaterPurge[]> => {
  const known = new Set(await linesOf(options, options.manifest));
  const columns = later.tables.find(({ name }) => name === TABLE)?.columns ?? [];
  return (await linesOf(options, later))
    .filter((line) => !known.has(line))
    .map((line) => {
      const values = line.split('\t');
      const value = (column: string) => values[columns.indexOf(column)] ?? '';
      const [organization_uuid, subject_type] = [value('organization_uuid'), value('subject_type')];
      return { organization_uuid, subject_type, subject_uuid: value('subject_uuid'), purged_at: value('created_at') };
    });
};

/** Certificates of a backup, each a line of COPY; tabs and newlines within values are escaped there. */
const linesOf = async (options: RestoreOptions, manifest: Manifest): Promise<string[]> => {
  const lines: string[] = [];
  for (const { tables } of manifest.organizations) {
    const copy = tables.find(({ name }) => name === TABLE);
    if (!copy) continue;
    const text = (await buffer(Readable.from(rowsOfTable(options, copy)))).toString();
    lines.push(...text.split('\n').filter(Boolean));
  }
  return lines;
};

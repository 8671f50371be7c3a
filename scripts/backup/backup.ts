// Run with the environment of the server, which may go on running:
//   npm run backup -- PLACE                   makes a backup in a folder or a bucket; PLACE: BACKUP_TO by default
//   npm run backup -- new-key FILE            makes the key pair that backups are encrypted with
//   npm run backup -- list PLACE              lists the finished backups
import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { makeBackup } from '../../server/backups/make-backup.ts';
import { listBackups, readManifest } from '../../server/backups/read-manifests.ts';
import { type Config, ConfigError, readConfig } from '../../server/config.ts';
import { ADMIN_TOKEN_FILE } from '../../server/organizations/first-start.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import { openPlace } from '../../server/platform/storage/place/open.ts';
import { reachOwner } from './reach-owner.ts';
import { inMegabytes, say } from './say.ts';

const newKey = async (path: string) => {
  const identity = await generateX25519Identity();
  await writeFile(path, `${identity}\n`, { mode: 0o600, flag: 'wx', flush: true });
  say(
    `The secret key is in ${path}. Keep it apart from this machine and from the backups: without it, no backup opens.`,
  );
  say(`BACKUP_RECIPIENT=${await identityToRecipient(identity)}`);
};

const placeOf = (config: Config, given: string | undefined) => {
  const text = given ?? config.backup.place;
  if (text === undefined) throw new ConfigError('Say where: npm run backup -- FOLDER, or -- s3://bucket/prefix');
  return openPlace(text, config.backup.credentials);
};

const backup = async (config: Config, given: string | undefined) => {
  const { recipient, keep } = config.backup;
  if (recipient === undefined)
    throw new ConfigError('Set BACKUP_RECIPIENT. "npm run backup -- new-key FILE" makes a key and prints it.');
  if (config.database_url === undefined) await requireData(config);
  const place = await placeOf(config, given);
  const reached = await reachOwner(config);
  const storage = await openStorage(config.storage);
  try {
    const files = await readFiles(config);
    const options = { ...{ storage, place, recipient, files, keep }, connection: reached.connection };
    const { manifest, written, reused, removed } = await makeBackup(options);
    const rows = manifest.organizations.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.rows, 0);
    const recordings = manifest.organizations.reduce((sum, one) => sum + one.recordings, 0) - manifest.missing.length;
    say(`Backup ${manifest.name}: ${rows} rows and ${recordings} recordings, each piece read back and compared.`);
    say(`${inMegabytes(written)} written, ${inMegabytes(reused)} were there already.`);
    if (removed > 0) say(`${removed} older backups removed, by BACKUP_KEEP.`);
    if (manifest.missing.length === 0) return;
    say(`${manifest.missing.length} recordings have no bytes: purged while the backup was made, or lost before.`);
    process.exitCode = 2;
  } finally {
    storage.close();
    place.close();
    await reached.stop();
  }
};

const requireData = async ({ data_dir }: Config) => {
  if (await stat(join(data_dir, 'postgres')).catch(() => null)) return;
  throw new ConfigError(`There is no database in ${data_dir}. Set DATA_DIR or DATABASE_URL as for the server.`);
};

/** Files without which a restored server would ask for secrets again. */
const readFiles = async ({ data_dir }: Config) => {
  const files: { name: string; bytes: Uint8Array }[] = [];
  for (const name of ['secrets-key', 'anchor-key', ADMIN_TOKEN_FILE]) {
    const bytes = await readFile(join(data_dir, name)).catch(() => null);
    if (bytes) files.push({ name, bytes });
  }
  return files;
};

const list = async (config: Config, given: string | undefined) => {
  const place = await placeOf(config, given);
  for (const name of await listBackups(place)) {
    const { taken_at, organizations, pieces } = await readManifest(place, name);
    const bytes = Object.values(pieces).reduce((sum, piece) => sum + piece.bytes, 0);
    const recordings = organizations.reduce((sum, one) => sum + one.recordings, 0);
    say(`${name}  ${taken_at}  ${recordings} recordings, ${inMegabytes(bytes)}`);
  }
  place.close();
};

const main = async ([first, second]: string[]) => {
  if (first === 'new-key' && second !== undefined) return newKey(second);
  const config = readConfig();
  return first === 'list' ? list(config, second) : backup(config, first);
};

main(process.argv.slice(2)).catch((error: Error) => {
  process.stderr.write(`There is no new backup. ${error.message}\n`);
  process.exitCode = 1;
});

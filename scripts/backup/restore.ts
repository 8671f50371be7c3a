// Run with the environment that the restored server will have; its database and its place for recordings are empty:
//   npm run restore -- PLACE --key FILE [--backup NAME]
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyChain } from '../../server/audit/verify.ts';
import { findLaterPurges } from '../../server/backups/later-purges.ts';
import type { Manifest } from '../../server/backups/manifest.ts';
import { getManifest } from '../../server/backups/read-manifests.ts';
import { type RestoreOptions, readFileOf, restoreBackup } from '../../server/backups/restore-backup.ts';
import { type Config, ConfigError, readConfig } from '../../server/config.ts';
import { openDatabase } from '../../server/platform/database/open-database.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import { openPlace } from '../../server/platform/storage/place/open.ts';
import { reachOwner } from './reach-owner.ts';
import { inMegabytes, say } from './say.ts';

const USAGE = 'npm run restore -- PLACE --key FILE [--backup NAME]';

const readArguments = () => {
  const options = { key: { type: 'string' }, backup: { type: 'string' } } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  if (values.key === undefined) throw new ConfigError(`Name the file with the secret key: ${USAGE}`);
  return { key: values.key, name: values.backup, given: positionals[0] };
};

const readKey = async (path: string): Promise<string[]> => {
  const lines = (await readFile(path, 'utf8')).split('\n').map((line) => line.trim());
  const identities = lines.filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (identities.length > 0) return identities;
  throw new ConfigError(`There is no secret key of age in ${path}.`);
};

/** Compares every audit chain with its newest link at the time of the backup; answers whether all are as they were. */
const verifyChains = async (manifest: Manifest, { connection }: Pick<RestoreOptions, 'connection'>) => {
  const database = openDatabase(connection, () => {}, { max: 2 });
  let intact = true;
  for (const { uuid, chain } of manifest.organizations) {
    if (!chain) continue;
    const kept = { head: chain.hash, at: chain.position };
    const found = await verifyChain(database.scopedTo({ organization_uuid: uuid }), uuid, kept);
    say(
      `${uuid}: audit chain of ${found.events} events ${found.intact ? 'intact, newest link as backed up' : 'BROKEN'}`,
    );
    intact &&= found.intact;
  }
  await database.close();
  return intact;
};

/** Says what was purged after the backup, as far as a later one of the same place knows. */
const sayLaterPurges = async (options: RestoreOptions) => {
  const later = await getManifest(options.place);
  if (later.name === options.manifest.name) return;
  const purges = await findLaterPurges(options, later);
  say(`The later backup ${later.name} knows of ${purges.length} purges since. Back now, to be purged again:`);
  for (const { organization_uuid, subject_type, subject_uuid, purged_at } of purges)
    say(`  ${subject_type} ${subject_uuid} of ${organization_uuid}, purged ${purged_at}`);
};

const restoreFiles = async (config: Config, options: RestoreOptions) => {
  for (const { name, piece } of options.manifest.files) {
    const path = join(config.data_dir, name);
    await writeFile(path, await readFileOf(options, piece), { mode: 0o600, flag: 'wx', flush: true }).catch((error) => {
      if (error.code !== 'EEXIST') throw error;
      say(`${path} is there already and was left as it is.`);
    });
  }
};

const main = async () => {
  const { key, name, given } = readArguments();
  const config = readConfig();
  const text = given ?? config.backup.place;
  if (text === undefined) throw new ConfigError(`Say from where: ${USAGE}`);
  const identities = await readKey(key);
  const place = await openPlace(text, config.backup.credentials);
  const manifest = await getManifest(place, name);
  await mkdir(config.data_dir, { recursive: true });
  const reached = await reachOwner(config);
  const storage = await openStorage(config.storage);
  try {
    const options: RestoreOptions = { manifest, place, identities, storage, connection: reached.connection };
    const { organizations, rows, recordings, bytes } = await restoreBackup(options);
    await restoreFiles(config, options);
    say(`Backup ${manifest.name}: ${rows} rows of ${organizations} organizations restored, every table compared.`);
    say(`${recordings} recordings restored (${inMegabytes(bytes)}), every digest compared.`);
    const intact = await verifyChains(manifest, options);
    if (manifest.missing.length > 0)
      say(`${manifest.missing.length} recordings had no bytes when the backup was made: their calls come back silent.`);
    await sayLaterPurges(options);
    say(`Everything is as of ${manifest.taken_at}. What was deleted or purged later is back: purge it again.`);
    if (!intact) process.exitCode = 1;
  } finally {
    storage.close();
    place.close();
    await reached.stop();
  }
};

main().catch((error: Error) => {
  process.stderr.write(`Nothing was restored. ${error.message}\n`);
  process.exitCode = 1;
});

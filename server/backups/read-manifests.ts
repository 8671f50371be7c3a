import { buffer } from 'node:stream/consumers';
import type { Place } from '../platform/storage/place/place.ts';
import { type Manifest, nameOfPath, pathOfManifest } from './manifest.ts';

/** A place without the backup that was asked for. */
export class NoBackup extends Error {
  override name = 'NoBackup';
}

/** Names of the finished backups of a place, oldest first. */
export const listBackups = async (place: Place): Promise<string[]> => {
  const names: string[] = [];
  for await (const { name } of place.list('backups/')) {
    const found = nameOfPath(name);
    if (found) names.push(found);
  }
  return names.sort();
};

/** Finds one backup's manifest, by default the newest one's. */
export const getManifest = async (place: Place, name?: string): Promise<Manifest> => {
  const names = await listBackups(place);
  const wanted = name ?? names.at(-1);
  if (wanted === undefined) throw new NoBackup('There is no finished backup in this place.');
  if (!names.includes(wanted)) throw new NoBackup(`There is no backup ${wanted} in this place.`);
  return readManifest(place, wanted);
};

/** Reads the manifest of a backup that the place was seen to have. */
export const readManifest = async (place: Place, name: string): Promise<Manifest> => {
  const manifest = JSON.parse((await buffer(await place.read(pathOfManifest(name)))).toString()) as Manifest;
  if (manifest.format === 'pharos-backup-1') return manifest;
  throw new NoBackup(`The backup ${name} has a format that this version of Pharos does not know.`);
};

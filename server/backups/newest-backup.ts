import { openPlace } from '../platform/storage/place/open.ts';
import { timeOf } from './manifest.ts';
import { listBackups } from './read-manifests.ts';
import type { BackupSettings } from './settings.ts';

const EVERY_MS = 60_000;

/** Answers the time that the newest finished backup of BACKUP_TO shows, looked up at most once a minute. */
export const openNewestBackup = ({ place: text, credentials }: BackupSettings): (() => Promise<Date | null>) => {
  let known: { at: number; newest: Promise<Date | null> } | undefined;
  const look = async () => {
    if (text === undefined) return null;
    const place = await openPlace(text, credentials);
    try {
      const name = (await listBackups(place)).at(-1);
      return name === undefined ? null : timeOf(name);
    } finally {
      place.close();
    }
  };
  return () => {
    if (!known || Date.now() - known.at > EVERY_MS) known = { at: Date.now(), newest: look().catch(() => null) };
    return known.newest;
  };
};

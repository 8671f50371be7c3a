import type { Backups } from '@pharos/contract/backups.ts';
import type { BackupSettings } from './settings.ts';

/** Age from which a backup is old, in ms: a day and the next one were missed. */
const OLD_MS = 2 * 24 * 3_600_000;

/** State of the backups: how they are set up, and the moment that the newest one shows. */
export type BackupState = { settings: Pick<BackupSettings, 'place' | 'daily_at'>; newest(): Promise<Date | null> };

export const isOld = (newest: Date | null): boolean => newest === null || Date.now() - newest.getTime() > OLD_MS;

export const getBackups = async (_request: unknown, { backups }: { backups: BackupState }) => {
  const { place, daily_at } = backups.settings;
  const newest = await backups.newest();
  const data: Backups = {
    place: place === undefined ? null : place.startsWith('s3://') ? 'bucket' : 'folder',
    daily_at: daily_at === undefined ? null : new Date(daily_at * 60_000).toISOString().slice(11, 16),
    newest_at: newest?.toISOString() ?? null,
    is_old: isOld(newest),
  };
  return { data };
};

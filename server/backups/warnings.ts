import type { Warning } from '@pharos/contract/about.ts';
import type { Sealer } from '../platform/audit/seal.ts';
import type { FreeSpace } from '../platform/storage/free-space.ts';
import { type BackupState, isOld } from './get.ts';

const BEHIND_MS = 5 * 60_000;

type Watched = { space?: FreeSpace; sealer: Sealer; backups: BackupState };

/** Answers the reasons to look at the server soon; backups count where there is a place for them. */
export const warningsOf =
  ({ space, sealer, backups }: Watched) =>
  async (): Promise<Warning[]> => {
    const is_old = backups.settings.place !== undefined && isOld(await backups.newest());
    const found: [boolean | undefined, Warning][] = [
      [space?.isLow(), 'space_low'],
      [is_old, 'backup_old'],
      [sealer.lag_ms() > BEHIND_MS, 'audit_behind'],
    ];
    return found.flatMap(([is_so, warning]) => (is_so ? [warning] : []));
  };

import type { S3Address } from '../platform/storage/address.ts';
import type { Keep } from './keep.ts';

export type BackupSettings = {
  /** Folder or s3:// address that backups are kept in. */
  place?: string;
  /** Public key of age that backups are encrypted to. */
  recipient?: string;
  /** Minute of the day, in UTC, at which the server makes a backup; absent: it makes none by itself. */
  daily_at?: number;
  /** Older backups that stay; absent: all. */
  keep?: Keep;
  /** Credentials of a bucket; absent: the machine's own. */
  credentials: S3Address['credentials'];
};

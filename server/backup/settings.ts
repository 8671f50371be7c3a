import type { S3Address } from '../platform/storage/address.ts';

export type BackupSettings = {
  /** Folder or s3:// address that backups are kept in. */
  place?: string;
  /** Public key of age that backups are encrypted to. */
  recipient?: string;
  /** Credentials of a bucket; absent: the machine's own. */
  credentials: S3Address['credentials'];
};

import type { ChainHead } from '../platform/database/copies/snapshot.ts';
import type { CopiedTable } from '../platform/database/copies/tables.ts';

/** Size and SHA-256 of the encrypted bytes of a piece. */
export type StoredPiece = { bytes: number; sha256: string };

/** One organization's rows of one table. */
export type TableCopy = {
  name: string;
  rows: number;
  /** SHA-256 of all rows as COPY prints them. */
  sha256: string;
  /** Pieces that the rows are in, in their order. */
  pieces: string[];
};

export type OrganizationCopy = {
  uuid: string;
  tables: TableCopy[];
  chain: ChainHead | null;
  recordings: number;
};

/** Everything that one backup is made of. It holds ids, counts and digests, and no words. */
export type Manifest = {
  format: 'pharos-backup-1';
  name: string;
  taken_at: string;
  finished_at: string;
  recipient: string;
  migrations: { name: string; digest: string }[];
  tables: CopiedTable[];
  organizations: OrganizationCopy[];
  /** Recordings whose bytes were no longer there: purged while the backup was made, or lost before. */
  missing: { organization_uuid: string; uuid: string }[];
  /** Files of the data folder, each in a piece. */
  files: { name: string; piece: string }[];
  /** Every piece, by the SHA-256 of what is in it. */
  pieces: Record<string, StoredPiece>;
};

const START = 'backups/';

/** Name of a backup: the moment that it shows, such as 2026-12-01T03-30-00-123Z. */
export const nameAt = (taken_at: string): string => taken_at.replace(/[:.]/g, '-');

/** The moment that a backup shows, by its name. */
export const timeOf = (name: string): Date => new Date(name.replace(/T(\d\d)-(\d\d)-(\d\d)-(\d+)Z$/, 'T$1:$2:$3.$4Z'));

export const pathOfManifest = (name: string): string => `${START}${name}.json`;

export const nameOfPath = (path: string): string | null => /^backups\/([\w-]+)\.json$/.exec(path)?.[1] ?? null;

export const pathOfPiece = (digest: string): string => `pieces/${digest.slice(0, 2)}/${digest}.age`;

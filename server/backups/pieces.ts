import type { Place } from '../platform/storage/place/place.ts';
import type { Bytes } from '../platform/storage/storage.ts';
import { measuring, type openEncryption } from './encrypt.ts';
import { pathOfPiece, type StoredPiece } from './manifest.ts';
import { listBackups, readManifest } from './read-manifests.ts';

/** Bytes that were written and read back differ: the place cannot be trusted. */
export class Damaged extends Error {
  override name = 'Damaged';
}

export type Pieces = {
  /** Keeps what has this SHA-256, unless a finished backup has it already. */
  keep(digest: string, source: () => Promise<Bytes>): Promise<void>;
  /** Every piece that was kept. */
  kept: Record<string, StoredPiece>;
  /** Bytes that were written, and that were there already. */
  written: number;
  reused: number;
};

/** Pieces of one backup in its place. Each is encrypted, written, read back and compared. */
export const openPieces = async (place: Place, encrypt: ReturnType<typeof openEncryption>): Promise<Pieces> => {
  const finished = await findFinished(place);
  const write = async (digest: string, source: Bytes): Promise<StoredPiece> => {
    const sent = measuring(await encrypt(source));
    await place.write(pathOfPiece(digest), sent.through);
    const expected = sent.result();
    const found = await digestOf(place, pathOfPiece(digest));
    if (found.sha256 !== expected.sha256) throw new Damaged('A piece of the backup reads back differently.');
    return expected;
  };
  const under_way = new Map<string, Promise<void>>();
  const pieces: Pieces = {
    keep: (digest, source) => {
      const begun = under_way.get(digest);
      if (begun) return begun;
      const keeping = (async () => {
        const there = finished.get(digest);
        const piece = there ?? (await write(digest, await source()));
        pieces[there ? 'reused' : 'written'] += piece.bytes;
        pieces.kept[digest] = piece;
      })();
      under_way.set(digest, keeping);
      return keeping;
    },
    kept: {},
    written: 0,
    reused: 0,
  };
  return pieces;
};

/** The size and the SHA-256 of what is kept under a name. */
export const digestOf = async (place: Place, name: string): Promise<StoredPiece> => {
  const { through, result } = measuring(await place.read(name));
  for await (const _ of through);
  return result();
};

/** Pieces that a finished backup has, and that are there with all their bytes: what a cut backup left is not trusted. */
const findFinished = async (place: Place): Promise<Map<string, StoredPiece>> => {
  const sizes = new Map<string, number>();
  for await (const { name, bytes } of place.list('pieces/')) sizes.set(name, bytes);
  const finished = new Map<string, StoredPiece>();
  for (const name of await listBackups(place)) {
    const { pieces } = await readManifest(place, name);
    for (const [digest, piece] of Object.entries(pieces))
      if (sizes.get(pathOfPiece(digest)) === piece.bytes) finished.set(digest, piece);
  }
  return finished;
};

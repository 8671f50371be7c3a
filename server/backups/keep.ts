import type { Place } from '../platform/storage/place/place.ts';
import { pathOfManifest, pathOfPiece, timeOf } from './manifest.ts';
import { listBackups, readManifest } from './read-manifests.ts';

/** Numbers of days, weeks and months of which the newest backup is kept. */
export type Keep = { days: number; weeks: number; months: number };

const DAY_MS = 24 * 3_600_000;

/** Reads `7d 4w 12m`, in any order; null where it is anything else. */
export const readKeep = (text: string): Keep | null => {
  const keep: Keep = { days: 0, weeks: 0, months: 0 };
  const units = { d: 'days', w: 'weeks', m: 'months' } as const;
  for (const part of text.trim().split(/[\s,]+/)) {
    const [, count, unit] = /^(\d{1,4})([dwm])$/.exec(part) ?? [];
    if (!count) return null;
    keep[units[unit as keyof typeof units]] = Number(count);
  }
  return keep.days + keep.weeks + keep.months > 0 ? keep : null;
};

const day = (time: Date) => time.toISOString().slice(0, 10);
const month = (time: Date) => time.toISOString().slice(0, 7);
// 1970-01-05 was a Monday.
const week = (time: Date) => String(Math.floor((time.getTime() - 4 * DAY_MS) / (7 * DAY_MS)));

/** Chooses the backups that stay, of names from the oldest to the newest: always the newest, and the last of each period. */
export const chooseKept = (names: string[], { days, weeks, months }: Keep): Set<string> => {
  const kept = new Set(names.slice(-1));
  for (const [period, most] of [
    [day, days],
    [week, weeks],
    [month, months],
  ] as const) {
    const seen = new Set<string>();
    for (const name of names.toReversed()) {
      const of = period(timeOf(name));
      if (seen.has(of) || seen.size === most) continue;
      seen.add(of);
      kept.add(name);
    }
  }
  return kept;
};

/** Removes backups that are not kept, and then every piece that no backup names; answers how many backups went. */
export const removeOld = async (place: Place, keep: Keep): Promise<number> => {
  const names = await listBackups(place);
  const kept = chooseKept(names, keep);
  const gone = names.filter((name) => !kept.has(name));
  for (const name of gone) await place.remove(pathOfManifest(name));
  const needed = new Set<string>();
  for (const name of kept)
    for (const digest of Object.keys((await readManifest(place, name)).pieces)) needed.add(pathOfPiece(digest));
  const pieces: string[] = [];
  for await (const { name } of place.list('pieces/')) if (!needed.has(name)) pieces.push(name);
  for (const name of pieces) await place.remove(name);
  return gone.length;
};

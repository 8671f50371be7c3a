import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import type { OpenedRecording } from '../arrivals/opened.ts';
import type { ToldFacts } from '../kinds/kind.ts';

export type PlaceOfFile = { path: string; facts: ToldFacts };

/** Opens a file of a folder. */
export const openFile = ({ path, facts }: PlaceOfFile, recording_id: string | null): OpenedRecording => ({
  bytes: createReadStream(path),
  file_name: basename(path),
  facts,
  sha256: recording_id?.replace('sha256:', ''),
  remove: () => rm(path, { force: true }),
});

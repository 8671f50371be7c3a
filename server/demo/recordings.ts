import { readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Transcript } from '@pharos/contract/transcripts.ts';

/** Name of a demo call's recording, without its ending; null where it has none. */
type Recorded = { recording: string | null };

const pathOf = (name: string): string => fileURLToPath(new URL(`recordings/${name}`, import.meta.url));

/** The path of the MP3 in which a call of the demo can be heard; null for a call without sound. */
export const findRecording = ({ recording }: Recorded): string | null => recording && pathOf(`${recording}.mp3`);

/** The length of that MP3 in bytes, or null. */
export const findSize = (call: Recorded): number | null => {
  const path = findRecording(call);
  return path === null ? null : statSync(path).size;
};

/** The words of that MP3 with the times at which they are heard; made with the sound by `scripts/speak-demo/`. */
export const findTruth = ({ recording }: Recorded): Transcript | null =>
  recording && JSON.parse(readFileSync(pathOf(`${recording}.json`), 'utf8'));

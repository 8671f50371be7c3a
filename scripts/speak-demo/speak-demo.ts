// Speaks the demo's calls: server/demo/recordings/NAME.mp3, and NAME.json with the true words and times of that sound.
// A development tool on Debian's festival, festvox-us-slt-hts, htsengine and ffmpeg: docs/demo-recordings.md.
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Transcript } from '@pharos/contract/transcripts.ts';
import { turnsOf } from '../../server/demo/dialogue.ts';
import { durationOf, home } from '../../server/demo/home.ts';
import { type Recording, recordings } from './cast.ts';
import { arrange } from './score.ts';
import { sentencesOf } from './sentences.ts';
import { record } from './telephone.ts';
import { utter } from './utter.ts';

const demo = fileURLToPath(new URL('../../server/demo/', import.meta.url));

const speak = async (recording: Recording, folder: string): Promise<void> => {
  const call = home.calls.find((call) => call.recording === recording.name);
  if (!call) throw new Error(`no call of the demo names the recording ${recording.name}`);
  const sentences = turnsOf(await readFile(join(demo, call.dialogue), 'utf8')).flatMap(sentencesOf);
  const score = arrange(await utter(sentences, recording.voices, folder));
  const transcript: Transcript = { source: call.source, words: score.words };
  const seconds = durationOf(transcript);
  const path = join(demo, 'recordings', recording.name);
  await record(recording, score, seconds, folder, `${path}.mp3`);
  await writeFile(`${path}.json`, textOf(transcript));
  process.stdout.write(`${path}.mp3: ${seconds} s, ${transcript.words.length} words\n`);
};

/** JSON with a word a line, so that a change can be read. */
const textOf = ({ source, words }: Transcript): string => {
  const lines = words.map((word) => `    ${JSON.stringify(word, null, 1).replace(/\s*\n\s*/g, ' ')}`);
  return `{\n  "source": "${source}",\n  "words": [\n${lines.join(',\n')}\n  ]\n}\n`;
};

const names = process.argv.slice(2);
for (const name of names.length > 0 ? names : recordings.map((recording) => recording.name)) {
  const recording = recordings.find((recording) => recording.name === name);
  if (!recording) throw new Error(`cast.ts has no recording ${name}`);
  const folder = await mkdtemp(join(tmpdir(), 'speak-demo-'));
  try {
    await speak(recording, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

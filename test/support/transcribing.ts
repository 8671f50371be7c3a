import { createReadStream } from 'node:fs';
import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import type { ChannelContent } from '@pharos/contract/recordings.ts';
import { pino } from 'pino';
import { openDecoder } from '../../server/platform/serving/decoder.ts';
import type { FileFormat } from '../../server/recordings/reading/formats.ts';
import type { Provider } from '../../server/transcription/providers/provider.ts';
import type { Recording } from '../../server/transcription/recording.ts';
import { runEntry } from '../../server/transcription/run.ts';
import { storedRecordings } from '../../server/transcription/stored-recordings.ts';
import type { Tools } from '../../server/transcription/worker-context.ts';
import { openCall, openPharos, type Person, type PharosOptions } from './pharos.ts';

export type Options = Pick<PharosOptions, 'public_url' | 'between' | 'network'> & { backoff_ms?: Tools['backoff_ms'] };
/** Properties of a test's recording, where they matter. */
export type Recorded = {
  bytes?: Uint8Array;
  content_type?: string;
  file_format?: FileFormat;
  channels?: number;
  channel_content?: ChannelContent | null;
};

/** A server that transcribes with these providers, and whose queue is worked on only when a test says so. */
export const openTranscribing = async (providers: Provider[], options: Options = {}) => {
  const { public_url, between, network, backoff_ms = () => 0 } = options;
  const recorded = new Map<string, Recording>();
  const findRecording: Tools['findRecording'] = async (tx, organization_uuid, call_uuid) =>
    recorded.get(call_uuid) ?? storedRecordings(pharos.recordings)(tx, organization_uuid, call_uuid);
  const pharos = await openPharos({ transcription: { providers, findRecording }, public_url, between, network });
  const decoder = openDecoder();
  after(() => decoder.close());
  const { served: database, queue } = pharos;
  const log = pino({ enabled: false });
  const tools: Tools = { database, queue, providers, findRecording, decoder, public_url, backoff_ms, done() {}, log };
  const work = () => queue.drain((entry, signal) => runEntry(tools, entry, signal));

  /** A call with a recording. */
  const openRecorded = async (person: Person, given: Recorded = {}) => {
    const { call_uuid } = await openCall(person);
    recorded.set(call_uuid, await recordingOf(given));
    return call_uuid;
  };
  return { ...pharos, tools, work, openRecorded, recorded };
};

/** A recording in a file of its own. */
export const recordingOf = async ({
  bytes = Buffer.from('RIFF, and so on'),
  content_type = 'audio/wav',
  file_format = 'wav',
  channels = 1,
  channel_content = null,
}: Recorded = {}): Promise<Recording> => {
  const path = join(await scratch(), 'recording');
  await writeFile(path, bytes);
  return {
    uuid: 'test',
    content_type,
    file_format,
    bytes: (await stat(path)).size,
    channels,
    channel_content,
    hearChannels: async () => channel_content,
    open: async () => createReadStream(path),
    withFile: (use) => use(path),
  };
};

/** A folder of its own, gone after the file's tests. */
export const scratch = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'pharos-scratch-'));
  after(() => rm(folder, { recursive: true, force: true }));
  return folder;
};

// A worker's process, as `npm run worker` starts it, whose calls all have one small recording. Killed by jobs.ts.

import { Readable } from 'node:stream';
import { pino } from 'pino';
import { asApp } from '../../server/platform/database/connection.ts';
import { openDatabase } from '../../server/platform/database/open-database.ts';
import { openQueue } from '../../server/platform/queue/queue.ts';
import { openDeepgram } from '../../server/transcription/providers/deepgram.ts';
import type { FindRecording } from '../../server/transcription/recording.ts';
import { startWorker } from '../../server/transcription/worker.ts';

const { connection, base_url, public_url, at_once } = JSON.parse(process.argv[2] as string);

const onError = () => {};
const findRecording: FindRecording = async (_tx, _organization_uuid, call_uuid) => {
  const bytes = Buffer.from(`the recording of ${call_uuid}`);
  const open = async () => Readable.from([bytes]);
  const withFile = () => Promise.reject(new Error('Deepgram is sent the bytes as they are'));
  const size = { bytes: bytes.length, channels: 1, channel_content: 'mixed' } as const;
  const hearChannels = async () => 'mixed' as const;
  return { uuid: call_uuid, content_type: 'audio/wav', file_format: 'wav', ...size, hearChannels, open, withFile };
};
const worker = await startWorker({
  database: openDatabase(asApp(connection), onError),
  queue: await openQueue(asApp(connection), { lease_seconds: 10, onError }),
  providers: [openDeepgram({ base_url, api_key: 'd' })],
  findRecording,
  public_url,
  at_once,
  backoff_ms: () => 500,
  log: pino({ enabled: false }),
});
process.once('SIGTERM', async () => {
  await worker.close();
  process.exit();
});
process.stdout.write('ready\n');

import { appendFile, readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Key } from '../../server/platform/storage/key.ts';
import { openStorage } from '../../server/platform/storage/open.ts';
import { openTusServer } from '../../server/platform/storage/tus/server.ts';

// A server of the storage alone, to be killed: `writes` keeps one endless recording coming, `uploads` answers tus at
// /uploads, and `dies` does too but kills itself between a whole upload and the note that it is known.
const [mode = '', settings = '{}', key = '{}', ledger = ''] = process.argv.slice(2);
const storage = await openStorage(JSON.parse(settings));
const say = (answer: object) => process.stdout.write(`${JSON.stringify(answer)}\n`);

async function* endless() {
  for (let pieces = 1; ; pieces++) {
    yield Buffer.alloc(1024 ** 2, pieces);
    if (pieces === 24) say({ written: pieces });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const isKnown = async (recording: Key) =>
  (await readFile(ledger, 'utf8').catch(() => '')).includes(JSON.stringify(recording));

if (mode === 'writes') {
  await storage.write(JSON.parse(key), endless());
} else {
  const answer = openTusServer(storage, '/uploads', {
    failed: () => {},
    begin: async () => JSON.parse(key),
    authorize: async () => {},
    finish: async (recording, metadata, complete) => {
      if (await isKnown(recording)) return;
      const stored = await complete();
      if (mode === 'dies') process.kill(process.pid, 'SIGKILL');
      await appendFile(ledger, `${JSON.stringify({ ...stored, metadata, recording })}\n`);
    },
  });
  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1', () => say({ port: (server.address() as AddressInfo).port }));
}

import { openStorage } from '../platform/storage/open.ts';
import { openPlace } from '../platform/storage/place/open.ts';
import type { Bytes } from '../platform/storage/storage.ts';
import { makeBackup } from './make-backup.ts';

// A backup in a process of its own, which kills itself in the middle of writing: the n-th piece, or the manifest.
const [settings = '{}', folder = '', to = '', recipient = '', cut = ''] = process.argv.slice(2);
const place = await openPlace(to);
let written = 0;

async function* half(source: Bytes) {
  for await (const chunk of source) {
    yield chunk.subarray(0, Math.ceil(chunk.length / 2));
    process.kill(process.pid, 'SIGKILL');
    await new Promise(() => {});
  }
}

const isCut = (name: string) => (name.startsWith('backups/') ? cut === 'manifest' : String(++written) === cut);

await makeBackup({
  connection: JSON.parse(settings),
  storage: await openStorage({ folder }),
  place: { ...place, write: (name, source) => place.write(name, isCut(name) ? half(source) : source) },
  recipient,
  files: [],
});

import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { each } from '@pharos/client/each.ts';
import type { Client } from '@pharos/client/methods.ts';
import { type ExportManifest, MANIFEST, README } from './manifest.ts';

/** Exports what the client's user may see of their organization into an empty folder, as files that need no Pharos. */
export const exportOrganization = async (client: Client, folder: string): Promise<ExportManifest> => {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty.`);
  const files: ExportManifest['files'] = [];

  const write = async (path: string, source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>) => {
    const hash = createHash('sha256');
    let bytes = 0;
    await mkdir(dirname(join(folder, path)), { recursive: true });
    const counted = async function* () {
      for await (const chunk of source) {
        hash.update(chunk);
        bytes += chunk.byteLength;
        yield chunk;
      }
    };
    await pipeline(counted, createWriteStream(join(folder, path), { flags: 'wx', mode: 0o600 }));
    files.push({ path, bytes, sha256: hash.digest('hex') });
  };
  const writeJson = (path: string, value: unknown) => write(path, [Buffer.from(`${JSON.stringify(value, null, 2)}\n`)]);

  const { organization } = (await client.me.get()).data;
  const organization_uuid = organization.uuid;
  await write('README.txt', [Buffer.from(README)]);
  await writeJson('organization.json', (await client.organizations.get({ organization_uuid })).data);
  await writeJson('locations.json', await listAll(each(client.locations.list)));
  await writeJson('people.json', await listAll(each(client.users.list)));
  await writeJson('generation-templates.json', await listAll(each(client.generationTemplates.list)));

  for await (const { uuid: case_uuid } of each(client.cases.list)) {
    const at = `cases/${case_uuid}`;
    await writeJson(`${at}/case.json`, (await client.cases.get({ case_uuid, include_calls: false })).data.case);
    for await (const { uuid: call_uuid } of each(client.calls.list, { case_uuid })) {
      const { data: call } = await client.calls.get({ call_uuid });
      await writeJson(`${at}/calls/${call_uuid}/call.json`, call);
      if (call.transcript !== null) {
        const words = await client.calls.exportTranscript({ call_uuid, format: 'vtt' });
        await write(`${at}/calls/${call_uuid}/transcript.vtt`, bodyOf(words));
      }
      const sound = await client.recordings.get({ call_uuid }).catch(unlessMissing);
      if (sound) await write(`${at}/calls/${call_uuid}/recording${endingOf(sound)}`, bodyOf(sound));
    }
  }
  const manifest: ExportManifest = {
    ...{ format: 'pharos-export-1', exported_at: new Date().toISOString(), organization: organization.name, files },
  };
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600, flush: true });
  return manifest;
};

const listAll = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

const bodyOf = (answer: Response): Readable => Readable.fromWeb(answer.body as ReadableStream<Uint8Array>);

const unlessMissing = (error: { status_code?: number }): null => {
  if (error.status_code !== 404) throw error;
  return null;
};

const ENDINGS: Record<string, string> = {
  ...{ 'audio/mpeg': '.mp3', 'audio/wav': '.wav', 'audio/mp4': '.m4a', 'audio/aac': '.aac', 'audio/ogg': '.ogg' },
  ...{ 'audio/flac': '.flac', 'audio/webm': '.webm' },
};

const endingOf = ({ headers }: Response): string => ENDINGS[headers.get('content-type') ?? ''] ?? '.audio';

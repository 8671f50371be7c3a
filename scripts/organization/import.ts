import { createHash } from 'node:crypto';
import { createReadStream, openAsBlob } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize } from 'node:path';
import type { Client } from '@pharos/client/methods.ts';
import type { Call } from '@pharos/contract/calls.ts';
import type { Case } from '@pharos/contract/cases.ts';
import { type ExportManifest, MANIFEST } from './manifest.ts';

export type Imported = { cases: number; calls: number; recordings: number };

/**
 * Imports an export into the client's organization, once every file has been compared with the manifest. Cases and calls
 * get ids of their own; what a run that was cut has made already is not made again within a day.
 */
export const importOrganization = async (client: Client, folder: string): Promise<Imported> => {
  const manifest = JSON.parse(await readFile(join(folder, MANIFEST), 'utf8')) as ExportManifest;
  if (manifest.format !== 'pharos-export-1') throw new Error('This is not an export that this version knows.');
  for (const file of manifest.files) await requireUnchanged(folder, file);
  const read = async <T>(path: string) => JSON.parse(await readFile(join(folder, path), 'utf8')) as T;
  const paths = manifest.files.map(({ path }) => path);
  const imported: Imported = { cases: 0, calls: 0, recordings: 0 };

  const locations = await importLocations(client, await read('locations.json'));
  for (const path of paths.filter((one) => one.endsWith('/case.json'))) {
    const { location_uuid, ...found } = await read<Case>(path);
    const body = { ...found, location_uuid: location_uuid && (locations.get(location_uuid) ?? null) };
    const { data } = await client.cases.create({ body, idempotency_key: `import ${found.uuid}` });
    imported.cases += 1;
    const start = path.replace('case.json', 'calls/');
    for (const call_path of paths.filter((one) => one.startsWith(start) && one.endsWith('/call.json'))) {
      const call = await read<Call>(call_path);
      const given = Object.entries(call).filter(([, value]) => value !== null);
      const call_body = { ...Object.fromEntries(given), case_uuid: data.uuid };
      const made = await client.calls.create({ body: call_body, idempotency_key: `import ${call.uuid}` });
      imported.calls += 1;
      const sound = paths.find((one) => one.startsWith(call_path.replace('call.json', 'recording')));
      if (!sound) continue;
      const body = await openAsBlob(join(folder, sound));
      await client.recordings.upload({ call_uuid: made.data.uuid, body });
      imported.recordings += 1;
    }
  }
  return imported;
};

const requireUnchanged = async (folder: string, { path, sha256 }: ExportManifest['files'][number]) => {
  if (normalize(path) !== path || path.startsWith('..') || path.startsWith('/'))
    throw new Error(`${path} leads out of the export.`);
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(join(folder, path))) hash.update(chunk);
  if (hash.digest('hex') !== sha256) throw new Error(`${path} is not what was exported.`);
};

type Named = { uuid: string; name: string; address: string | null };

/** Locations of the export by their ids there, each with its id here; those of the same name are taken as they are. */
const importLocations = async (client: Client, locations: Named[]): Promise<Map<string, string>> => {
  const { items } = (await client.locations.list({ limit: 200 })).data;
  const here = new Map<string, string>();
  for (const { uuid, name, address } of locations) {
    const same = items.find((one) => one.name === name);
    const made = same ?? (await client.locations.create({ body: { name, address } })).data;
    here.set(uuid, made.uuid);
  }
  return here;
};

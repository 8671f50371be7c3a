import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { ListMultipartUploadsCommand, type ListMultipartUploadsCommandOutput } from '@aws-sdk/client-s3';
import { keyOfPath } from '../key.ts';
import type { Bucket } from './client.ts';
import { refused } from './failure.ts';
import { listObjects, removeObject } from './objects.ts';
import { giveUpMultipart } from './parts.ts';
import { UPLOADS } from './uploads.ts';

/** Gives up what was begun before a time: multipart uploads, what is known about uploads, files lent to programs. */
export const removeAbandoned = async (bucket: Bucket, scratch: string, before: Date): Promise<number> => {
  let removed = 0;
  for await (const { name, upload_id } of listMultiparts(bucket, before)) {
    await giveUpMultipart(bucket, name, upload_id);
    removed += 1;
  }
  for await (const { name, modified_at } of listObjects(bucket, UPLOADS)) {
    if (modified_at >= before) continue;
    await removeObject(bucket, name);
    removed += 1;
  }
  for (const name of await readdir(scratch)) {
    const folder = join(scratch, name);
    const found = await stat(folder).catch(() => null);
    if (!found || found.mtime >= before) continue;
    await rm(folder, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
};

// Only those of our own keys: the bucket may be somebody else's too.
async function* listMultiparts({ client, Bucket, path, nameOf }: Bucket, before: Date) {
  let page: Partial<ListMultipartUploadsCommandOutput> = {};
  do {
    const { NextKeyMarker: KeyMarker, NextUploadIdMarker: UploadIdMarker } = page;
    page = await client
      .send(new ListMultipartUploadsCommand({ Bucket, Prefix: path(''), KeyMarker, UploadIdMarker }))
      .catch(refused);
    for (const { Key = '', UploadId = '', Initiated = new Date() } of page.Uploads ?? []) {
      const name = nameOf(Key);
      if (keyOfPath(name) && Initiated < before) yield { name, upload_id: UploadId };
    }
  } while (page.IsTruncated);
}

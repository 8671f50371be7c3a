import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GetObjectCommand, HeadBucketCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { getSignedUrl } from '@aws-sdk/s3-request-presigner';
import type { S3Address } from '../address.ts';
import { digesting } from '../digest.ts';
import { type Key, keyOfPath, pathOf } from '../key.ts';
import type { ByteRange, Bytes, Storage, Stored } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import { removeAbandoned } from './abandoned.ts';
import { type Bucket, openBucket, PART_BYTES } from './client.ts';
import { refused } from './failure.ts';
import { findObject, listObjects, readObject, removeObject } from './objects.ts';
import { openUploads } from './uploads.ts';

/** Recordings as objects `prefix/organization/recording` of a bucket. Programs get them as files under `scratch`. */
export const openS3 = async (address: S3Address, scratch: string): Promise<Storage> => {
  const bucket = openBucket(address);
  await bucket.client.send(new HeadBucketCommand({ Bucket: bucket.Bucket })).catch((error) => {
    throw new StorageError('unavailable', error);
  });
  await mkdir(scratch, { recursive: true, mode: 0o700 });
  const { client, Bucket, path } = bucket;

  const read = (key: Key, range?: ByteRange) => readRange(bucket, pathOf(key), range);
  return {
    write: (key, source) => write(bucket, pathOf(key), source),
    read,
    find: async (key) => {
      const found = await findObject(bucket, pathOf(key));
      return found && { bytes: found.bytes };
    },
    remove: (key) => removeObject(bucket, pathOf(key)),
    list: (before) => list(bucket, before),
    link: async (key, { seconds, content_type }) => {
      if (!address.links) return null;
      const command = new GetObjectCommand({ Bucket, Key: path(pathOf(key)), ResponseContentType: content_type });
      return getSignedUrl(client, command, { expiresIn: seconds });
    },
    withFile: async (key, use) => {
      const folder = await mkdtemp(join(scratch, 'recording-'));
      try {
        const file = join(folder, 'recording');
        await pipeline(await read(key), createWriteStream(file, { mode: 0o600 }));
        return await use(file);
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
    uploads: openUploads(bucket),
    removeAbandoned: (before) => removeAbandoned(bucket, scratch, before),
    close: () => client.destroy(),
  };
};

const write = async ({ client, Bucket, path }: Bucket, name: string, source: Bytes): Promise<Stored> => {
  const { bytes, stored } = digesting(source);
  const body = Readable.from(bytes, { objectMode: false });
  const upload = new Upload({
    client,
    params: { Bucket, Key: path(name), Body: body },
    partSize: PART_BYTES,
    queueSize: 2,
    leavePartsOnError: false,
  });
  await upload.done().catch((error) => {
    // Where the source broke off, that is the reason, and not what the upload makes of it.
    throw body.errored ?? refused(error);
  });
  return stored();
};

const readRange = async (bucket: Bucket, name: string, range?: ByteRange): Promise<Readable> => {
  if (range && (range.start < 0 || range.start > range.end)) throw new StorageError('out_of_range');
  if (!range || range.start < range.end) return readObject(bucket, name, range);
  const found = await findObject(bucket, name);
  if (!found) throw new StorageError('missing');
  if (range.end > found.bytes) throw new StorageError('out_of_range');
  return Readable.from([]);
};

async function* list(bucket: Bucket, before: Date): AsyncGenerator<{ key: Key; bytes: number }> {
  for await (const { name, bytes, modified_at } of listObjects(bucket, '')) {
    const key = keyOfPath(name);
    if (key && modified_at < before) yield { key, bytes };
  }
}

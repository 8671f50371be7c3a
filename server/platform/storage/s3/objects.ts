import type { Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
} from '@aws-sdk/client-s3';
import type { ByteRange } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import type { Bucket } from './client.ts';
import { refused, unlessMissing } from './failure.ts';

/** The size and the metadata of an object, or null. */
export const findObject = async ({ client, Bucket, path }: Bucket, name: string) => {
  const found = await client.send(new HeadObjectCommand({ Bucket, Key: path(name) })).catch(unlessMissing);
  return found && { bytes: found.ContentLength ?? 0, metadata: found.Metadata ?? {} };
};

export const readObject = async ({ client, Bucket, path }: Bucket, name: string, range?: ByteRange) => {
  const Range = range && `bytes=${range.start}-${range.end - 1}`;
  const found = await client.send(new GetObjectCommand({ Bucket, Key: path(name), Range })).catch(refused);
  const body = found.Body as Readable;
  if (!range || found.ContentLength === range.end - range.start) return body;
  body.destroy();
  throw new StorageError('out_of_range');
};

export const putObject = async (
  { client, Bucket, path }: Bucket,
  name: string,
  Body: Uint8Array | string,
  Metadata = {},
) => {
  await client.send(new PutObjectCommand({ Bucket, Key: path(name), Body, Metadata })).catch(refused);
};

export const removeObject = async ({ client, Bucket, path }: Bucket, name: string) => {
  await client.send(new DeleteObjectCommand({ Bucket, Key: path(name) })).catch(unlessMissing);
};

/** The objects whose names begin like this, with the last time that each was written. */
export async function* listObjects({ client, Bucket, path, nameOf }: Bucket, start: string) {
  const pages = paginateListObjectsV2({ client }, { Bucket, Prefix: path(start) });
  try {
    for await (const { Contents = [] } of pages)
      for (const { Key = '', Size = 0, LastModified = new Date(0) } of Contents)
        yield { name: nameOf(Key), bytes: Size, modified_at: LastModified };
  } catch (error) {
    refused(error as Error);
  }
}

import { Readable } from 'node:stream';
import { HeadBucketCommand } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { S3Address } from '../address.ts';
import { openBucket, PART_BYTES } from '../s3/client.ts';
import { refused } from '../s3/failure.ts';
import { listObjects, readObject, removeObject } from '../s3/objects.ts';
import { StorageError } from '../storage-error.ts';
import type { Place } from './place.ts';

/** Objects under a prefix of a bucket. */
export const openBucketPlace = async (address: S3Address): Promise<Place> => {
  const bucket = openBucket(address);
  const { client, Bucket, path } = bucket;
  await client.send(new HeadBucketCommand({ Bucket })).catch((error) => {
    throw new StorageError('unavailable', error);
  });
  return {
    write: async (name, source) => {
      const body = Readable.from(source, { objectMode: false });
      const params = { Bucket, Key: path(name), Body: body };
      const upload = new Upload({ client, params, partSize: PART_BYTES, queueSize: 2, leavePartsOnError: false });
      await upload.done().catch((error) => {
        throw body.errored ?? refused(error);
      });
    },
    read: (name) => readObject(bucket, name),
    list: (start) => listObjects(bucket, start),
    remove: (name) => removeObject(bucket, name),
    close: () => client.destroy(),
  };
};

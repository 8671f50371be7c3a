import { S3Client } from '@aws-sdk/client-s3';
import type { S3Address } from '../address.ts';

/** Parts of a multipart upload, in bytes; every one but the last has exactly this size. */
export const PART_BYTES = 8 * 1024 ** 2;

/** The bucket with everything that a command needs to reach it. */
export type Bucket = { client: S3Client; Bucket: string; path(name: string): string; nameOf(path: string): string };

export const openBucket = (address: S3Address): Bucket => {
  const { endpoint, region, path_style, credentials, bucket, prefix } = address;
  const client = new S3Client({
    endpoint,
    region,
    credentials,
    forcePathStyle: path_style,
    // Servers other than Amazon's refuse the checksums that the newer clients add on their own.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, socketTimeout: 60_000, httpAgent: SOCKETS, httpsAgent: SOCKETS },
  });
  const start = prefix === '' ? '' : `${prefix}/`;
  return {
    client,
    Bucket: bucket,
    path: (name) => start + name,
    nameOf: (path) => (path.startsWith(start) ? path.slice(start.length) : ''),
  };
};

// Somebody who listens holds a socket for as long as the recording plays.
const SOCKETS = { maxSockets: 500, keepAlive: true };

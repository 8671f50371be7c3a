import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type ListPartsCommandOutput,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { Bucket } from './client.ts';
import { refused, unlessMissing } from './failure.ts';

export type Part = { PartNumber: number; ETag: string; Size: number };

export const beginMultipart = async ({ client, Bucket, path }: Bucket, name: string): Promise<string> => {
  const { UploadId } = await client.send(new CreateMultipartUploadCommand({ Bucket, Key: path(name) })).catch(refused);
  return UploadId as string;
};

/** The parts that are durable, in their order; null where the upload has been completed or given up. */
export const findParts = async ({ client, Bucket, path }: Bucket, name: string, UploadId: string) => {
  const parts: Part[] = [];
  let page: Partial<ListPartsCommandOutput> = {};
  // Not the client's own pages: Ceph names a next page on the last one too, and they would never end.
  do {
    const { NextPartNumberMarker: PartNumberMarker } = page;
    const asked = { Bucket, Key: path(name), UploadId, PartNumberMarker };
    const found = await client.send(new ListPartsCommand(asked)).catch(unlessMissing);
    if (!found) return null;
    parts.push(...((found.Parts ?? []) as Part[]));
    page = found;
  } while (page.IsTruncated);
  return parts.sort((a, b) => a.PartNumber - b.PartNumber);
};

export const putPart = async (
  { client, Bucket, path }: Bucket,
  name: string,
  { UploadId, PartNumber, Body }: { UploadId: string; PartNumber: number; Body: Uint8Array },
): Promise<Part> => {
  const { ETag = '' } = await client
    .send(new UploadPartCommand({ Bucket, Key: path(name), UploadId, PartNumber, Body }))
    .catch(refused);
  return { PartNumber, ETag, Size: Body.byteLength };
};

/** Makes one object of the parts. */
export const completeMultipart = async (
  { client, Bucket, path }: Bucket,
  name: string,
  UploadId: string,
  parts: Part[],
) => {
  const MultipartUpload = { Parts: parts.map(({ PartNumber, ETag }) => ({ PartNumber, ETag })) };
  const command = new CompleteMultipartUploadCommand({ Bucket, Key: path(name), UploadId, MultipartUpload });
  // Whoever asks again after a lost answer finds it done.
  await client.send(command).catch(unlessMissing);
};

export const giveUpMultipart = async ({ client, Bucket, path }: Bucket, name: string, UploadId: string) => {
  const command = new AbortMultipartUploadCommand({ Bucket, Key: path(name), UploadId });
  await client.send(command).catch(unlessMissing);
};

import { resolve } from 'node:path';
import { readS3Address, type S3Address } from '../address.ts';
import { openFolderPlace } from './folder.ts';
import type { Place } from './place.ts';

/** Opens a folder, or the bucket of an `s3://` address. */
export const openPlace = async (text: string, credentials?: S3Address['credentials']): Promise<Place> => {
  if (!text.startsWith('s3://')) return openFolderPlace(resolve(text));
  const { openBucketPlace } = await import('./bucket.ts');
  return openBucketPlace({ ...readS3Address(text), credentials });
};

import { buffer, text } from 'node:stream/consumers';
import { digest } from '../digest.ts';
import { type Key, pathOf, uploadIdOf } from '../key.ts';
import { limitedTo, takeOver } from '../source.ts';
import type { Upload, Uploads } from '../storage.ts';
import { StorageError } from '../storage-error.ts';
import { type Bucket, PART_BYTES } from './client.ts';
import { findObject, putObject, readObject, removeObject } from './objects.ts';
import { beginMultipart, completeMultipart, findParts, giveUpMultipart, type Part, putPart } from './parts.ts';
import { pieces } from './pieces.ts';

type Description = Omit<Upload, 'offset'> & { upload_id: string };
type State = { description: Description; upload: Upload; parts: Part[] | null; tail_bytes: number };

/** The folder of what is known about uploads, beside the recordings. */
export const UPLOADS = 'uploads/';

/**
 * Each upload is a multipart upload of the recording itself, an object that describes it, and one, the tail, with what
 * came after the last whole part. A tail says where it begins: one that has since become part of a part counts no more,
 * so nothing has to be taken away before something else is durable.
 */
export const openUploads = (bucket: Bucket): Uploads => {
  const descriptionOf = (key: Key) => `${UPLOADS}${uploadIdOf(key)}.json`;
  const tailOf = (key: Key) => `${UPLOADS}${uploadIdOf(key)}.tail`;

  const findState = async (key: Key): Promise<State | null> => {
    if (!(await findObject(bucket, descriptionOf(key)))) return null;
    const description: Description = JSON.parse(await text(await readObject(bucket, descriptionOf(key))));
    const { upload_id, ...known } = description;
    const parts = await findParts(bucket, pathOf(key), upload_id);
    if (!parts) {
      const whole = await findObject(bucket, pathOf(key));
      return whole && { description, parts, upload: { ...known, offset: whole.bytes }, tail_bytes: 0 };
    }
    const in_parts = parts.reduce((sum, { Size }) => sum + Size, 0);
    const tail = await findObject(bucket, tailOf(key));
    const tail_bytes = tail && Number(tail.metadata.start) === in_parts ? tail.bytes : 0;
    return { description, parts, upload: { ...known, offset: in_parts + tail_bytes }, tail_bytes };
  };
  const getState = async (key: Key): Promise<State> => {
    const state = await findState(key);
    if (state) return state;
    throw new StorageError('missing');
  };

  return {
    create: async (key, { bytes, metadata }) => {
      const upload_id = await beginMultipart(bucket, pathOf(key));
      const description: Description = { bytes, metadata, created_at: new Date().toISOString(), upload_id };
      await putObject(bucket, descriptionOf(key), JSON.stringify(description));
    },
    find: async (key) => (await findState(key))?.upload ?? null,
    append: async (key, offset, source) => {
      const taken = takeOver(source);
      const { upload, description, parts, tail_bytes } = await getState(key);
      if (upload.offset !== offset || !parts) throw new StorageError('wrong_offset');
      const tail = tail_bytes > 0 ? await buffer(await readObject(bucket, tailOf(key))) : Buffer.alloc(0);
      let PartNumber = parts.length + 1;
      let start = offset - tail_bytes;
      const arriving = pieces(PART_BYTES, tail, limitedTo(upload.bytes - offset, taken));
      for await (const { bytes: Body, failure } of arriving) {
        const end = start + Body.byteLength;
        const is_part = Body.byteLength === PART_BYTES || (end === upload.bytes && end > start);
        const { upload_id: UploadId } = description;
        if (is_part) await putPart(bucket, pathOf(key), { UploadId, PartNumber: PartNumber++, Body });
        else if (end > offset) await putObject(bucket, tailOf(key), Body, { start: String(start) });
        start = end;
        if (failure) throw failure;
      }
      return start;
    },
    complete: async (key) => {
      const { upload, description, parts } = await getState(key);
      if (upload.offset !== upload.bytes) throw new StorageError('incomplete');
      const name = pathOf(key);
      const { upload_id: UploadId } = description;
      // An object is made of one part at least.
      if (parts?.length === 0) {
        parts.push(await putPart(bucket, name, { UploadId, PartNumber: 1, Body: Buffer.alloc(0) }));
      }
      if (parts) await completeMultipart(bucket, name, UploadId, parts);
      return digest(await readObject(bucket, name));
    },
    remove: async (key) => {
      const state = await findState(key);
      if (state?.parts) await giveUpMultipart(bucket, pathOf(key), state.description.upload_id);
      await removeObject(bucket, tailOf(key));
      await removeObject(bucket, descriptionOf(key));
    },
  };
};

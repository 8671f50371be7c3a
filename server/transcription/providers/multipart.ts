import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';

export type File = { name: string; content_type: string; bytes: number; stream: Readable };

/** A form with a file as its last field (RFC 7578): a stream of a known length, of which the file is never held whole. */
export const multipart = (fields: [string, string][], file: File) => {
  const boundary = `pharos-${randomUUID()}`;
  const part = (disposition: string, rest = '') =>
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n${rest}\r\n`;
  const head = Buffer.from(
    fields.map(([name, value]) => `${part(`name="${name}"`)}${value}\r\n`).join('') +
      part(`name="file"; filename="${file.name}"`, `Content-Type: ${file.content_type}\r\n`),
  );
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`);
  return {
    content_type: `multipart/form-data; boundary=${boundary}`,
    bytes: head.length + file.bytes + tail.length,
    body: Readable.from(enclosed(head, file.stream, tail), { objectMode: false }),
  };
};

async function* enclosed(head: Buffer, stream: Readable, tail: Buffer) {
  yield head;
  yield* stream;
  yield tail;
}

import type { IncomingHttpHeaders } from 'node:http';
import type { BodyKind } from '@pharos/contract/table/route.ts';
import { tooLarge, unsupportedMediaType } from '../errors/errors.ts';

const FILE_TYPES = /^(application\/(json|octet-stream|x-subrip|ttml\+xml)|text\/[\w.+-]+)$/;

/** Refuses a body by its headers alone: 415 for a type or encoding that is not taken, 413 for a length over the limit. */
export const requireBody = (headers: IncomingHttpHeaders, kind: BodyKind, limit: number): void => {
  const { type, charset } = contentType(headers['content-type']);
  refuseType(kind, type);
  if (charset !== undefined && !isUtf8(charset) && kind !== 'file') {
    throw unsupportedMediaType(`The charset ${charset.slice(0, 40)} is not supported; send UTF-8`);
  }
  if (headers['content-encoding'] !== undefined) {
    throw unsupportedMediaType('Compressed bodies are not supported; send the body without Content-Encoding');
  }
  const size = Number(headers['content-length'] ?? 0);
  if (size > limit) throw tooLarge(limit, size);
};

const contentType = (header = '') => {
  const [type = '', ...parameters] = header.toLowerCase().split(';');
  const charset = parameters
    .map((parameter) => /^\s*charset\s*=\s*"?([^"\s]*)"?\s*$/.exec(parameter)?.[1])
    .find(Boolean);
  return { type: type.trim(), charset };
};

/** True for every label of UTF-8 that the encoding standard knows, such as `utf8` (https://encoding.spec.whatwg.org). */
const isUtf8 = (label: string): boolean => {
  try {
    return new TextDecoder(label).encoding === 'utf-8';
  } catch {
    return false;
  }
};

const refuseType = (kind: BodyKind, type: string): void => {
  const got = type === '' ? 'there is none' : `it is ${type.slice(0, 100)}`;
  if (kind === 'json' && type === 'application/merge-patch+json') {
    throw unsupportedMediaType('A merge patch goes to PATCH; PUT takes Content-Type: application/json');
  }
  if (kind === 'json' && type !== 'application/json') {
    throw unsupportedMediaType(`Content-Type must be application/json; ${got}`);
  }
  if (kind === 'merge_patch' && type !== 'application/merge-patch+json') {
    throw unsupportedMediaType(`Content-Type must be application/merge-patch+json; ${got}`);
  }
  if (kind === 'stream' && type.startsWith('multipart/')) {
    throw unsupportedMediaType(`Send the file itself, not a form that contains it; ${got}`);
  }
  if (kind === 'file' && type !== '' && !FILE_TYPES.test(type)) {
    throw unsupportedMediaType(`Send the file itself as application/json, text/vtt or application/x-subrip; ${got}`);
  }
};

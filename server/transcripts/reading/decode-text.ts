import { NotImportable } from '../not-importable.ts';

const MESSAGES = {
  is_recording: 'This is a recording, not a transcript. Upload it as the recording of the call.',
  is_document: 'This is a compressed file or a document, not a transcript. Unpack it, or save it as WebVTT or SRT.',
};

/** First bytes as Latin-1, at an offset. */
const SIGNATURES: readonly { bytes: string; at?: number; is: keyof typeof MESSAGES }[] = [
  { bytes: 'RIFF', is: 'is_recording' },
  { bytes: 'ID3', is: 'is_recording' },
  { bytes: 'OggS', is: 'is_recording' },
  { bytes: 'fLaC', is: 'is_recording' },
  { bytes: '#!AMR', is: 'is_recording' },
  { bytes: 'ftyp', at: 4, is: 'is_recording' },
  { bytes: '\x1a\x45\xdf\xa3', is: 'is_recording' },
  { bytes: '\xff\xfb', is: 'is_recording' },
  { bytes: '\xff\xf3', is: 'is_recording' },
  { bytes: '\xff\xf2', is: 'is_recording' },
  { bytes: '\xff\xf1', is: 'is_recording' },
  { bytes: 'PK\x03\x04', is: 'is_document' },
  { bytes: '%PDF', is: 'is_document' },
  { bytes: '\x1f\x8b', is: 'is_document' },
];

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark; the mark is not part of the text.
 * Throws NotImportable for an empty file, a recording, another encoding, and NUL characters.
 */
export const decode = (file: Uint8Array): string => {
  const head = String.fromCharCode(...file.subarray(0, 16));
  const signature = SIGNATURES.find(({ bytes, at = 0 }) => head.startsWith(bytes, at));
  if (signature) throw new NotImportable(MESSAGES[signature.is], signature.is);

  const text = decodeAs(
    head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : 'utf-8',
    file,
  );
  if (text.trim() === '') throw new NotImportable('The file is empty.', 'empty');
  if (text.includes('\0')) {
    throw new NotImportable(
      'The file holds NUL characters: it is no text, or its encoding is not UTF-8. Save it as UTF-8.',
      'not_utf8',
    );
  }
  return text;
};

const decodeAs = (encoding: string, file: Uint8Array): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    throw new NotImportable(
      `The file is not valid ${encoding.toUpperCase()} text. Save it with the encoding UTF-8.`,
      'not_utf8',
    );
  }
};

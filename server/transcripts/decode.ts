import { NotImportable } from './not-importable.ts';

const RECORDING = 'This is a recording, not a transcript. Upload it as the recording of the call.';
const DOCUMENT = 'This is a compressed file or a document, not a transcript. Unpack it, or save it as WebVTT or SRT.';

/** First bytes as Latin-1, at an offset. */
const SIGNATURES: readonly { bytes: string; at?: number; message: string }[] = [
  { bytes: 'RIFF', message: RECORDING },
  { bytes: 'ID3', message: RECORDING },
  { bytes: 'OggS', message: RECORDING },
  { bytes: 'fLaC', message: RECORDING },
  { bytes: '#!AMR', message: RECORDING },
  { bytes: 'ftyp', at: 4, message: RECORDING },
  { bytes: '\x1a\x45\xdf\xa3', message: RECORDING },
  { bytes: '\xff\xfb', message: RECORDING },
  { bytes: '\xff\xf3', message: RECORDING },
  { bytes: '\xff\xf2', message: RECORDING },
  { bytes: '\xff\xf1', message: RECORDING },
  { bytes: 'PK\x03\x04', message: DOCUMENT },
  { bytes: '%PDF', message: DOCUMENT },
  { bytes: '\x1f\x8b', message: DOCUMENT },
];

/**
 * The text of a file: UTF-8, or UTF-16 with a byte order mark; the mark is not part of the text.
 * Throws NotImportable for an empty file, a recording, another encoding, and NUL characters.
 */
export const decode = (file: Uint8Array): string => {
  const head = String.fromCharCode(...file.subarray(0, 16));
  const signature = SIGNATURES.find(({ bytes, at = 0 }) => head.startsWith(bytes, at));
  if (signature) throw new NotImportable(signature.message);

  const text = decodeAs(
    head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : 'utf-8',
    file,
  );
  if (text.trim() === '') throw new NotImportable('The file is empty.');
  if (text.includes('\0')) {
    throw new NotImportable(
      'The file holds NUL characters: it is no text, or its encoding is not UTF-8. Save it as UTF-8.',
    );
  }
  return text;
};

const decodeAs = (encoding: string, file: Uint8Array): string => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(file);
  } catch {
    throw new NotImportable(`The file is not valid ${encoding.toUpperCase()} text. Save it with the encoding UTF-8.`);
  }
};

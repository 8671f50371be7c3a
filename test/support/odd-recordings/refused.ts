import type { Objection } from '../../../server/recordings/reading/not-a-recording.ts';
import { chunk } from '../recordings.ts';
import { changed, cutTo, id3, type Make } from './odd.ts';

/** A file that is refused: the recording it is made of, how it is made, and the objection that the refusal names. */
export type Refused = { name: string; of: string; make: Make; objection: Objection; says: RegExp };

const refused = (of: string, name: string, objection: Objection, says: RegExp, make: Make): Refused => ({
  name: `${of}, ${name}`,
  of,
  make,
  objection,
  says,
});

const entry = (kind: string) => changed((bytes) => void bytes.write(kind, bytes.indexOf('mp4a'), 'latin1'));
const headOf = (mark: string) => (bytes: Buffer) => bytes.subarray(0, bytes.indexOf(mark));
const text = (content: string) => () => Buffer.from(content, 'latin1');
const format = (at: number) => changed((bytes) => void bytes.writeUInt16LE(0, bytes.indexOf('fmt ') + 8 + at));
const FORM = '--------x1\r\nContent-Disposition: form-data; name="file"; filename="x.wav"\r\n\r\nRIFF';

export const REFUSED: Refused[] = [
  refused('16000-1.3gp', 'in AMR', 'unsupported_format', /AMR audio/, entry('samr')),
  refused('16000-1.3gp', 'in AMR-WB', 'unsupported_format', /AMR-WB audio/, entry('sawb')),
  refused('8000-1.m4a', 'in Dolby Digital', 'unsupported_format', /Dolby Digital audio/, entry('ac-3')),
  refused('8000-1.m4a', 'protected', 'unsupported_format', /Copy-protected audio/, entry('drms')),
  refused('8000-1.m4a', 'in what nobody knows', 'unsupported_format', /“wxyz” audio/, entry('wxyz')),
  refused('8000-1.m4a', 'cut before its index', 'damaged', /cut off before its index/, cutTo(0.5)),
  refused('8000-1.mov', 'cut before its index', 'damaged', /cut off before its index/, cutTo(0.5)),
  refused('8000-1.m4a', 'its head alone', 'damaged', /holds no sound/, cutTo(0.003)),
  refused('pcm_s16le-1.wav', 'its head alone', 'damaged', /cut off before/, headOf('data')),
  refused('pcm_s16le-1.wav', 'a head and no sound', 'empty', /no sound/, (bytes) =>
    bytes.subarray(0, bytes.indexOf('data') + 8),
  ),
  refused('pcm_s16le-1.wav', 'no channels', 'damaged', /no channels/, format(2)),
  refused(
    'pcm_s16le-1.wav',
    'no format',
    'damaged',
    /cut off before/,
    changed((bytes) => void bytes.write('junk', bytes.indexOf('fmt '))),
  ),
  refused('8000-1.flac', 'cut in its first frame', 'damaged', /FLAC/, cutTo(0.3)),
  refused('8000-1.flac.ogg', 'cut before its sound', 'empty', /no sound/, cutTo(0.2)),
  refused('44100-1.vorbis.ogg', 'its first page alone', 'empty', /no sound/, (bytes) =>
    bytes.subarray(0, bytes.indexOf('OggS', 4)),
  ),
  refused(
    '8000-1.opus.ogg',
    'in what nobody knows',
    'unsupported_format',
    /no Opus, Vorbis/,
    changed((bytes) => void bytes.write('XpusHead', bytes.indexOf('OpusHead'))),
  ),
  refused('48000-1.opus.webm', 'cut before its tracks', 'damaged', /WebM was cut off/, cutTo(0.004)),
  refused(
    '48000-1.opus.webm',
    'as Matroska',
    'unsupported_format',
    /Matroska audio/,
    changed((bytes) => void bytes.write('mkvx', bytes.indexOf('webm'))),
  ),
  refused('tagged.mp3', 'its tag alone', 'empty', /no sound/, () => id3(100)),
  refused('bare.mp3', 'as layer II', 'unsupported_format', /MPEG layer I or II/, () =>
    Buffer.alloc(4000, Buffer.from([0xff, 0xfd, 0x84, 0])),
  ),
  ...(
    [
      ['#!AMR\n', 'unsupported_format', /^AMR audio/],
      ['#!AMR-WB\n', 'unsupported_format', /^AMR-WB audio/],
      ['FORM\0\0\0\x10AIFFCOMM', 'unsupported_format', /^AIFF audio/],
      ['.snd\0\0\0\x18', 'unsupported_format', /^AU audio/],
      ['caff\0\x01', 'unsupported_format', /^CAF audio/],
      ['RIFX\0\0\0\x10WAVEfmt ', 'unsupported_format', /^Big-endian WAV audio/],
      ['riff\x2e\x91\xcf\x11', 'unsupported_format', /^Wave64 audio/],
      ['\x30\x26\xb2\x75\x8e\x66\xcf\x11', 'unsupported_format', /^Windows Media audio/],
      ['\x0b\x77\x12', 'unsupported_format', /^Dolby Digital audio/],
      [FORM, 'not_audio', /a form with a file/],
      ['<!DOCTYPE html><html>', 'not_audio', /a web page/],
      ['%PDF-1.7', 'not_audio', /a PDF/],
      ['Just a letter to the family.', 'not_audio', /not a recording that Pharos can read/],
      ['', 'empty', /is empty/],
    ] as [string, Objection, RegExp][]
  ).map(([content, objection, says]) =>
    refused('bare.mp3', `replaced by ${JSON.stringify(content.slice(0, 12))}`, objection, says, text(content)),
  ),
  refused('bare.mp3', 'replaced by zeros', 'not_audio', /not a recording/, () => Buffer.alloc(300_000)),
  refused('pcm_s16le-1.wav', 'a film around it', 'not_audio', /a video/, () => chunk('RIFF', Buffer.from('AVI LIST'))),
];

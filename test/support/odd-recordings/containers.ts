import {
  before,
  behind,
  beyondFfmpeg,
  changed,
  cutTo,
  ID3V1,
  id3,
  joined,
  type Make,
  type Odd,
  oddOf,
  twice,
} from './odd.ts';

const flacTotal = (samples: number) =>
  changed((bytes) => {
    bytes[21] = (bytes[21] as number) & 0xf0;
    bytes.writeUInt32BE(samples, 22);
  });
const flacs: Record<string, Make> = {
  'samples unknown': flacTotal(0),
  'samples unknown, and cut': (bytes) => flacTotal(0)(cutTo(0.6)(bytes)),
  'too many samples': flacTotal(90_000_000),
  'behind a tag': behind(id3(300)),
  'an old tag behind': before(ID3V1),
};

/** The pages of an Ogg, to leave some out. */
const pagesOf = (bytes: Buffer): Buffer[] => {
  const starts: number[] = [];
  for (let at = bytes.indexOf('OggS'); at >= 0; at = bytes.indexOf('OggS', at + 1)) starts.push(at);
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1]));
};
const oggs: Record<string, Make> = {
  twice,
  'without its last page': (bytes) => Buffer.concat(pagesOf(bytes).slice(0, -1)),
  'zeros between its pages': (bytes) => Buffer.concat(pagesOf(bytes).flatMap((page) => [page, Buffer.alloc(50)])),
};

const withoutEdits = changed((bytes) => void bytes.write('free', bytes.indexOf('edts'), 'latin1'));
const said2 = changed((bytes) => void bytes.writeUInt16BE(2, bytes.indexOf('mp4a') + 4 + 16));
const openMdat = changed((bytes) => {
  const at = bytes.lastIndexOf('mdat');
  bytes.writeUInt32BE(0, at - 4);
});

export const ODD_CONTAINERS: Odd[] = [
  ...oddOf('8000-1.flac', 1, flacs),
  ...oddOf('44100-2.flac', 2, { ...flacs, 'cut in half': cutTo(0.5) }),
  ...oddOf('8000-1.opus.ogg', 1, oggs),
  ...oddOf('44100-2.vorbis.ogg', 2, oggs),
  ...oddOf('48000-2.opus.ogg', 2, { 'cut in half': cutTo(0.5) }),
  ...oddOf('8000-1.flac.ogg', 1, { twice }),
  ...beyondFfmpeg('8000-1.opus.ogg', 1, { 'chained with Vorbis': joined('44100-1.vorbis.ogg') }, 4000),
  ...beyondFfmpeg('44100-2.vorbis.ogg', 2, { 'chained with Opus': joined('48000-1.opus.ogg') }, 4000),
  ...oddOf('front.m4a', 1, { 'cut in half': cutTo(0.5), 'sound to the end of the file': openMdat }),
  ...oddOf('fragments.m4a', 1, { 'cut in half': cutTo(0.5) }),
  ...oddOf('8000-1.m4a', 1, {
    'without its edits': withoutEdits,
    'header of two channels': said2,
    'zeros behind': before(Buffer.alloc(1000)),
  }),
  ...oddOf('16000-1.3gp', 1, { 'header of two channels': said2 }),
  ...oddOf('mp3-1.mp4', 1, { 'header of two channels': said2 }),
  ...oddOf('48000-1.opus.webm', 1, { 'cut in half': cutTo(0.5) }),
  ...oddOf('44100-2.vorbis.webm', 2, { 'cut in half': cutTo(0.5) }),
  ...oddOf('live.webm', 1, { 'cut in half': cutTo(0.5) }),
];

import {
  amid,
  before,
  behind,
  beyondFfmpeg,
  changed,
  cutFront,
  cutTo,
  ID3V1,
  id3,
  joined,
  type Make,
  type Odd,
  oddOf,
  twice,
} from './odd.ts';

const xingFrames = (frames: number) =>
  changed((bytes) => {
    const at = Math.max(bytes.indexOf('Xing'), bytes.indexOf('Info'));
    bytes.writeUInt32BE(frames, at + 8);
  });

const mp3s: Record<string, Make> = {
  'cut in half': cutTo(0.5),
  'cut in front': cutFront(101),
  'behind a line end': behind('\r\n'),
  'behind 1152 zeros': behind(Buffer.alloc(1152)),
  'behind an answer of HTTP': behind('HTTP/1.0 200 OK\r\nContent-Type: audio/mpeg\r\n\r\n'),
  'no frames in its summary': xingFrames(0),
  'too many frames in its summary': xingFrames(1_000_000),
  'two frames in its summary': xingFrames(2),
  twice,
  'and one without a summary': joined('bare.mp3'),
  'behind a tag': behind(id3(3000)),
  'behind two tags': behind(Buffer.concat([id3(300), id3(40)])),
  'a tag in the middle': joined('tagged.mp3'),
  'an old tag behind': before(ID3V1),
  'an old tag and zeros behind': before(Buffer.concat([ID3V1, Buffer.alloc(100_000)])),
  'an APE tag behind': before(Buffer.concat([Buffer.from('APETAGEX\xd0\x07\0\0', 'latin1'), Buffer.alloc(200)])),
  'zeros in the middle': amid(0.5, Buffer.alloc(5000)),
  'ones behind': before(Buffer.alloc(100_000, 0xff)),
};

/** Changes on which ffmpeg gives up, or after which it loses more than is gone. */
const hidden: Record<string, Make> = {
  'behind 100,000 zeros': behind(Buffer.alloc(100_000)),
  'behind a tag that says it is longer than the file': behind(
    Buffer.concat([id3(0).subarray(0, 6), Buffer.from([1, 0, 0, 0])]),
  ),
  'ones in the middle': amid(0.5, Buffer.alloc(5000, 0xff)),
};

const aacs: Record<string, Make> = {
  'cut in half': cutTo(0.5),
  'cut in front': cutFront(101),
  'behind a tag': behind(id3(300)),
  'behind 1152 zeros': behind(Buffer.alloc(1152)),
  twice,
};

export const ODD_STREAMS: Odd[] = [
  ...oddOf('16000-1.mp3', 1, mp3s),
  ...oddOf('44100-2.mp3', 2, mp3s),
  ...beyondFfmpeg('16000-1.mp3', 1, hidden),
  ...beyondFfmpeg('44100-2.mp3', 2, hidden),
  ...oddOf('bare.mp3', 1, {
    'cut in front': cutFront(101),
    'cut in half': cutTo(0.5),
    twice,
    'behind a line end': behind('\r\n'),
  }),
  ...oddOf('16000-1.aac', 1, aacs),
  ...oddOf('44100-2.aac', 2, aacs),
];

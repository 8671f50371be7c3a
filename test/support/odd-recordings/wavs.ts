import { chunk } from '../recordings.ts';
import { before, beyondFfmpeg, changed, cutTo, type Make, type Odd, oddOf } from './odd.ts';

const dataAt = (bytes: Buffer) => bytes.indexOf('data');
const riffSize = (size: number) => (bytes: Buffer) => void bytes.writeUInt32LE(size, 4);
const dataSize = (size: number) => (bytes: Buffer) => void bytes.writeUInt32LE(size, dataAt(bytes) + 4);
const both = (...writes: ((bytes: Buffer) => void)[]) =>
  changed((bytes) => {
    for (const write of writes) write(bytes);
  });
const beforeData = (what: Buffer) => (bytes: Buffer) =>
  Buffer.concat([bytes.subarray(0, dataAt(bytes)), what, bytes.subarray(dataAt(bytes))]);
const afterFormat = (what: Buffer) => (bytes: Buffer) => {
  const end = bytes.indexOf('fmt ') + 8 + bytes.readUInt32LE(bytes.indexOf('fmt ') + 4);
  return Buffer.concat([bytes.subarray(0, end), what, bytes.subarray(end)]);
};
const fact = (samples: number) => (bytes: Buffer) => {
  const count = Buffer.alloc(4);
  count.writeUInt32LE(samples >>> 0);
  return beforeData(chunk('fact', count))(withoutFact(bytes));
};
const withoutFact = (bytes: Buffer) => {
  const at = bytes.indexOf('fact');
  return at < 0 ? bytes : Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 12)]);
};
const ODD_LIST = Buffer.from('LIST\x15\0\0\0INFOISFT\x09\0\0\0recorder\0', 'latin1');
const inFormat = (at: number, write: (bytes: Buffer, at: number) => void) =>
  changed((bytes) => write(bytes, bytes.indexOf('fmt ') + 8 + at));

/** Damage that recorders leave in a WAV that they could not finish, and tags that break the rules. */
const broken: Record<string, Make> = {
  'cut in half': cutTo(0.5),
  'cut within a sample': (bytes) => bytes.subarray(0, bytes.length - 1001),
  'sizes of 0': both(riffSize(0), dataSize(0)),
  'size of the sound 0': both(dataSize(0)),
  'sizes of -1': both(riffSize(0xffffffff), dataSize(0xffffffff)),
  'size of the sound 0x7fffffff': both(dataSize(0x7fffffff)),
  'size of the sound 0x80000000': both(riffSize(0x80000024), dataSize(0x80000000)),
  'size of the sound too large': both(dataSize(10_000_000)),
  'an odd list without padding behind the sound': before(ODD_LIST),
  'an odd list with padding behind the sound': before(Buffer.concat([ODD_LIST, Buffer.alloc(1)])),
  'an odd list with padding before the sound': beforeData(Buffer.concat([ODD_LIST, Buffer.alloc(1)])),
  'zeros within a list before the sound': beforeData(
    chunk('LIST', Buffer.concat([Buffer.from('INFOISFT\x04\0\0\0abc\0', 'latin1'), Buffer.alloc(10)])),
  ),
  'a chunk of nothing': beforeData(chunk('JUNK', Buffer.alloc(0))),
  'a large chunk before the sound': beforeData(chunk('bext', Buffer.alloc(70_000))),
  'a tag behind the sound': before(chunk('id3 ', Buffer.from('ID3\x03\0\0\0\0\0\0', 'latin1'))),
  'zeros behind the file': before(Buffer.alloc(5000)),
};

/** Chunks of wrong sizes, over which ffmpeg stumbles. */
const misplaced: Record<string, Make> = {
  'an odd list without padding before the sound': beforeData(ODD_LIST),
  'an odd list without padding behind the format': afterFormat(ODD_LIST),
  'zeros behind a list before the sound': beforeData(
    Buffer.concat([chunk('LIST', Buffer.from('INFOISFT\x04\0\0\0abc\0', 'latin1')), Buffer.alloc(6)]),
  ),
  'a list that says it is longer than the file': beforeData(
    chunk('LIST', Buffer.from('INFOISFT\x04\0\0\0abc\0', 'latin1'), 90_000_000),
  ),
};

const lyingFact: Record<string, Make> = {
  'no fact': withoutFact,
  'a fact of 0': fact(0),
  'a fact of 1': fact(1),
  'a fact of -1': fact(-1),
  'cut within a block': (bytes) => bytes.subarray(0, bytes.length - 37),
  'sizes of 0': both(riffSize(0), dataSize(0)),
  'no bytes a second': inFormat(8, (bytes, at) => bytes.writeUInt32LE(0, at)),
};

/** Makes a WAV that ffmpeg does not write, of a codec's tag, with `count` blocks of `block` bytes. */
const byHand = (tag: number, block: number, count: number): Make => {
  const format = Buffer.alloc(18);
  for (const [at, value] of [
    [0, tag],
    [2, 1],
    [4, 8000],
    [12, block],
  ] as const)
    format.writeUInt16LE(value, at);
  return () => {
    const body = [
      Buffer.from('WAVE'),
      chunk('fmt ', format),
      chunk('fact', Buffer.alloc(4)),
      chunk('data', Buffer.alloc(block * count)),
    ];
    return chunk('RIFF', Buffer.concat(body));
  };
};

export const ODD_WAVS: Odd[] = [
  ...beyondFfmpeg('pcm_s16le-1.wav', 1, {
    'as G.729': byHand(0x83, 10, 200),
    'as G.729 of another tag': byHand(0x133, 10, 200),
    'as TrueSpeech': byHand(0x22, 32, 67),
    'as the ADPCM of Dialogic': byHand(0x17, 1, 8000),
    'as G.723.1': byHand(0x111, 24, 67),
  }),
  ...oddOf('pcm_s16le-1.wav', 1, broken),
  ...oddOf('pcm_mulaw-2.wav', 2, broken),
  ...beyondFfmpeg('pcm_s16le-1.wav', 1, misplaced),
  ...beyondFfmpeg('pcm_mulaw-2.wav', 2, misplaced),
  ...oddOf('libgsm_ms-1.wav', 1, lyingFact),
  ...oddOf('adpcm_ima_wav-1.wav', 1, lyingFact),
  ...oddOf('adpcm_ms-2.wav', 2, lyingFact),
  ...oddOf('g722-1.wav', 1, lyingFact),
  ...oddOf('libmp3lame-1.wav', 1, lyingFact),
  ...oddOf('pcm_alaw-1.wav', 1, {
    'no bits': inFormat(14, (bytes, at) => bytes.writeUInt16LE(0, at)),
    'no block': inFormat(12, (bytes, at) => bytes.writeUInt16LE(0, at)),
  }),
  ...oddOf('pcm_s16le-2.wav', 2, { 'no block': inFormat(12, (bytes, at) => bytes.writeUInt16LE(0, at)) }),
  ...oddOf('rf64.wav', 1, { 'cut in half': cutTo(0.5), 'called BW64': changed((bytes) => bytes.write('BW64')) }),
];

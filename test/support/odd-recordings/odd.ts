/** Makes a recording odd; `of` has every other one. */
export type Make = (bytes: Buffer, of: (name: string) => Buffer) => Buffer;

/** A recording made odd: the one it comes from, and the channels that it still has. */
export type Odd = {
  name: string;
  of: string;
  make: Make;
  channels: 1 | 2;
  /** Its length in ms where ffmpeg cannot read it at all, or reads less than there is. */
  beyond_ffmpeg?: number;
};

export const cutTo =
  (share: number) =>
  (bytes: Buffer): Buffer =>
    bytes.subarray(0, Math.floor(bytes.length * share));
export const cutFront =
  (count: number) =>
  (bytes: Buffer): Buffer =>
    bytes.subarray(count);
export const behind =
  (front: Uint8Array | string) =>
  (bytes: Buffer): Buffer =>
    Buffer.concat([Buffer.from(front as string, 'latin1'), bytes]);
export const before =
  (back: Uint8Array | string) =>
  (bytes: Buffer): Buffer =>
    Buffer.concat([bytes, Buffer.from(back as string, 'latin1')]);
/** Inserts bytes at a share of the recording, from 0 to 1. */
export const amid =
  (share: number, what: Uint8Array) =>
  (bytes: Buffer): Buffer => {
    const at = Math.floor(bytes.length * share);
    return Buffer.concat([bytes.subarray(0, at), what, bytes.subarray(at)]);
  };
export const twice = (bytes: Buffer): Buffer => Buffer.concat([bytes, bytes]);
/** Appends the recording of this name. */
export const joined =
  (name: string): Make =>
  (bytes, of) =>
    Buffer.concat([bytes, of(name)]);
/** Copies the bytes and changes the copy with `write`. */
export const changed =
  (write: (bytes: Buffer) => void) =>
  (bytes: Buffer): Buffer => {
    const copy = Buffer.from(bytes);
    write(copy);
    return copy;
  };

/** An ID3v2 tag of so many bytes. */
export const id3 = (size: number): Buffer => {
  const sizes = [21, 14, 7, 0].map((shift) => (size >> shift) & 127);
  return Buffer.concat([Buffer.from([...Buffer.from('ID3\x04\0\0', 'latin1'), ...sizes]), Buffer.alloc(size)]);
};
export const ID3V1 = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125)]);

/** Odd recordings of one, by what was done to it. */
export const oddOf = (of: string, channels: 1 | 2, makes: Record<string, Make>): Odd[] =>
  Object.entries(makes).map(([how, make]) => ({ name: `${of}, ${how}`, of, make, channels }));

/** Odd recordings that ffmpeg cannot read, or not to their end, though all `ms` of them are there. */
export const beyondFfmpeg = (of: string, channels: 1 | 2, makes: Record<string, Make>, ms = 2000): Odd[] =>
  oddOf(of, channels, makes).map((odd) => ({ ...odd, beyond_ffmpeg: ms }));

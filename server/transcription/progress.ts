import { Readable } from 'node:stream';

/** Passes a stream through and reports, at every tenth of its bytes, the share that has gone by: 0.1 to 1. */
export const counted = (stream: Readable, bytes: number, tell: (share: number) => void): Readable => {
  const count = async function* () {
    let [gone, told] = [0, 0];
    for await (const chunk of stream) {
      gone += chunk.length;
      const tenths = Math.min(10, Math.floor((10 * gone) / bytes));
      if (tenths > told) tell(tenths / 10);
      told = tenths;
      yield chunk;
    }
  };
  return Readable.from(count(), { objectMode: false });
};

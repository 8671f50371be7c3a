import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/** Reads a secret: what a program pipes in, or what somebody types, which is not shown. */
export const readSecret = async (prompt: string): Promise<string> => {
  const { stdin, stderr } = process;
  if (!stdin.isTTY) {
    const pieces: Buffer[] = [];
    for await (const piece of stdin) pieces.push(piece);
    return Buffer.concat(pieces).toString('utf8').trim();
  }
  stderr.write(prompt);
  const silent = new Writable({ write: (_piece, _encoding, done) => done() });
  const lines = createInterface({ input: stdin, output: silent, terminal: true });
  try {
    return (await lines.question('')).trim();
  } finally {
    lines.close();
    stderr.write('\n');
  }
};

import type { Transcript } from '@pharos/contract/transcripts.ts';
import { diffTranscripts } from '../../transcripts/diff.ts';

/** Two transcripts as their JSON text in UTF-8; null for none. */
export type Pair = { before: Uint8Array | null; after: Uint8Array | null };

/** The difference of two transcripts: their sources, and the steps between their words as JSON in UTF-8. */
export type Compared = { sources: [before: string | null, after: string | null]; steps: Uint8Array };

/** Compares two transcripts; slow for long calls, so these are compared in a thread. */
export const compare = ({ before, after }: Pair): Compared => {
  const [from, to] = [parse(before), parse(after)];
  const steps = Buffer.from(JSON.stringify(diffTranscripts(from, to)));
  return { sources: [from?.source ?? null, to?.source ?? null], steps };
};

export default compare;

const parse = (utf8: Uint8Array | null): Transcript | null =>
  utf8 && JSON.parse(Buffer.from(utf8.buffer, utf8.byteOffset, utf8.byteLength).toString());

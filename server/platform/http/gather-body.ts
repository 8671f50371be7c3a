/** Bytes of a body in pieces as they came, which are put together at the latest at so many. */
const PIECES = 1024 * 1024;

/**
 * Puts a body together as it comes: of a large one all pieces at once would be held beside the whole, and copied while
 * everybody waits. `expected`: its bytes by its own word, beyond which no memory is taken before they have come.
 */
export const openGathering = (expected: number) => {
  let [whole, filled] = [Buffer.alloc(0), 0];
  let [pieces, waiting]: [Buffer[], number] = [[], 0];

  const makeRoom = () => {
    const needed = filled + waiting;
    if (needed <= whole.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(expected, 2 * needed)));
    whole.copy(larger, 0, 0, filled);
    whole = larger;
  };

  const gather = () => {
    makeRoom();
    for (const piece of pieces) filled += piece.copy(whole, filled);
    [pieces, waiting] = [[], 0];
  };

  return {
    add: (piece: Buffer): void => {
      pieces.push(piece);
      waiting += piece.length;
      if (waiting >= PIECES) gather();
    },
    /** The body, in memory of its own. */
    end: (): Buffer => {
      if (filled === 0) return Buffer.concat(pieces);
      gather();
      return filled === whole.length ? whole : Buffer.from(whole.subarray(0, filled));
    },
  };
};

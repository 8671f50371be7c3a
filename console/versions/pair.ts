/** Pair of versions that a URL compares. Default: the newest with the one before. */
export type Compared = { from?: string; to?: string };

export const readCompared = ({ from, to }: Record<string, unknown>): Compared => ({
  ...(typeof from === 'string' && /^[1-9]\d{0,8}$/.test(from) && { from }),
  ...(typeof to === 'string' && /^[1-9]\d{0,8}$/.test(to) && { to }),
});

/** The two numbers, where `newest` is the last version there is; null where there is nothing to compare. */
export const pairOf = ({ from, to }: Compared, newest: number): { from: number; to: number } | null => {
  const last = Number(to ?? newest);
  const first = Number(from ?? last - 1);
  return first >= 1 && last >= 1 && first <= newest && last <= newest && first !== last
    ? { from: first, to: last }
    : null;
};

/** Follows the versions that one page makes of a record: a change based on an earlier one of them is no conflict. */
export const followOwnVersions = () => {
  let seen = new Set<string>();
  let newest = '';
  return {
    /** The version that a change names, of a reader who saw this one. */
    of: (etag: string): string => (seen.has(etag) ? newest : etag),
    /** A change of one has made the other. */
    made: (from: string, to: string): void => {
      if (from !== newest) seen = new Set();
      seen.add(from);
      newest = to;
    },
  };
};

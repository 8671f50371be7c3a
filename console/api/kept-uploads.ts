/** Key prefixes in localStorage of unfinished uploads: tus's own, and ours for calls that were made for a drop. */
const PREFIXES = /^(tus::pharos-|pharos\.drop::)/;

/** Keys of the uploads that this browser has begun and not finished. */
export const keptUploads = (): string[] => {
  try {
    return Object.keys(localStorage).filter((key) => PREFIXES.test(key));
  } catch {
    return [];
  }
};

/** Forgets every unfinished upload: file names must not be left for the next user of the browser. */
export const forgetUploads = (): void => {
  for (const key of keptUploads()) localStorage.removeItem(key);
};

/** How files of sound are called; what they are, the server sees in their bytes. */
const ENDING = /\.(mp3|wav|m4a|mp4|aac|ogg|oga|opus|flac|weba|webm|amr|wma|aif|aiff)$/i;

/** Whether a file is to be heard rather than read. */
export const isSound = ({ name, type }: { name: string; type: string }): boolean =>
  /^(audio|video)\//.test(type) || ENDING.test(name);

/** Anything that tells one chosen file from another, and is the same when it is chosen again. */
export type Chosen = { name: string; size: number; lastModified: number };

/** Under what a file's upload into a case, or into one call of it, is found again after a break. */
export const fingerprintOf = ({ name, size, lastModified }: Chosen, into: string): string =>
  ['pharos', into, name, size, lastModified].join('-');

/** The uuid that a refusal names, such as that of the call that has a recording already. */
export const uuidIn = (message: string): string | null =>
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(message)?.[0] ?? null;

/** What the server said when it refused, from the body of its answer. */
export const messageOf = (body: string | undefined): string | null => {
  try {
    const { message } = JSON.parse(body ?? '') as { message?: unknown };
    return typeof message === 'string' ? message : null;
  } catch {
    return null;
  }
};

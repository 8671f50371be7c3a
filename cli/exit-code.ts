import { PharosError } from '@pharos/client/error.ts';
import { UsageError } from './command.ts';
import { SignInNeeded } from './credentials.ts';

/** Exit codes, so that a script can tell what to do. */
export const EXIT = { done: 0, refused: 1, usage: 2, sign_in: 3, not_found: 4, out_of_reach: 5 } as const;

type Ending = { code: number; lines: string[] };

/** Exit code of a failure, and lines that say what can be done about it. */
export const endingOf = (error: unknown, url?: string): Ending => {
  if (error instanceof UsageError) return { code: EXIT.usage, lines: [error.message] };
  if (error instanceof SignInNeeded) return { code: EXIT.sign_in, lines: [error.message] };
  if (error instanceof PharosError) return { code: codeOf(error), lines: linesOf(error) };
  const { message, cause, code } = error as NodeJS.ErrnoException;
  // What fetch throws says little; its cause does.
  if (message === 'fetch failed' && cause instanceof Error) {
    const why = cause.message || String((cause as NodeJS.ErrnoException).code);
    return {
      code: EXIT.out_of_reach,
      lines: [`${url} cannot be reached: ${why}. Is the address right, and the server running?`],
    };
  }
  if (code !== undefined) return { code: EXIT.refused, lines: [message] };
  throw error;
};

const codeOf = ({ status_code }: PharosError): number => {
  if (status_code === 401) return EXIT.sign_in;
  if (status_code === 404) return EXIT.not_found;
  return [408, 429].includes(status_code) || status_code >= 500 ? EXIT.out_of_reach : EXIT.refused;
};

const linesOf = ({ status_code, message, problems, request_id, retry_after }: PharosError): string[] => [
  `${status_code}: ${message}`,
  ...problems
    .filter(({ pointer, message: why }) => pointer && !message.includes(why))
    .map(({ pointer, message: why }) => `  ${pointer} ${why}`),
  ...(status_code === 401 ? ['The token is not valid any more. Sign in again: pharos login'] : []),
  ...(retry_after === null ? [] : [`Try again in ${retry_after} s.`]),
  ...(status_code >= 500 && request_id ? [`The server's operator finds it in the log as request ${request_id}.`] : []),
];

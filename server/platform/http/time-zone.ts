import { invalid, problem } from '../errors/errors.ts';

/** Refuses a name that is no time zone of the IANA database, such as `America/New_York`. */
export const requireTimeZone = (name: string | null | undefined, pointer: string): void => {
  if (name === null || name === undefined) return;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
  } catch {
    throw invalid(problem(pointer, 'invalid_choice', 'must be the name of a time zone, such as America/New_York'));
  }
};

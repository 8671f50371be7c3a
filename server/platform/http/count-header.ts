import type { IncomingMessage } from 'node:http';

/** The number of lines in which a request has a header, named in lower case; Node keeps only the first of some. */
export const countHeader = ({ rawHeaders }: IncomingMessage, name: string): number => {
  let count = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const header = rawHeaders[index] as string;
    if (header.length === name.length && header.toLowerCase() === name) count++;
  }
  return count;
};

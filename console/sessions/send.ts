import { PharosError } from '@pharos/client/error.ts';

/** The server asks for patience: `seconds` until it listens again. */
export class TooManyTries extends Error {
  override name = 'TooManyTries';
  readonly seconds: number;

  constructor(seconds: number) {
    super(`try again in ${seconds} s`);
    this.seconds = seconds;
  }
}

/** Asks what stands at the door of the house, before there is a session. Throws PharosError and TooManyTries. */
export const send = async <D>(method: string, path: string, body?: object): Promise<D> => {
  const response = await fetch(path, {
    method,
    credentials: 'same-origin',
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  });
  if (response.status === 429) throw new TooManyTries(Math.ceil(Number(response.headers.get('retry-after')) || 60));
  if (!response.ok) throw await PharosError.of(response);
  if (response.status === 204) return undefined as D;
  return ((await response.json()) as { data: D }).data;
};

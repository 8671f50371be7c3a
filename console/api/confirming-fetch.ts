import type { ErrorEnvelope } from '@pharos/contract/table/envelope.ts';
import type { RefusalCode } from '@pharos/contract/table/refusals.ts';
import { askForPassword } from './password-question.ts';

const NEEDED: RefusalCode = 'password_confirmation_required';

/** Fetch that asks the reader for their password where a request needs it again, and then repeats the request. */
export const confirmingFetch: typeof globalThis.fetch = async (input, init) => {
  const send = () => globalThis.fetch.call(globalThis, input, init);
  const response = await send();
  if (response.status !== 403 || !(await needsPassword(response))) return response;
  return (await askForPassword()) ? send() : response;
};

const needsPassword = async (response: Response): Promise<boolean> => {
  const body: Partial<ErrorEnvelope> | null = await response
    .clone()
    .json()
    .catch(() => null);
  return body?.errors?.[0]?.code === NEEDED;
};

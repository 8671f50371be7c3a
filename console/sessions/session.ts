import { queries } from '../shell/queries.ts';
import { send } from './send.ts';

export type SignIn = { email: string; password: string };

/** Begins a session: its cookie is the browser's alone. Throws PharosError, 401 where the two do not belong together. */
export const signIn = async (given: SignIn): Promise<void> => {
  await send('POST', '/v1/sessions', given);
  queries.clear();
};

/** Ends the session, forgets all that was read, and shows the door. */
export const signOut = async (): Promise<void> => {
  await send('DELETE', '/v1/session').catch(() => {});
  queries.clear();
  location.assign('/sign-in');
};

import type { Body } from '@pharos/contract/route.ts';
import type { Routes } from '@pharos/contract/routes.ts';
import { forgetUnfinished } from '../recordings/unfinished.ts';
import { pharos } from '../shell/pharos.ts';
import { queries } from '../shell/queries.ts';

/** Begins a session: its cookie is the browser's alone. Throws PharosError, 401 where the two do not belong together. */
export const signIn = async (body: Body<Routes['sessions']['create']>): Promise<void> => {
  await pharos.sessions.create({ body });
  queries.clear();
};

/** Ends the session, forgets all that was read, and shows the door. */
export const signOut = async (): Promise<void> => {
  await pharos.sessions.end().catch(() => {});
  queries.clear();
  forgetUnfinished();
  location.assign('/sign-in');
};

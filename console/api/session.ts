import type { Body } from '@pharos/contract/table/route.ts';
import type { Routes } from '@pharos/contract/table/routes.ts';
import { isSignedOut } from './failures.ts';
import { forgetUploads } from './kept-uploads.ts';
import { meQuery } from './me.ts';
import { pharos } from './pharos.ts';
import { queries } from './query-client.ts';
import { tellSignedIn } from './signed-in.ts';

/** Begins a session: whether the browser keeps it. Throws PharosError, 401 where the two do not belong together. */
export const signIn = async (body: Body<Routes['sessions']['create']>): Promise<boolean> => {
  await pharos.sessions.create({ body });
  return isKept();
};

/** Sets the password of an invited user, and begins a session; true if the browser keeps it. Throws PharosError. */
export const accept = async (body: Body<Routes['invitations']['accept']>): Promise<boolean> => {
  await pharos.invitations.accept({ body });
  return isKept();
};

/** Gives the organization of the signed-in user its name. */
export const renameHome = async (name: string): Promise<void> => {
  const { organization } = await queries.ensureQueryData(meQuery);
  await pharos.organizations.patch({ organization_uuid: organization.uuid, body: { name } });
  await queries.invalidateQueries({ queryKey: meQuery.queryKey });
};

/** True if the browser has kept the session's cookie. Over HTTP from another machine none does. */
const isKept = async (): Promise<boolean> => {
  queries.clear();
  const kept = await queries.fetchQuery(meQuery).then(
    () => true,
    (error) => !isSignedOut(error),
  );
  if (kept) tellSignedIn();
  return kept;
};

/** Ends the session, forgets all that was read, and shows the door. */
export const signOut = async (): Promise<void> => {
  await pharos.sessions.end().catch(() => {});
  queries.clear();
  forgetUploads();
  location.assign('/sign-in');
};

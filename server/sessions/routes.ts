import type { Routes } from '@pharos/contract/routes.ts';
import type { Handlers } from '../http/mount.ts';
import { type SignInTools, signIn } from './create.ts';
import { signOut } from './end.ts';

export const sessionRoutes = (tools: SignInTools): Handlers<Routes['sessions']> => ({
  create: (request) => signIn(request, tools),
  end: signOut,
});

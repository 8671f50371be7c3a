import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { confirmPassword } from './confirm.ts';
import { type SignInNeeds, signIn } from './create.ts';
import { signOut } from './end.ts';
import { endOne, endOthers } from './end-others.ts';
import { listSessions } from './list.ts';

export const sessionRoutes: Handlers<Routes['sessions'], SignInNeeds> = {
  create: signIn,
  end: signOut,
  confirm: confirmPassword,
  list: listSessions,
  endOne,
  endOthers,
};

import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { createToken } from './create.ts';
import { listTokens } from './list.ts';
import { revoke } from './revoke.ts';

export const tokenRoutes: Handlers<Routes['tokens']> = { list: listTokens, create: createToken, revoke };

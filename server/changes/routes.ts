import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { listChanges } from './list.ts';
import type { Watch } from './watch.ts';

export const changeRoutes: Handlers<Routes['changes'], { watch: Watch }> = { list: listChanges };

import type { Routes } from '@pharos/contract/routes.ts';
import type { Database } from '../database/database.ts';
import type { Handlers } from '../http/mount.ts';
import { removeDemo } from './remove.ts';

export const demoRoutes = (database: Database): Handlers<Routes['demo']> => ({
  remove: ({ actor }) => removeDemo(database, actor),
});

import type { Routes } from '@pharos/contract/table/routes.ts';
import type { Handlers } from '../platform/serving/handler.ts';
import { type BackupState, getBackups } from './get.ts';

export const backupRoutes: Handlers<Routes['backups'], { backups: BackupState }> = { get: getBackups };

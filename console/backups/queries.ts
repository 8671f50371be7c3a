import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';

/** State of the installation's backups, for operators. */
export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: async ({ signal }) => (await pharos.backups.get({ signal })).data,
});

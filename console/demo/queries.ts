import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';

/** Presence of sample data. */
export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: async ({ signal }) => (await pharos.demo.get({ signal })).data,
});

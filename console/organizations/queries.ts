import { queryOptions } from '@tanstack/react-query';
import { pharos } from '../api/pharos.ts';

/** The reader's own home, with the ETag that a change names. */
export const organizationQuery = (organization_uuid: string) =>
  queryOptions({
    queryKey: ['organization', organization_uuid],
    queryFn: ({ signal }) => pharos.organizations.get({ organization_uuid, signal }),
  });

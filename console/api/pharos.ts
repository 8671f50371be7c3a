import { createClient } from '@pharos/client';
import { confirmingFetch } from './confirming-fetch.ts';

/** The API of the server that this page came from; the session's cookie goes along. Queries try again by themselves. */
export const pharos = createClient({ baseUrl: location.origin, fetch: confirmingFetch, retries: 0 });

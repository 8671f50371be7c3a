import { createClient } from '@pharos/client';

/** The API of the server that this page came from; the session's cookie goes along. */
export const pharos = createClient({ baseUrl: location.origin });

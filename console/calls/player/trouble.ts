import { PharosError } from '@pharos/client/error.ts';
import { pharos } from '../../api/pharos.ts';

/**
 * Reason why a recording does not play:
 * - `gone`: the call no longer has one
 * - `signed_out`: the session is over
 * - `kind`: its bytes are there, and this browser cannot play them
 * - `lost`: it cannot be reached at the moment
 */
export type Silence = 'gone' | 'signed_out' | 'kind' | 'lost';

/** Milliseconds after which a server that says nothing is taken for one that cannot be reached. */
const PATIENCE = 5000;

/** A browser tells a file that it cannot play from an address that fails by one number only: the server is asked. */
export const silenceOf = async (call_uuid: string, media_error: number, leaving: AbortSignal): Promise<Silence> => {
  const enough = new AbortController();
  const signal = AbortSignal.any([leaving, enough.signal, AbortSignal.timeout(PATIENCE)]);
  try {
    await pharos.recordings.get({ call_uuid, signal });
    return media_error === MediaError.MEDIA_ERR_NETWORK ? 'lost' : 'kind';
  } catch (error) {
    const status_code = error instanceof PharosError ? error.status_code : 0;
    return status_code === 404 ? 'gone' : status_code === 401 ? 'signed_out' : 'lost';
  } finally {
    // Its bytes are not wanted.
    enough.abort();
  }
};

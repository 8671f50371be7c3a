import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { CALLBACK_HEADER } from '@pharos/contract/callbacks.ts';
import type { ProviderName } from '@pharos/contract/jobs.ts';
import { findCallbackDigests } from '../jobs/queries.ts';
import { digestOf, organizationOf } from '../platform/auth/secret.ts';
import type { Database } from '../platform/database/database.ts';
import { unauthorized } from '../platform/errors/errors.ts';
import { isUuid } from '../platform/http/parameters.ts';

/**
 * Authenticates a provider's callback by the secret issued with the job: the password of Basic authentication
 * (Deepgram), or a header's value (AssemblyAI). The secret also names the organization. Every failure is the same 401.
 */
export const authenticateCallback =
  (database: Database) =>
  async (request: IncomingMessage): Promise<{ organization_uuid: string }> => {
    const secret = basicPassword(request) ?? headerSecret(request);
    const organization_uuid = secret === null ? null : organizationOf('callback', secret);
    const { job_uuid, provider } = addressed(request);
    if (secret === null || organization_uuid === null || job_uuid === null) throw refused();
    const job = await findCallbackDigests(database.scopedTo({ organization_uuid }), organization_uuid, job_uuid);
    if (!job || job.provider !== provider || !isOneOf(digestOf(secret), job.callback_digests)) throw refused();
    return { organization_uuid };
  };

const refused = () => unauthorized('A callback is known by the secret that was given with its job');

const basicPassword = ({ headers }: IncomingMessage): string | null => {
  const coded = /^Basic +([\w+/=-]+)$/i.exec(headers.authorization ?? '')?.[1];
  return coded === undefined
    ? null
    : Buffer.from(coded, 'base64')
        .toString()
        .replace(/^[^:]*:/, '');
};

const headerSecret = ({ headers }: IncomingMessage): string | null => {
  const value = headers[CALLBACK_HEADER];
  return typeof value === 'string' ? value : null;
};

const addressed = ({ url = '' }: IncomingMessage) => {
  const { pathname, searchParams } = new URL(url, 'http://callback');
  const job_uuid = searchParams.get('job_uuid') ?? '';
  return {
    job_uuid: isUuid(job_uuid) ? job_uuid.toLowerCase() : null,
    provider: pathname.split('/').at(-1) as ProviderName,
  };
};

const isOneOf = (digest: string, digests: string[]): boolean =>
  digests.map((one) => timingSafeEqual(Buffer.from(digest), Buffer.from(one))).includes(true);

import { ACCESS_LEVELS, type AccessLevel } from '@pharos/contract/table/route.ts';
import { UUID_PATTERN } from '@pharos/contract/table/schema.ts';
import {
  createRemoteJWKSet,
  decodeProtectedHeader,
  errors,
  type JWTPayload,
  type JWTVerifyOptions,
  jwtVerify,
} from 'jose';
import { unauthorized, unavailable } from '../errors/errors.ts';

export type JwtSettings = { secret?: string; jwks_url?: string; issuer?: string; audience: string };

/** Claims that Pharos reads from a JWT; `organization_uuid` is absent where `app_metadata` does not name one. */
export type Claims = {
  user_uuid: string;
  expires_at: string;
  organization_uuid?: string;
  access_level?: AccessLevel;
};

const UUID = new RegExp(UUID_PATTERN);

/** Checks JWTs in the Supabase Auth style. Each key takes only its own algorithms, whatever a token's header says. */
export const openJwtVerifier = ({ secret, jwks_url, issuer, audience }: JwtSettings) => {
  const options: JWTVerifyOptions = { audience, issuer, requiredClaims: ['sub', 'exp'], clockTolerance: 5 };
  const key = secret === undefined ? undefined : new TextEncoder().encode(secret);
  const keys = jwks_url === undefined ? undefined : createRemoteJWKSet(new URL(jwks_url), { timeoutDuration: 5000 });

  const verify = async (token: string): Promise<JWTPayload> => {
    const { alg } = decodeProtectedHeader(token);
    if (alg === 'HS256' && key) return (await jwtVerify(token, key, { ...options, algorithms: ['HS256'] })).payload;
    if (keys) return (await jwtVerify(token, keys, { ...options, algorithms: ['ES256', 'RS256'] })).payload;
    throw unauthorized();
  };

  return async (token: string): Promise<Claims> => {
    const payload = await verify(token).catch((error: unknown) => {
      throw isOutage(error)
        ? unavailable('issuer_unavailable', 'The issuer of tokens cannot be reached to check this one')
        : unauthorized();
    });
    // jose asks only that there is a subject, which in a signed token may still be any JSON.
    const sub: unknown = payload.sub;
    if (typeof sub !== 'string' || !UUID.test(sub)) throw unauthorized();
    const expires_at = endOf(payload.exp as number);
    return { user_uuid: sub.toLowerCase(), expires_at, ...appMetadata(payload.app_metadata) };
  };
};

/** The latest time that a date can be: some issuers give tokens no end that anybody would live to see. */
const LAST_MS = Date.parse('9999-12-31T00:00:00Z');
const endOf = (exp: number): string => new Date(Math.min(exp * 1000, LAST_MS)).toISOString();

// jose reports every fault of a token with its own classes but the two of fetching keys.
const isOutage = (error: unknown): boolean =>
  error instanceof errors.JWKSTimeout ||
  (error instanceof TypeError && error.message === 'fetch failed') ||
  (error instanceof errors.JOSEError && error.code === 'ERR_JOSE_GENERIC');

// Only app_metadata counts: users may write their own user_metadata.
const appMetadata = (value: unknown): Omit<Claims, 'user_uuid' | 'expires_at'> => {
  const { organization_uuid, access_level } = (typeof value === 'object' && value ? value : {}) as Record<
    string,
    unknown
  >;
  return {
    organization_uuid:
      typeof organization_uuid === 'string' && UUID.test(organization_uuid)
        ? organization_uuid.toLowerCase()
        : undefined,
    access_level: ACCESS_LEVELS.find((level) => level === access_level),
  };
};

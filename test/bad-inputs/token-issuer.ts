import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after } from 'node:test';

export const SECRET = 'a-secret-of-more-than-thirty-two-bytes';
export const ISSUER = 'https://auth.test/v1';

/** An issuer's two keys, served as a JWKS on loopback until the file's tests are over. */
export const openTokenIssuer = async () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const publicly = (key: KeyObject, kid: string, alg: string) => ({
    ...key.export({ format: 'jwk' }),
    kid,
    alg,
    use: 'sig',
  });
  const keys = [publicly(rsa.publicKey, 'rsa', 'RS256'), publicly(ec.publicKey, 'ec', 'ES256')];
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  after(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    rsa,
    ec,
    asked,
    origin,
    jwt: { secret: SECRET, jwks_url: `${origin}/jwks`, issuer: ISSUER, audience: 'authenticated' },
  };
};

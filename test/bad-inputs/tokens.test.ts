import assert from 'node:assert/strict';
import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { forge, hmac, nothing, type Signer, signed } from './forged-token.ts';
import { openRecordedCall, requireError, SAID } from './recorded-call.ts';
import { ISSUER, openTokenIssuer, SECRET } from './token-issuer.ts';

const issuer = await openTokenIssuer();
const { home, put, path, refuses, authorization } = await openRecordedCall({ jwt: issuer.jwt });
const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const { user_uuid: sub, organization_uuid } = home.actor;

const now = Math.floor(Date.now() / 1000);
const right = { sub, aud: 'authenticated', iss: ISSUER, exp: now + 600, app_metadata: { organization_uuid } };
const HS = { alg: 'HS256', typ: 'JWT' };
const ES = { alg: 'ES256', kid: 'ec' };
const RS = { alg: 'RS256', kid: 'rsa' };
const secret = hmac(SECRET);
const [byEc, byRsa, byStranger] = [issuer.ec.privateKey, issuer.rsa.privateKey, stranger.privateKey].map(signed) as [
  Signer,
  Signer,
  Signer,
];
const publicPem = issuer.rsa.publicKey.export({ type: 'spki', format: 'pem' });
const publicJwk = stranger.publicKey.export({ format: 'jwk' });

const good = forge(HS, right, secret);
const [head = '', payload = '', signature = ''] = good.split('.');
const claims = (changed: object) => forge(HS, { ...right, ...changed }, secret);
const es = (changed: object) => forge({ ...ES, ...changed }, right, byStranger);
/** All that a refused caller sees but what is new with every request. */
const seen = (answer: Awaited<ReturnType<typeof put>>) => {
  const headers = [...answer.headers].filter(([name]) => !['date', 'x-request-id', 'keep-alive'].includes(name));
  return { headers, body: { ...requireError(answer, 401), request_id: '', timestamp: '' } };
};
const body = `{"file_name": "${SAID}"}`;
const wording = seen(await put({ headers: { authorization: [] }, body }));

for (const [name, token] of Object.entries({
  'HS256 with the secret': good,
  'ES256 with a key of the issuer': forge(ES, right, byEc),
  'RS256 with a key of the issuer': forge(RS, right, byRsa),
  'an audience among others': claims({ aud: ['other', 'authenticated'] }),
})) {
  test(`a token signed by ${name} is taken`, async () => {
    assert.equal((await put({ headers: { authorization: `Bearer ${token}` }, json: {} })).status, 200);
  });
}

const forged: Record<string, string> = {
  'alg none': forge({ alg: 'none' }, right, nothing),
  'alg None': forge({ alg: 'None' }, right, nothing),
  'alg NONE': forge({ alg: 'NONE' }, right, nothing),
  'alg nOnE with a signature': forge({ alg: 'nOnE' }, right, secret),
  'alg none and two parts': `${forge({ alg: 'none' }, right, nothing).slice(0, -1)}`,
  'no alg': forge({ typ: 'JWT' }, right, secret),
  'an alg that is a number': forge({ alg: 256 }, right, secret),
  'an alg in lower case': forge({ alg: 'hs256' }, right, secret),
  'HS256 by the public RSA key as PEM': forge(HS, right, hmac(publicPem)),
  'HS256 by the public RSA key, with its kid': forge({ ...HS, kid: 'rsa' }, right, hmac(publicPem)),
  'HS256 by the public EC key as JWK': forge(
    HS,
    right,
    hmac(JSON.stringify(issuer.ec.publicKey.export({ format: 'jwk' }))),
  ),
  'HS256 by an empty secret': forge(HS, right, hmac('')),
  'HS256 by another secret': forge(HS, right, hmac(`${SECRET}.`)),
  'HS384 by the secret': forge({ alg: 'HS384' }, right, hmac(SECRET, 'sha384')),
  'HS512 by the secret': forge({ alg: 'HS512' }, right, hmac(SECRET, 'sha512')),
  'ES256 by a stranger': es({}),
  'ES256 by the RSA key': forge({ ...RS, alg: 'ES256' }, right, byRsa),
  'RS256 with the kid of the EC key': forge({ ...RS, kid: 'ec' }, right, byRsa),
  'PS256 by the RSA key': forge({ ...RS, alg: 'PS256' }, right, byRsa),
  'an unknown kid': es({ kid: 'unknown' }),
  'a kid with a path': es({ kid: '../../../../dev/null' }),
  'a kid with SQL': es({ kid: "x' union select 'key" }),
  'a kid that is an address': es({ kid: `${issuer.origin}/kid` }),
  'a kid that is an object': es({ kid: { toString: 'ec' } }),
  'an embedded jwk': es({ jwk: publicJwk }),
  'an embedded jwk without a kid': es({ jwk: publicJwk, kid: undefined }),
  'a jku': es({ jku: `${issuer.origin}/jku`, kid: 'mine' }),
  'an x5u': es({ x5u: `${issuer.origin}/x5u`, kid: 'mine' }),
  'an x5c': es({ x5c: [Buffer.from('certificate').toString('base64')] }),
  'a crit that nobody knows': forge({ ...HS, crit: ['pharos'], pharos: 1 }, right, secret),
  'a payload that is not encoded': forge({ ...HS, b64: false, crit: ['b64'] }, right, secret),
  'an altered signature': `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
  'a cut signature': `${head}.${payload}.${signature.slice(0, -4)}`,
  'an empty signature': `${head}.${payload}.`,
  'an ES256 signature of zeros': forge(ES, right, () => new Uint8Array(64)),
  'an altered payload': `${head}.${claims({ sub: randomUUID() }).split('.')[1]}.${signature}`,
  'one part': payload,
  'four parts': `${good}.${signature}`,
  'five parts': `${good}.${payload}.${signature}`,
  'a header that is not JSON': forge('{', right, secret),
  'a header that is null': forge('null', right, secret),
  'a payload that is not JSON': forge(HS, '{', secret),
  'a payload that is a list': forge(HS, '[]', secret),
  'an exp that is over': claims({ exp: now - 60 }),
  'an exp that is text': claims({ exp: `${now + 600}` }),
  'no exp': claims({ exp: undefined }),
  'an nbf that is to come': claims({ nbf: now + 60 }),
  'an nbf that is text': claims({ nbf: 'now' }),
  'another audience': claims({ aud: 'anon' }),
  'no audience': claims({ aud: undefined }),
  'another issuer': claims({ iss: 'https://evil.test' }),
  'no issuer': claims({ iss: undefined }),
  'no sub': claims({ sub: undefined }),
  'a sub that is empty': claims({ sub: '' }),
  'a sub that is a name': claims({ sub: 'anna' }),
  'a sub that is a list': claims({ sub: [sub] }),
  'a sub with SQL': claims({ sub: `${sub}'--` }),
  'twelve kilobytes': claims({ padding: 'x'.repeat(8000) }).replace(/..$/, 'AA'),
  'the form of an API token': `pharos_${'A'.repeat(64)}`,
  'the API token of another organization': `pharos_${randomUUID().replaceAll('-', '').padEnd(64, 'x')}`,
  'an altered API token': `${home.token.slice(0, -2)}AA`,
  'an API token in upper case': home.token.toUpperCase(),
};

for (const [name, token] of Object.entries(forged)) {
  test(`a token with ${name} is refused like every other`, async () => {
    const answer = await refuses({ headers: { authorization: `Bearer ${token}` }, body }, { status: 401 });
    assert.deepEqual(seen(answer), wording);
  });
}

const token = authorization.slice('Bearer '.length);

const presented: Record<string, Parameters<typeof put>[0]> = {
  'no token': { headers: { authorization: [] } },
  'an empty header': { headers: { authorization: '' } },
  'the scheme alone': { headers: { authorization: 'Bearer' } },
  'the scheme and spaces': { headers: { authorization: 'Bearer   ' } },
  'the token alone': { headers: { authorization: token } },
  'the scheme Basic': { headers: { authorization: `Basic ${Buffer.from(`x:${token}`).toString('base64')}` } },
  'the scheme Token': { headers: { authorization: `Token ${token}` } },
  'two tokens in one header': { headers: { authorization: `Bearer ${token}, Bearer ${token}` } },
  'two headers': { headers: { authorization: [authorization, authorization] } },
  'two headers, the first of them wrong': { headers: { authorization: ['Bearer wrong', authorization] } },
  'the token and another word': { headers: { authorization: `${authorization} more` } },
  'the token in quotes': { headers: { authorization: `Bearer "${token}"` } },
  'the token in the query': { headers: { authorization: [] }, path: `${path}?access_token=${token}&apikey=${token}` },
  'the token in a cookie': {
    headers: { authorization: [], cookie: `access_token=${token}; sb-access-token=${token}` },
  },
  'the token in another header': { headers: { authorization: [], apikey: token, 'x-api-key': token } },
};

for (const [name, sent] of Object.entries(presented)) {
  test(`${name} is refused like every wrong token`, async () => {
    const answer = await refuses({ ...sent, body }, { status: 401 });
    assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/);
    assert.deepEqual(seen(answer), wording);
  });
}

test('a refused caller is answered before any of the body has come', async () => {
  const headers = { authorization: 'Bearer wrong', 'content-length': '1000' };
  assert.deepEqual(seen(await refuses({ headers, body: '{' }, { status: 401 })), wording);
});

test('a token of 64 kB is refused as a header that is too long', async () => {
  await refuses({ headers: { authorization: `Bearer ${'x'.repeat(65_536)}` }, body }, { status: 431 });
});

test('no address that a token names is ever asked', () => {
  assert.deepEqual([...new Set(issuer.asked)], ['/jwks']);
});

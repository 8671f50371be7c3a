import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openStandIn, type Said } from '../../../test/support/stand-in.ts';
import { FetchError } from './fetch-error.ts';
import { fetchMedia } from './fetch-media.ts';
import { INTERNET, type Network } from './network.ts';
import { isPublicAddress } from './public-address.ts';

const inside = await openStandIn(({ url }): Said => {
  const to = url.searchParams.get('to');
  if (to) return { status: 302, headers: { location: to } };
  if (url.pathname === '/large') return { body: 'x'.repeat(5_000) };
  if (url.pathname === '/silent') return { silent: true };
  if (url.pathname === '/half') return { body: 'x'.repeat(5_000), half: true };
  if (url.pathname === '/busy') return { status: 429, headers: { 'retry-after': '7' } };
  return { body: 'a recording' };
});
const port = new URL(inside.base_url).port;
const limits = { max_bytes: 1_000, total_ms: 5_000, idle_ms: 300 };
const signal = AbortSignal.timeout(60_000);
const HOSTS = ['media.example', '.cdn.example'];

/** Addresses that lead inside, as a name server may answer them. */
const INSIDE = [
  ...['127.0.0.1', '127.1.2.3', '0.0.0.0', '10.0.0.8', '10.255.255.255', '172.16.0.1', '172.31.255.254', '192.168.1.1'],
  ...['169.254.169.254', '169.254.170.2', '100.64.0.1', '100.127.255.255', '192.0.0.8', '192.0.2.1', '198.18.0.1'],
  ...['198.51.100.7', '203.0.113.9', '224.0.0.1', '240.0.0.1', '255.255.255.255', '192.88.99.1'],
  ...['::', '::1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:a9fe:a9fe', '::127.0.0.1', 'fc00::1', 'fd12:3456::1'],
  ...['fe80::1', 'febf::1', 'fec0::1', 'ff02::1', '64:ff9b::a00:1', '64:ff9b::7f00:1', '64:ff9b:1::1', '2001::1'],
  ...['2001:db8::1', '2002:7f00:1::', '2002:a00:1::', '100::1', '3fff::1', '5f00::1', '4000::1', 'fe80::1%lo'],
];

/** The internet, with a name server that says what a test wants. */
const resolving = (addresses: string[][]): Network => ({
  ...INTERNET,
  lookup: ((_name: string, _options: object, callback: (error: null, found: object[]) => void) => {
    const next = addresses.length > 1 ? addresses.shift() : addresses[0];
    callback(
      null,
      (next ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );
  }) as never,
  admits: () => true,
});
/** A network in which loopback is public, so that the stand-in can be reached by names. */
const reachable: Network = { ...resolving([['127.0.0.1']]), isPublic: (address) => address === '127.0.0.1' };

const readAll = async (network: Network, url: string, more: object = {}) => {
  const chunks = [];
  for await (const chunk of await fetchMedia(network, url, { hosts: HOSTS, limits, signal, ...more }))
    chunks.push(chunk);
  return Buffer.concat(chunks).toString();
};
const refused = (reason: string) => (error: unknown) => {
  assert.ok(error instanceof FetchError, String(error));
  assert.equal(error.reason, reason);
  return true;
};

test('no address that leads inside is asked, whatever name stands for it', async () => {
  assert.ok(INSIDE.length >= 40);
  for (const address of INSIDE) {
    assert.equal(isPublicAddress(address), false, address);
    const url = `http://media.example:${port}/`;
    await assert.rejects(readAll(resolving([[address]]), url), refused('address_not_allowed'), address);
    await assert.rejects(
      readAll(resolving([['93.184.215.14', address]]), url),
      refused('address_not_allowed'),
      address,
    );
    const literal = `http://${address.includes(':') ? `[${address.replace(/%.*/, '')}]` : address}:${port}/`;
    const hosts = [new URL(literal).hostname];
    await assert.rejects(readAll(resolving([['93.184.215.14']]), literal, { hosts }), refused('address_not_allowed'));
  }
  assert.equal(inside.heard.length, 0);
});

test('public addresses are told from the others', () => {
  for (const address of ['8.8.8.8', '93.184.215.14', '2606:2800:21f::1', '2a00:1450:4001::8', '::ffff:8.8.8.8'])
    assert.ok(isPublicAddress(address), address);
});

test('numbers that stand for loopback are read as browsers read them, and refused', async () => {
  for (const host of ['2130706433', '0x7f000001', '0177.0.0.1', '127.1', '0x7f.1', '127.0.0.1.', '①②⑦.0.0.1']) {
    const url = `http://${host}:${port}/`;
    await assert.rejects(
      readAll(INTERNET, url, { hosts: [new URL(url).hostname] }),
      refused('address_not_allowed'),
      host,
    );
  }
  assert.equal(inside.heard.length, 0);
});

test('only allowed hosts are asked, by HTTPS on its own port, and never with a name before the host', async () => {
  for (const url of [
    ...[
      'https://evil.example/',
      'https://media.example.evil.example/',
      'https://notmedia.example/',
      'https://cdn.example/',
    ],
    ...[
      'https://media.example@evil.example/',
      'https://user:word@media.example/',
      'file:///etc/passwd',
      'media.example',
    ],
    ...['http://media.example/', 'https://media.example:8443/', 'ftp://media.example/', 'gopher://media.example/', ''],
  ])
    await assert.rejects(readAll(INTERNET, url), refused('address_not_allowed'), url);
});

test('a redirect is judged as the first address is, and takes no credentials to another host', async () => {
  const from = (to: string) => `http://media.example:${port}/?to=${encodeURIComponent(to)}`;
  for (const to of [
    'http://169.254.169.254/latest/meta-data/',
    'http://evil.example/',
    'file:///etc/passwd',
    'http://[::1]/',
  ])
    await assert.rejects(readAll(reachable, from(to)), refused('address_not_allowed'), to);
  const loop = `http://media.example:${port}/?to=`;
  await assert.rejects(
    readAll(reachable, from(`${loop}${encodeURIComponent(loop)}`)).then(() =>
      readAll(reachable, from(from(from(from(from(from('/'))))))),
    ),
    refused('too_many_redirects'),
  );
  const heard = inside.heard.length;
  const headers = { authorization: 'Basic c2VjcmV0' };
  assert.equal(await readAll(reachable, from(`http://a.cdn.example:${port}/here`), { headers }), 'a recording');
  const [first, second] = inside.heard.slice(heard);
  assert.deepEqual([first?.headers.authorization, second?.headers.authorization], ['Basic c2VjcmV0', undefined]);
});

test('a name is looked up once for a request, so that what it stands for later changes nothing', async () => {
  let looked = 0;
  const turning: Network = {
    ...reachable,
    lookup: ((_name: string, _options: object, callback: (error: null, found: object[]) => void) => {
      looked += 1;
      callback(null, [{ address: looked === 1 ? '127.0.0.1' : '10.0.0.1', family: 4 }]);
    }) as never,
  };
  assert.equal(await readAll(turning, `http://media.example:${port}/`), 'a recording');
  assert.equal(looked, 1);
});

test('what is too long, silent or broken off ends, and how long to wait is told', async () => {
  const ask = (path: string) => readAll(reachable, `http://media.example:${port}${path}`);
  await assert.rejects(ask('/large'), refused('too_large'));
  await assert.rejects(ask('/silent'), refused('timed_out'));
  await assert.rejects(
    readAll(reachable, `http://media.example:${port}/half`, { limits: { ...limits, max_bytes: 9_000 } }),
    refused('unreachable'),
  );
  await assert.rejects(ask('/busy'), (error) => {
    assert.ok(error instanceof FetchError);
    return error.reason === 'fetch_failed' && error.retry_after_ms === 7_000;
  });
});

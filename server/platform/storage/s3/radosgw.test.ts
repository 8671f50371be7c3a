import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { after, before, describe, test } from 'node:test';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { type Gateway, radosgwMissing, startGateway } from '../../../../test/support/radosgw.ts';
import { describeStorage, inPieces, newKey } from '../../../../test/support/storage-suite.ts';
import { describeUploads } from '../../../../test/support/upload-suite.ts';
import { openStorage, type StorageSettings } from '../open.ts';
import { openPlace } from '../place/open.ts';
import { isProblem } from '../storage-error.ts';
import { openBucket } from './client.ts';

async function* breaksOff() {
  yield randomBytes(1_000);
  throw new Error('cut');
}

const missing = radosgwMissing();
const scratch = await mkdtemp(join(tmpdir(), 'pharos-scratch-'));
let gateway: Gateway;

const settings = (bucket: string, prefix: string): Extract<StorageSettings, { s3: object }> => ({
  s3: {
    bucket,
    prefix,
    endpoint: gateway.endpoint,
    region: 'us-east-1',
    path_style: true,
    links: true,
    credentials: { accessKeyId: gateway.access_key_id, secretAccessKey: gateway.secret_access_key },
  },
  scratch,
});

before(async () => {
  if (missing) return;
  gateway = await startGateway();
  process.stdout.write(`# Ceph's gateway answered after ${gateway.start_ms} ms\n`);
  for (const Bucket of ['recordings', 'uploading']) {
    const { client } = openBucket(settings(Bucket, '').s3);
    await client.send(new CreateBucketCommand({ Bucket }));
    client.destroy();
  }
});
after(async () => {
  await gateway?.stop();
  await rm(scratch, { recursive: true });
});

describeStorage('a bucket', missing, () => settings('recordings', 'home/of/recordings'));
describeUploads('a bucket', missing, () => settings('uploading', ''));

describe('a bucket', { skip: missing }, () => {
  test('keeps things of the operator whole, lists them by how their names begin, and removes them', async () => {
    const address = `s3://recordings/backups?endpoint=${gateway.endpoint}`;
    const place = await openPlace(address, settings('recordings', '').s3.credentials);
    const bytes = randomBytes(9_000_000);
    await place.write('pieces/ab/one', inPieces(bytes));
    await place.write('pieces/ab/one', inPieces(bytes));
    await place.write('backups/one.json', [Buffer.from('{}')]);
    await assert.rejects(place.write('pieces/cut', breaksOff()), /cut/);
    const listed: object[] = [];
    for await (const { name, bytes } of place.list('pieces/')) listed.push({ name, bytes });
    assert.deepEqual(listed, [{ name: 'pieces/ab/one', bytes: bytes.length }]);
    assert.ok((await buffer(await place.read('pieces/ab/one'))).equals(bytes));
    await place.remove('pieces/ab/one');
    await assert.rejects(place.read('pieces/ab/one'), (error: unknown) => isProblem(error, 'missing'));
    place.close();
  });

  test('gives out an address that plays any part of the recording, for a time, to nobody who changes it', async () => {
    const storage = await openStorage(settings('recordings', 'links'));
    const [key, bytes] = [newKey(), randomBytes(100_000)];
    await storage.write(key, inPieces(bytes));
    const link = (await storage.link(key, { seconds: 60, content_type: 'audio/mpeg' })) as string;
    const answer = await fetch(link, { headers: { Range: 'bytes=500-999' } });
    assert.equal(answer.status, 206);
    assert.equal(answer.headers.get('content-type'), 'audio/mpeg');
    assert.ok(bytes.subarray(500, 1000).equals(Buffer.from(await answer.arrayBuffer())));
    const changed = await fetch(link.replace(key.uuid, newKey().uuid));
    assert.equal(changed.status, 403);
    storage.close();
  });

  test('gives out no address where that is not asked for', async () => {
    const { s3, scratch: folder } = settings('recordings', 'no-links');
    const storage = await openStorage({ s3: { ...s3, links: false }, scratch: folder });
    assert.equal(await storage.link(newKey(), { seconds: 60, content_type: 'audio/mpeg' }), null);
    storage.close();
  });

  test('is shared by prefixes, none of which sees or sweeps another', async () => {
    const [one, two] = [
      await openStorage(settings('recordings', 'one')),
      await openStorage(settings('recordings', 'two')),
    ];
    const [key, begun, future] = [newKey(), newKey(), new Date(Date.now() + 3_600_000)];
    await one.write(key, inPieces(randomBytes(10)));
    await one.uploads.create(begun, { bytes: 100, metadata: {} });
    assert.equal(await two.find(key), null);
    for await (const _ of two.list(future)) assert.fail('it lists what is not its own');
    assert.equal(await two.removeAbandoned(future), 0);
    assert.equal((await one.uploads.find(begun))?.offset, 0);
    one.close();
    two.close();
  });

  test('that is not there, or not ours, or does not answer, is said to be unusable', async () => {
    const { s3, scratch: folder } = settings('recordings', '');
    const { credentials } = s3;
    for (const wrong of [
      { bucket: 'nobody-made-this' },
      { credentials: { accessKeyId: credentials?.accessKeyId ?? '', secretAccessKey: 'wrong' } },
      { endpoint: 'http://127.0.0.1:1' },
    ])
      await assert.rejects(openStorage({ s3: { ...s3, ...wrong }, scratch: folder }), (error) =>
        isProblem(error, 'unavailable'),
      );
  });
});

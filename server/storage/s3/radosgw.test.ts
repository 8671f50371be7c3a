import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before } from 'node:test';
import { CreateBucketCommand } from '@aws-sdk/client-s3';
import { type Gateway, radosgwMissing, startGateway } from '../../../test/support/radosgw.ts';
import { describeStorage } from '../../../test/support/storage-suite.ts';
import { describeUploads } from '../../../test/support/upload-suite.ts';
import type { StorageSettings } from '../open.ts';
import { openBucket } from './client.ts';

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

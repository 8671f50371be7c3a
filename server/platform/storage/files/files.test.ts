import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after } from 'node:test';
import { describeStorage } from '../../../../test/support/storage-suite.ts';
import { describeUploads } from '../../../../test/support/upload-suite.ts';

const base = await mkdtemp(join(tmpdir(), 'pharos-files-'));
after(() => rm(base, { recursive: true }));

describeStorage('files', false, () => ({ folder: join(base, 'recordings') }));
describeUploads('files', false, () => ({ folder: join(base, 'uploading') }));

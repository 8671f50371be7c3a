import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { addressOf, ConfigError, readConfig } from './config.ts';

test('without any variable the server listens on loopback and keeps everything under ./data, with the demo', () => {
  assert.deepEqual(readConfig({}), {
    host: '127.0.0.1',
    port: 8080,
    data_dir: resolve('data'),
    database_url: undefined,
    database_owner_url: undefined,
    storage: { folder: resolve('data', 'recordings') },
    public_url: undefined,
    trusted_proxies: [],
    webhook_hosts: [],
    jwt: { secret: undefined, jwks_url: undefined, issuer: undefined, audience: 'authenticated' },
    demo: true,
    transcription: { deepgram: undefined, assembly_ai: undefined, speech_server: undefined },
    speech_makers: { deepgram: 'https://api.deepgram.com', assembly_ai: 'https://api.assemblyai.com' },
    model: undefined,
    secrets_key: undefined,
    min_free_bytes: 512_000_000,
    metrics_token: undefined,
    anchors: undefined,
    backup: { place: undefined, recipient: undefined, daily_at: undefined, keep: undefined, credentials: undefined },
    jobs: { at_once: 8, lease_seconds: 30 },
  });
});

test('an empty variable counts as absent', () => {
  const names = [
    'HOST',
    'PORT',
    'DATA_DIR',
    'DATABASE_OWNER_URL',
    'DATABASE_URL',
    'STORAGE_URL',
    'PUBLIC_URL',
    'TRUSTED_PROXIES',
    'JWT_SECRET',
    'SECRETS_KEY',
    'JWKS_URL',
    'DEMO',
    'MIN_FREE_MB',
    'METRICS_TOKEN',
    'ANCHOR_TO',
    'BACKUP_SCHEDULE',
    'BACKUP_KEEP',
    'BACKUP_TO',
    'BACKUP_RECIPIENT',
  ];
  assert.deepEqual(readConfig(Object.fromEntries(names.map((name) => [name, '']))), readConfig({}));
});

test('every variable is taken as it is given', () => {
  const secret = 'x'.repeat(32);
  const config = readConfig({
    HOST: '::',
    PORT: '0',
    DATA_DIR: '/srv/pharos',
    DATABASE_URL: 'postgresql://me:secret@db.example/pharos',
    DATABASE_OWNER_URL: 'postgresql://owner:secret@db.example/pharos',
    TRUSTED_PROXIES: '10.1.0.0/16',
    WEBHOOK_HOSTS: 'crm.internal:8080, 10.0.0.5',
    STORAGE_URL: 's3://calls/pharos/?endpoint=https://s3.example:9000&region=eu-1&links=1',
    AWS_ACCESS_KEY_ID: 'id',
    AWS_SECRET_ACCESS_KEY: 'secret',
    PUBLIC_URL: 'https://calls.example',
    JWT_SECRET: secret,
    JWKS_URL: 'https://auth.example/keys',
    JWT_ISSUER: 'https://auth.example',
    JWT_AUDIENCE: 'pharos',
    SECRETS_KEY: Buffer.alloc(32, 7).toString('base64'),
    DEMO: '1',
    MIN_FREE_MB: '2000',
    METRICS_TOKEN: 'm'.repeat(16),
    ANCHOR_TO: 's3://anchors',
    ANCHOR_MINUTES: '15',
    BACKUP_TO: '/mnt/backups',
    BACKUP_SCHEDULE: '03:30',
    BACKUP_KEEP: '7d 4w 12m',
    BACKUP_RECIPIENT: `age1${'q'.repeat(58)}`,
    DEEPGRAM_API_KEY: 'd',
    DEEPGRAM_BASE_URL: 'http://deepgram.example',
    ASSEMBLYAI_API_KEY: 'a',
    TRANSCRIPTION_BASE_URL: 'http://127.0.0.1:9000/v1',
    TRANSCRIPTION_API_KEY: 't',
    TRANSCRIPTION_MODEL: 'base',
    LLM_BASE_URL: 'http://127.0.0.1:11434/v1',
    LLM_API_KEY: 'l',
    LLM_MODEL: 'small',
    LLM_DAILY_TOKENS: '0',
    LLM_INPUT_PRICE: '0.15',
    JOBS_AT_ONCE: '0',
    LEASE_SECONDS: '60',
  });
  assert.deepEqual(config, {
    host: '::',
    port: 0,
    data_dir: '/srv/pharos',
    database_url: 'postgresql://me:secret@db.example/pharos',
    database_owner_url: 'postgresql://owner:secret@db.example/pharos',
    storage: {
      s3: {
        bucket: 'calls',
        prefix: 'pharos',
        endpoint: 'https://s3.example:9000',
        region: 'eu-1',
        path_style: true,
        links: true,
        credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: undefined },
      },
      scratch: '/srv/pharos/scratch',
    },
    public_url: 'https://calls.example',
    trusted_proxies: ['10.1.0.0/16'],
    webhook_hosts: ['crm.internal:8080', '10.0.0.5'],
    jwt: { secret, jwks_url: 'https://auth.example/keys', issuer: 'https://auth.example', audience: 'pharos' },
    demo: true,
    speech_makers: { deepgram: 'http://deepgram.example', assembly_ai: 'https://api.assemblyai.com' },
    transcription: {
      deepgram: { base_url: 'http://deepgram.example', api_key: 'd' },
      assembly_ai: { base_url: 'https://api.assemblyai.com', api_key: 'a' },
      speech_server: { base_url: 'http://127.0.0.1:9000/v1', api_key: 't', model: 'base' },
    },
    model: {
      ...{ base_url: 'http://127.0.0.1:11434/v1', api_key: 'l', model: 'small' },
      ...{ daily_tokens: 0, input_price: 0.15, output_price: 0 },
    },
    secrets_key: Buffer.alloc(32, 7),
    min_free_bytes: 2_000_000_000,
    metrics_token: 'm'.repeat(16),
    anchors: { to: 's3://anchors', every_minutes: 15 },
    backup: {
      place: '/mnt/backups',
      recipient: `age1${'q'.repeat(58)}`,
      daily_at: 210,
      keep: { days: 7, weeks: 4, months: 12 },
      credentials: { accessKeyId: 'id', secretAccessKey: 'secret', sessionToken: undefined },
    },
    jobs: { at_once: 0, lease_seconds: 60 },
  });
});

test('a database of one’s own is not filled with the demo unless that is asked for', () => {
  const DATABASE_URL = 'postgres://me@db.example/pharos';
  assert.equal(readConfig({ DATABASE_URL }).demo, false);
  assert.equal(readConfig({ DATABASE_URL, DEMO: '1' }).demo, true);
  assert.equal(readConfig({ DEMO: '0' }).demo, false);
});

test("a database's address may name the folder of a socket in place of a host", () => {
  for (const DATABASE_URL of ['postgres://me@/pharos?host=/run/postgresql', 'postgres:///pharos?host=/run/postgresql'])
    assert.equal(readConfig({ DATABASE_URL }).database_url, DATABASE_URL);
});

test('half a pair of credentials is refused, and none leaves them to the machine', () => {
  const STORAGE_URL = 's3://calls';
  assert.throws(() => readConfig({ STORAGE_URL, AWS_ACCESS_KEY_ID: 'id' }), ConfigError);
  assert.throws(() => readConfig({ STORAGE_URL, AWS_SECRET_ACCESS_KEY: 'x' }), ConfigError);
  const { storage } = readConfig({ STORAGE_URL });
  assert.ok('s3' in storage && storage.s3.credentials === undefined && !storage.s3.path_style);
});

const wrong: Record<string, string[]> = {
  PORT: ['abc', '-1', '65536', '80.5', '1e3', ' 80', '0x50'],
  DEMO: ['yes', 'true', '2'],
  DATABASE_URL: ['mysql://x', 'db.example/pharos', 'postgres', 'http://db.example', 'postgres://me:secret@:pharos'],
  STORAGE_URL: [
    'files',
    's3://',
    's3://Bucket/x',
    's3://bucket:80/x',
    's3://id:secret@bucket/x',
    's3://bucket/a%2e%00b',
    's3://bucket/x?endpoint=s3.example',
    's3://bucket/x?endpoint=https://id:secret@s3.example',
    's3://bucket/x?endpoint=https://s3.example/path',
    's3://bucket/x?links=yes',
    's3://bucket/x?secret=secret',
    'https://bucket.s3.example',
  ],
  PUBLIC_URL: ['calls.example', 'ftp://calls.example', 'javascript:alert(1)'],
  JWKS_URL: ['keys.json', 'file:///etc/passwd'],
  DEEPGRAM_BASE_URL: ['api.deepgram.com'],
  TRANSCRIPTION_BASE_URL: ['ftp://speech.example'],
  LLM_BASE_URL: ['ftp://model.example', 'model'],
  JOBS_AT_ONCE: ['-1', '101', 'all'],
  LEASE_SECONDS: ['9', '3601'],
  JWT_SECRET: ['secret', 'x'.repeat(31)],
};

for (const [name, values] of Object.entries(wrong)) {
  test(`a ${name} that cannot be used is refused by its name`, () => {
    for (const value of values) {
      const error = assertRefused({ [name]: value });
      assert.match(error.message, new RegExp(`^${name} must `));
      assert.ok(!error.message.includes('secret'));
    }
  });
}

const assertRefused = (environment: Record<string, string>): ConfigError => {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof ConfigError) return error;
  }
  throw new assert.AssertionError({ message: `${JSON.stringify(environment)} was taken` });
};

test('a language model has a name, a limit and prices that can be counted with', () => {
  const LLM_BASE_URL = 'http://127.0.0.1:11434/v1';
  assert.match(assertRefused({ LLM_BASE_URL }).message, /^LLM_MODEL must name/);
  const named = { LLM_BASE_URL, LLM_MODEL: 'small' };
  assert.match(assertRefused({ ...named, LLM_DAILY_TOKENS: 'many' }).message, /^LLM_DAILY_TOKENS must /);
  assert.match(assertRefused({ ...named, LLM_OUTPUT_PRICE: '-1' }).message, /^LLM_OUTPUT_PRICE must /);
});

test('an address leads to this machine where the server listens at all of its addresses', () => {
  const at = (host: string, public_url?: string) => addressOf({ host, port: 8080, public_url });
  assert.equal(at('127.0.0.1'), 'http://127.0.0.1:8080');
  assert.equal(at('0.0.0.0'), 'http://127.0.0.1:8080');
  assert.equal(at('::'), 'http://[::1]:8080');
  assert.equal(at('fd00::7'), 'http://[fd00::7]:8080');
  assert.equal(at('0.0.0.0', 'https://calls.example'), 'https://calls.example');
});

test('trusted proxies are addresses and networks, and anything else is refused', () => {
  const { trusted_proxies } = readConfig({ TRUSTED_PROXIES: '127.0.0.1, 10.1.0.0/16,::1,fd00::/8' });
  assert.deepEqual(trusted_proxies, ['127.0.0.1', '10.1.0.0/16', '::1', 'fd00::/8']);
  for (const wrong of ['proxy.example', '10.0.0.0/33', '10.0.0.0/', '10.0.0.0/8/8', '*', 'true', '1'])
    assert.throws(() => readConfig({ TRUSTED_PROXIES: wrong }), ConfigError, wrong);
});

import { BlockList, isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { type Keep, readKeep } from './backups/keep.ts';
import type { BackupSettings } from './backups/settings.ts';
import type { ModelSettings } from './models/chat-server.ts';
import { decodeVaultKey } from './platform/auth/vault.ts';
import { readS3Address, type S3Address } from './platform/storage/address.ts';
import type { StorageSettings } from './platform/storage/open.ts';
import type { MakerAddresses } from './speech/own-providers.ts';
import type { TranscriptionSettings } from './transcription/providers/open-providers.ts';

export type Config = {
  host: string;
  port: number;
  data_dir: string;
  /** URL of the database; absent: PostgreSQL runs under `data_dir`. */
  database_url?: string;
  /** URL of the database as the schema's owner, where that is not the user of `database_url`. */
  database_owner_url?: string;
  /** Place where recordings are kept. */
  storage: StorageSettings;
  public_url?: string;
  /** Addresses and networks of proxies whose X-Forwarded-For is believed; empty: none is. */
  trusted_proxies: string[];
  jwt: { secret?: string; jwks_url?: string; issuer?: string; audience: string };
  /** True where a first start fills the installation with the demo home. */
  demo: boolean;
  transcription: TranscriptionSettings;
  /** Addresses of the speech services whose keys organizations can set. */
  speech_makers: MakerAddresses;
  /** Language model that organizations may switch on; absent: there is none. */
  model?: ModelSettings;
  /** Key by which secrets of sources are encrypted; absent: it is in a file under `data_dir`. */
  secrets_key?: Uint8Array;
  /** Hosts inside, with their ports, that webhooks may call. */
  webhook_hosts: string[];
  /** Bytes that stay free on the disk: below them, what would be added is refused. */
  min_free_bytes: number;
  /** Token that reads /metrics; absent: there are none. */
  metrics_token?: string;
  /** Receiver of signed heads of the audit chains, and the minutes between them; absent: nobody. */
  anchors?: { to: string; every_minutes: number };
  backup: BackupSettings;
  jobs: {
    /** Number of jobs that this process works on at once; 0: none. */
    at_once: number;
    /** Seconds after which the job of a process that has gone silent is taken up by another. */
    lease_seconds: number;
  };
};

type Environment = Record<string, string | undefined>;

/** A setting that cannot be used; the message names the variable and what it takes. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

/** Reads the whole configuration from the environment; throws ConfigError at the first variable that is wrong. */
export const readConfig = (environment: Environment = process.env): Config => {
  // An empty variable counts as absent, as shells and compose files produce it.
  const get = (name: string) => environment[name] || undefined;
  const database_url = url(get, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  const data_dir = resolve(get('DATA_DIR') ?? 'data');
  return {
    host: get('HOST') ?? '127.0.0.1',
    port: port(get('PORT') ?? '8080'),
    data_dir,
    database_url,
    database_owner_url: url(get, 'DATABASE_OWNER_URL', ['postgres:', 'postgresql:']),
    storage: storage(get, data_dir),
    public_url: url(get, 'PUBLIC_URL', ['http:', 'https:'])?.replace(/\/+$/, ''),
    trusted_proxies: proxies(get('TRUSTED_PROXIES')),
    jwt: {
      secret: secret(get('JWT_SECRET')),
      jwks_url: url(get, 'JWKS_URL', ['http:', 'https:']),
      issuer: get('JWT_ISSUER'),
      audience: get('JWT_AUDIENCE') ?? 'authenticated',
    },
    demo: flag(get('DEMO'), 'DEMO') ?? database_url === undefined,
    transcription: transcription(get),
    speech_makers: {
      deepgram: url(get, 'DEEPGRAM_BASE_URL', ['http:', 'https:']) ?? MAKERS.deepgram,
      assembly_ai: url(get, 'ASSEMBLYAI_BASE_URL', ['http:', 'https:']) ?? MAKERS.assembly_ai,
    },
    model: model(get),
    secrets_key: secretsKey(get('SECRETS_KEY')),
    webhook_hosts: hosts(get('WEBHOOK_HOSTS')),
    min_free_bytes: number(get, 'MIN_FREE_MB', 512, { from: 0, to: 1_000_000 }) * 1_000_000,
    metrics_token: metricsToken(get('METRICS_TOKEN')),
    anchors: anchors(get),
    backup: backup(get),
    jobs: {
      at_once: number(get, 'JOBS_AT_ONCE', 8, { from: 0, to: 100 }),
      lease_seconds: number(get, 'LEASE_SECONDS', 30, { from: 10, to: 3600 }),
    },
  };
};

/** Loopback addresses for the two that mean every interface: a browser on this machine keeps a session only there. */
const LOOPBACK_OF: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

/** URL of the server: PUBLIC_URL, or else its host and port. */
export const addressOf = ({ public_url, host, port }: Pick<Config, 'public_url' | 'host' | 'port'>): string => {
  const name = LOOPBACK_OF[host] ?? host;
  return public_url ?? `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
};

const MAKERS = { deepgram: 'https://api.deepgram.com', assembly_ai: 'https://api.assemblyai.com' };

/** Settings of each provider that has a key or an address; the makers' own addresses are the default. */
const transcription = (get: (name: string) => string | undefined): TranscriptionSettings => {
  const hosted = (prefix: string, maker: string) => {
    const api_key = get(`${prefix}_API_KEY`);
    const base_url = url(get, `${prefix}_BASE_URL`, ['http:', 'https:']) ?? maker;
    return api_key === undefined ? undefined : { base_url, api_key };
  };
  const base_url = url(get, 'TRANSCRIPTION_BASE_URL', ['http:', 'https:']);
  const speech_server = base_url && {
    base_url,
    api_key: get('TRANSCRIPTION_API_KEY'),
    model: get('TRANSCRIPTION_MODEL') ?? 'whisper-1',
  };
  return {
    deepgram: hosted('DEEPGRAM', MAKERS.deepgram),
    assembly_ai: hosted('ASSEMBLYAI', MAKERS.assembly_ai),
    speech_server: speech_server || undefined,
  };
};

/** Settings of the language model, where there is an address of one. */
const model = (get: (name: string) => string | undefined): ModelSettings | undefined => {
  const base_url = url(get, 'LLM_BASE_URL', ['http:', 'https:']);
  if (base_url === undefined) return undefined;
  const name = get('LLM_MODEL');
  if (name === undefined) throw new ConfigError('LLM_MODEL must name a model of the server at LLM_BASE_URL');
  return {
    base_url,
    api_key: get('LLM_API_KEY'),
    model: name,
    daily_tokens: number(get, 'LLM_DAILY_TOKENS', 1_000_000, { from: 0, to: 1_000_000_000 }),
    input_price: price(get, 'LLM_INPUT_PRICE'),
    output_price: price(get, 'LLM_OUTPUT_PRICE'),
  };
};

const price = (get: (name: string) => string | undefined, name: string): number => {
  const text = get(name) ?? '0';
  if (/^\d{1,6}(\.\d{1,6})?$/.test(text)) return Number(text);
  throw new ConfigError(`${name} must be US dollars for a million tokens, such as 0.15, not "${text}"`);
};

type Range = { from: number; to: number };

const number = (
  get: (name: string) => string | undefined,
  name: string,
  preset: number,
  { from, to }: Range,
): number => {
  const text = get(name);
  if (text === undefined) return preset;
  const value = Number(text);
  if (/^\d+$/.test(text) && value >= from && value <= to) return value;
  throw new ConfigError(`${name} must be a number from ${from} to ${to}, not "${text}"`);
};

const port = (text: string): number => {
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= 65_535) return number;
  throw new ConfigError(`PORT must be a number from 0 to 65535, not "${text}"`);
};

// "10.0.0.4, 10.1.0.0/16, ::1": each an address, or a network by its prefix.
const proxies = (text: string | undefined): string[] => {
  const list = (text ?? '').split(',').map((one) => one.trim());
  return list.filter(Boolean).map((one) => {
    const [address = '', prefix, ...rest] = one.split('/');
    const family = isIP(address);
    try {
      if (family === 0 || rest.length > 0) throw new Error('no address');
      if (prefix !== undefined)
        new BlockList().addSubnet(address, Number(prefix || Number.NaN), family === 4 ? 'ipv4' : 'ipv6');
      return one;
    } catch {
      throw new ConfigError(
        `TRUSTED_PROXIES must be addresses or networks such as 10.0.0.4 or 10.1.0.0/16, not "${one}"`,
      );
    }
  });
};

// "crm.internal:8080, 10.0.0.5": each as the address of a webhook names it.
const hosts = (text: string | undefined): string[] => {
  const list = (text ?? '').split(',').map((one) => one.trim());
  return list.filter(Boolean).map((one) => {
    if (URL.canParse(`http://${one}`) && !/[/?#@]/.test(one)) return one.toLowerCase();
    throw new ConfigError(`WEBHOOK_HOSTS must be hosts such as crm.internal:8080, not "${one}"`);
  });
};

const flag = (text: string | undefined, name: string): boolean | undefined => {
  if (text === undefined) return undefined;
  if (text === '0' || text === '1') return text === '1';
  throw new ConfigError(`${name} must be 0 or 1, not "${text}"`);
};

// Never quoted back: addresses can hold passwords.
const url = (get: (name: string) => string | undefined, name: string, protocols: string[]): string | undefined => {
  const text = get(name);
  if (text === undefined) return undefined;
  // PostgreSQL's addresses may leave the host out and name a socket's folder instead: postgres://me@/name?host=/run.
  const whole = text.replace('@/', '@localhost/');
  if (URL.canParse(whole) && protocols.includes(new URL(whole).protocol)) return text;
  throw new ConfigError(`${name} must be an address that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`);
};

const storage = (get: (name: string) => string | undefined, data_dir: string): StorageSettings => {
  const text = get('STORAGE_URL');
  if (text === undefined) return { folder: join(data_dir, 'recordings') };
  try {
    return { s3: { ...readS3Address(text), credentials: credentials(get) }, scratch: join(data_dir, 'scratch') };
  } catch (error) {
    throw error instanceof ConfigError ? error : new ConfigError(`STORAGE_URL ${(error as Error).message}`);
  }
};

const credentials = (get: (name: string) => string | undefined): S3Address['credentials'] => {
  const accessKeyId = get('AWS_ACCESS_KEY_ID');
  const secretAccessKey = get('AWS_SECRET_ACCESS_KEY');
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined))
    throw new ConfigError('AWS_ACCESS_KEY_ID must be set together with AWS_SECRET_ACCESS_KEY');
  if (accessKeyId === undefined || secretAccessKey === undefined) return undefined;
  return { accessKeyId, secretAccessKey, sessionToken: get('AWS_SESSION_TOKEN') };
};

// age's public keys are bech32: lower case, without 1, b, i and o after the prefix.
const recipient = (text: string | undefined): string | undefined => {
  if (text === undefined || /^age1[02-9ac-hj-np-z]{58}$/.test(text)) return text;
  throw new ConfigError(
    'BACKUP_RECIPIENT must be a public key of age, such as "npm run backup -- new-key FILE" prints',
  );
};

const secretsKey = (text: string | undefined): Uint8Array | undefined => {
  if (text === undefined) return undefined;
  try {
    return decodeVaultKey(text);
  } catch {
    throw new ConfigError('SECRETS_KEY must be 32 bytes in base64, as "openssl rand -base64 32" prints them');
  }
};

const anchors = (get: (name: string) => string | undefined): Config['anchors'] => {
  const to = get('ANCHOR_TO');
  const every_minutes = number(get, 'ANCHOR_MINUTES', 60, { from: 1, to: 10_080 });
  return to === undefined ? undefined : { to, every_minutes };
};

const backup = (get: (name: string) => string | undefined): BackupSettings => {
  const settings: BackupSettings = {
    place: get('BACKUP_TO'),
    recipient: recipient(get('BACKUP_RECIPIENT')),
    daily_at: timeOfDay(get('BACKUP_SCHEDULE')),
    keep: keep(get('BACKUP_KEEP')),
    credentials: credentials(get),
  };
  if (settings.daily_at !== undefined && !(settings.place && settings.recipient))
    throw new ConfigError('BACKUP_SCHEDULE needs BACKUP_TO and BACKUP_RECIPIENT');
  return settings;
};

const timeOfDay = (text: string | undefined): number | undefined => {
  if (text === undefined) return undefined;
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hours !== undefined) return Number(hours) * 60 + Number(minutes);
  throw new ConfigError(`BACKUP_SCHEDULE must be a time of day in UTC such as 03:30, not "${text}"`);
};

const keep = (text: string | undefined): Keep | undefined => {
  const read = text === undefined ? undefined : readKeep(text);
  if (read !== null) return read;
  throw new ConfigError(`BACKUP_KEEP must be numbers of days, weeks and months such as "7d 4w 12m", not "${text}"`);
};

const metricsToken = (text: string | undefined): string | undefined => {
  if (text === undefined || /^[\w.~+/=-]{16,}$/.test(text)) return text;
  throw new ConfigError('METRICS_TOKEN must have at least 16 letters or digits');
};

// RFC 7518, section 3.2: a key for HS256 has at least 256 bits.
const secret = (text: string | undefined): string | undefined => {
  if (text === undefined || Buffer.byteLength(text) >= 32) return text;
  throw new ConfigError('JWT_SECRET must have at least 32 bytes');
};

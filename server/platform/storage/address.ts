/** Address of a bucket, and how to make requests to it. */
export type S3Address = {
  bucket: string;
  /** Key prefix without slashes at its ends; may be empty. */
  prefix: string;
  /** Absent: Amazon's own for the region. */
  endpoint?: string;
  region: string;
  /** True if the bucket is named in the path of an address, false if in its host name. */
  path_style: boolean;
  /** True if browsers may be sent to the bucket itself, with a signed address. */
  links: boolean;
  /** Absent: the machine's own, such as a role. */
  credentials?: { accessKeyId: string; secretAccessKey: string; sessionToken?: string };
};

const SHAPE = 's3://bucket/prefix?endpoint=https://host&region=name';
const PARAMETERS = ['endpoint', 'region', 'path_style', 'links'];

/** Reads `s3://bucket/prefix?…`. Throws an error whose message goes on after the setting's name, and quotes nothing. */
export const readS3Address = (text: string): S3Address => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol !== 's3:' || url.hash || !BUCKET.test(url.host)) throw new Error(`must look like ${SHAPE}`);
  if (url.username || url.password)
    throw new Error('must not hold credentials: set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY instead');
  const prefix = url.pathname.replace(/^\/+|\/+$/g, '');
  if (!/^[\w./-]*$/.test(prefix)) throw new Error('must have a prefix of letters, digits, ".", "-", "_" and "/"');
  if ([...url.searchParams.keys()].some((name) => !PARAMETERS.includes(name)))
    throw new Error(`must have no other parameters than ${PARAMETERS.join(', ')}`);
  const endpoint = url.searchParams.get('endpoint') || undefined;
  if (endpoint !== undefined && !isEndpoint(endpoint))
    throw new Error('must name an endpoint that begins with http:// or https:// and has neither path nor credentials');
  return {
    bucket: url.host,
    prefix,
    endpoint,
    region: url.searchParams.get('region') || 'us-east-1',
    path_style: flag(url, 'path_style') ?? endpoint !== undefined,
    links: flag(url, 'links') ?? false,
  };
};

const BUCKET = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;

const isEndpoint = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
};

const flag = (url: URL, name: string): boolean | undefined => {
  const text = url.searchParams.get(name);
  if (text === null) return undefined;
  if (text === '0' || text === '1') return text === '1';
  throw new Error(`must have 0 or 1 for ${name}`);
};

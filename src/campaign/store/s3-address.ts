import { PressError, problem, suggest } from '../../diagnostics/index.ts';

/** Where in which bucket of which server a campaign's files go. Holds no secret. */
export interface S3Address {
  readonly bucket: string;
  /** Of every object's key; without slashes at its ends, empty: the bucket's root. */
  readonly prefix: string;
  readonly endpoint: URL;
  readonly region: string;
  /** The bucket is the first part of the path; else it is part of the host's name. */
  readonly isPathStyle: boolean;
}

export interface S3Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Of credentials that expire. */
  readonly sessionToken?: string;
}

export type Environment = Readonly<Record<string, string | undefined>>;

const parameters = ['endpoint', 'region'];
/** Amazon S3 User Guide, "General purpose bucket naming rules". */
const bucketName = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/;
const example = 's3://bucket/prefix?endpoint=https://s3.example.org&region=eu-west-1';

/** Whether an address is no folder's. That of another store (`gs://`) is refused as what it is, and no folder of that name made. */
export function isStoreAddress(address: string): boolean {
  return /^(?:s3:|[a-z][a-z0-9+.-]+:\/\/)/i.test(address);
}

/**
 * `s3://bucket/prefix?endpoint=…&region=…`; what is absent is taken from AWS_ENDPOINT_URL_S3, AWS_ENDPOINT_URL, AWS_REGION
 * and AWS_DEFAULT_REGION, else it is Amazon's own server in us-east-1.
 * @throws PressError STORE_ADDRESS; it does not repeat what may be a secret
 */
export function parseS3Address(address: string, environment: Environment): S3Address {
  if (!/^s3:/i.test(address))
    throw refused(
      'Files go to a folder or to a bucket that speaks S3, and the address is of neither.',
      `Write ${example}, or the path of a folder.`,
    );
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) throw refused('An address of a bucket cannot be read.', `Write ${example}.`);
  if (url.username !== '' || url.password !== '')
    throw refused(
      'An address of a bucket holds credentials.',
      'Take them out of it, and give them as AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY: addresses are printed.',
    );
  const bucket = url.host;
  if (!bucketName.test(bucket))
    throw refused(
      `“${bucket}” is not the name of a bucket.`,
      `3 to 63 of a-z, 0-9, hyphen, point: ${example}.`,
    );
  for (const name of url.searchParams.keys())
    if (!parameters.includes(name))
      throw refused(`An address of a bucket has no parameter “${name}”.`, suggest(name, parameters));
  const region =
    url.searchParams.get('region') ?? environment.AWS_REGION ?? environment.AWS_DEFAULT_REGION ?? 'us-east-1';
  if (!/^[a-z0-9-]+$/i.test(region)) throw refused(`“${region}” is not the name of a region.`, example);
  const prefix = prefixOf(address);
  const told =
    url.searchParams.get('endpoint') ?? environment.AWS_ENDPOINT_URL_S3 ?? environment.AWS_ENDPOINT_URL;
  if (told !== undefined) return { bucket, prefix, region, endpoint: parseEndpoint(told), isPathStyle: true };
  // A point in the bucket's name does not match the certificate of *.s3.<region>.amazonaws.com.
  const isPathStyle = bucket.includes('.');
  const host = `s3.${region}.amazonaws.com`;
  const endpoint = new URL(`https://${isPathStyle ? host : `${bucket}.${host}`}`);
  return { bucket, prefix, region, endpoint, isPathStyle };
}

/** Of the text itself: a URL drops what stands behind a # and what `..` takes back, and files would go elsewhere, unseen. */
function prefixOf(address: string): string {
  if (address.includes('#'))
    throw refused(
      'An address of a bucket has a # in it, which ends an address.',
      'In a prefix it is written %23.',
    );
  const prefix = decoded(/^s3:\/\/[^/?]*([^?]*)/i.exec(address)?.[1] ?? '').replace(/^\/+|\/+$/g, '');
  if (/\p{Cc}/u.test(prefix) || prefix.split('/').some((part) => part === '.' || part === '..'))
    throw refused(
      'The prefix in an address of a bucket has a part that is . or .., or a sign that nobody sees.',
      'Write the prefix itself, as objects of the bucket are named by it.',
    );
  return prefix;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refused('The prefix in an address of a bucket cannot be read.', 'A percent sign is written %25.');
  }
}

function parseEndpoint(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isPlain =
    url !== undefined &&
    /^https?:$/.test(url.protocol) &&
    url.username + url.password + url.search + url.hash === '';
  if (!isPlain)
    throw refused(
      'The endpoint of a bucket is not the address of a server.',
      'Write https://host or https://host:port, without a name or a password.',
    );
  return url;
}

/** @throws PressError STORE_CREDENTIALS */
export function credentialsOf(environment: Environment): S3Credentials {
  const {
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: secretAccessKey,
    AWS_SESSION_TOKEN,
  } = environment;
  const absent = Object.entries({ AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey })
    .filter(([, value]) => value === undefined || value === '')
    .map(([name]) => name);
  if (!accessKeyId || !secretAccessKey)
    throw new PressError([
      problem(
        'STORE_CREDENTIALS',
        `The environment has no ${absent.join(' and no ')}.`,
        {},
        'Set them; "aws configure export-credentials --format env" prints those of a profile or a role.',
      ),
    ]);
  return { accessKeyId, secretAccessKey, ...(AWS_SESSION_TOKEN ? { sessionToken: AWS_SESSION_TOKEN } : {}) };
}

function refused(message: string, hint: string): PressError {
  return new PressError([problem('STORE_ADDRESS', message, {}, hint)]);
}

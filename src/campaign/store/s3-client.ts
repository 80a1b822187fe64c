import { setTimeout as wait } from 'node:timers/promises';
import type { AwsClient } from 'aws4fetch';
import { harmless, PressError, problem } from '../../diagnostics/index.ts';
import type { S3Address, S3Credentials } from './s3-address.ts';

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'DELETE';
  /** Below the address' prefix; undefined: the bucket itself. */
  readonly name?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Statuses besides 2xx that the caller understands. */
  readonly expected?: readonly number[];
}

export interface S3Response {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array;
}

const tries = 8;
const firstPauseMs = 100;
const longestPauseMs = 10_000;
/** A file has at most some megabytes: what takes longer does not come any more. */
const answerMs = 120_000;
/** What the server asks to be asked again; 409 is a conditional write that met another one. */
const passing = new Set([408, 409, 425, 429, 500, 502, 503, 504]);
/** The same of answers with status 400: the line was slow, or changed what went over it. */
const passingCodes = new Set(['RequestTimeout', 'BadDigest', 'XAmzContentSHA256Mismatch']);
/** Status 400, but about who asks. */
const denials = new Set(['ExpiredToken', 'InvalidToken', 'InvalidAccessKeyId', 'TokenRefreshRequired']);

/** Signed requests to one bucket: tried again where the failure may pass, told as coded problems where it does not. */
export class S3Client {
  readonly #address: S3Address;
  readonly #secrets: readonly string[];
  readonly #aws: AwsClient;
  /** Waits some milliseconds; tests count instead. */
  readonly #pause: (ms: number) => Promise<unknown>;

  private constructor(
    address: S3Address,
    secrets: readonly string[],
    aws: AwsClient,
    pause: (ms: number) => Promise<unknown>,
  ) {
    this.#address = address;
    this.#secrets = secrets;
    this.#aws = aws;
    this.#pause = pause;
  }

  static async open(
    address: S3Address,
    credentials: S3Credentials,
    pause: (ms: number) => Promise<unknown> = wait,
  ): Promise<S3Client> {
    const { AwsClient } = await import('aws4fetch');
    const aws = new AwsClient({ ...credentials, service: 's3', region: address.region, retries: 0 });
    const { accessKeyId, secretAccessKey, sessionToken } = credentials;
    const secrets = [secretAccessKey, accessKeyId, ...(sessionToken === undefined ? [] : [sessionToken])];
    return new S3Client(address, secrets, aws, pause);
  }

  /**
   * @throws PressError STORE_DENIED, STORE_MISSING, STORE_CLOCK, STORE_REGION, STORE_REFUSED; STORE_UNREACHABLE after the
   * last try
   */
  async request(request: S3Request): Promise<S3Response> {
    const url = this.#urlOf(request);
    for (let attempt = 1; ; attempt++) {
      const answer = await this.#once(url, request);
      if (!(answer instanceof Error)) {
        const { status } = answer;
        if ((status >= 200 && status < 300) || request.expected?.includes(status) === true) return answer;
        const told = toldIn(answer);
        if (!passing.has(status) && !passingCodes.has(told.code)) throw this.#refusal(request, answer, told);
        if (attempt === tries)
          throw this.#unreachable(request, `it answers ${status} ${told.code}, ${tries} times`);
      } else if (attempt === tries) {
        throw this.#unreachable(request, `${causeOf(answer)}, ${tries} times`);
      }
      const asked = answer instanceof Error ? 0 : Number(answer.headers.get('retry-after') ?? 0) * 1000;
      const grown = firstPauseMs * 2 ** (attempt - 1) * (0.5 + Math.random());
      await this.#pause(Math.min(longestPauseMs, Math.max(grown, Number.isFinite(asked) ? asked : 0)));
    }
  }

  #urlOf({ name, query }: S3Request): string {
    const { endpoint, bucket, prefix, isPathStyle } = this.#address;
    const key =
      name === undefined
        ? []
        : [prefix, name]
            .filter((part) => part !== '')
            .join('/')
            .split('/');
    const path = [...(isPathStyle ? [bucket] : []), ...key].map(encodeURIComponent).join('/');
    const url = new URL(`${endpoint.pathname.replace(/\/$/, '')}/${path}`, endpoint);
    for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
    return url.href;
  }

  /** Network errors are given, not thrown: what the caller throws has nothing of the signed request in it. */
  async #once(url: string, { method, headers, body }: S3Request): Promise<S3Response | Error> {
    try {
      const signed = await this.#aws.sign(url, {
        method,
        ...(headers === undefined ? {} : { headers }),
        ...(body === undefined ? {} : { body: body as Uint8Array<ArrayBuffer> }),
        redirect: 'manual',
      });
      const response = await fetch(signed, { signal: AbortSignal.timeout(answerMs) });
      const content = new Uint8Array(await response.arrayBuffer());
      return { status: response.status, headers: response.headers, body: content };
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  }

  #refusal(request: S3Request, { status, headers }: S3Response, told: Told): PressError {
    const what = this.#what(request);
    const { bucket, region, endpoint } = this.#address;
    const said = this.#clean(told.message === '' ? '' : ` It says: ${told.message}`);
    if (told.code === 'RequestTimeTooSkewed')
      return refused(
        'STORE_CLOCK',
        `The server of ${what} takes no request: the clock of this machine says ${new Date().toISOString()}, its own ${headers.get('date') ?? 'another time'}.`,
        'Set the clock of this machine (timedatectl set-ntp true): they may differ by 15 minutes at most.',
      );
    if (status === 301 || status === 307 || told.code === 'AuthorizationHeaderMalformed')
      return refused(
        'STORE_REGION',
        `The bucket ${bucket} is not in the region ${region}.${said}`,
        `Name its region (${headers.get('x-amz-bucket-region') ?? '?region=…'}) or its endpoint in the address.`,
      );
    if (status === 401 || status === 403 || denials.has(told.code))
      return refused(
        'STORE_DENIED',
        `${endpoint.host} does not allow to ${verbs[request.method]} ${what} (${status} ${told.code}).${said}`,
        'Are the credentials right, and not expired? They need s3:PutObject, s3:GetObject and s3:ListBucket.',
      );
    if (status === 404)
      return refused(
        'STORE_MISSING',
        `${endpoint.host} has no ${told.code === 'NoSuchBucket' ? `bucket ${bucket}` : what}.`,
        'Make the bucket first, and look at its name, region and endpoint.',
      );
    if (status >= 300 && status < 400)
      return refused(
        'STORE_REFUSED',
        `${endpoint.host} leads elsewhere when it is asked for ${what} (${status}): ${this.#clean(headers.get('location') ?? 'it does not say where')}.`,
        'Is the endpoint a server that speaks the S3 protocol, and nothing before it asks for a password?',
      );
    return refused(
      'STORE_REFUSED',
      `${endpoint.host} refuses to ${verbs[request.method]} ${what} (${status} ${told.code}).${said}`,
      'What it says is the reason; the rest of its answer is not shown.',
    );
  }

  #unreachable(request: S3Request, reason: string): PressError {
    return refused(
      'STORE_UNREACHABLE',
      `${this.#what(request)} cannot be reached at ${this.#address.endpoint.host}: ${this.#clean(reason)}.`,
      'What was stored is whole, and written down. Run it again when the server answers.',
    );
  }

  #what({ name }: S3Request): string {
    const { bucket, prefix } = this.#address;
    return `s3://${[bucket, prefix, name ?? ''].filter((part) => part !== '').join('/')}`;
  }

  #clean(text: string): string {
    return harmless(this.#secrets.reduce((rest, secret) => rest.replaceAll(secret, '…'), text.slice(0, 300)));
  }
}

const verbs = { GET: 'read', HEAD: 'look at', PUT: 'write', DELETE: 'delete' } as const;

interface Told {
  readonly code: string;
  readonly message: string;
}

/** The answer to a HEAD has no body: then only the status speaks. */
function toldIn({ body }: S3Response): Told {
  const text = new TextDecoder().decode(body.subarray(0, 10_000));
  const of = (tag: string) => new RegExp(`<${tag}>([^<]*)</${tag}>`).exec(text)?.[1] ?? '';
  return { code: of('Code'), message: of('Message') };
}

function causeOf(error: Error): string {
  const { cause } = error as { cause?: unknown };
  if (error.name === 'TimeoutError') return `no answer within ${answerMs / 1000} seconds`;
  const inner = cause instanceof Error ? cause : error;
  return (inner as NodeJS.ErrnoException).code ?? inner.message;
}

function refused(code: Parameters<typeof problem>[0], message: string, hint: string): PressError {
  return new PressError([problem(code, message, {}, hint)]);
}

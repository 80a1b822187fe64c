import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { credentialsOf, isStoreAddress, parseS3Address } from '../../src/campaign/store/s3-address.ts';
import { openS3Store } from '../../src/campaign/store/s3-store.ts';
import { PressError } from '../../src/diagnostics/index.ts';

const credentials = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret-key' };
const listing = '<ListBucketResult><IsTruncated>false</IsTruncated></ListBucketResult>';
const failure = (code: string, message: string) =>
  `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`;

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const say =
  (status: number, body = '', headers: Record<string, string> = {}): Answer =>
  (_, response) =>
    response.writeHead(status, headers).end(body);
const hangUp: Answer = (request) => request.socket.destroy();

let stop: (() => void) | undefined;
afterEach(() => stop?.());

/** A server that gives these answers in turn to all but listings; the last one again and again. */
async function answering(...answers: readonly Answer[]) {
  const asked: string[] = [];
  const pauses: number[] = [];
  const server = createServer((request, response) => {
    request.resume();
    if (request.url?.includes('list-type')) return say(200, listing)(request, response);
    const { 'if-none-match': none, 'if-match': tag } = request.headers;
    asked.push([request.method, none ?? '', tag ?? ''].join(' ').trim());
    (answers[asked.length - 1] ?? answers.at(-1)!)(request, response);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => {
    server.closeAllConnections();
    server.close();
  };
  const { port } = server.address() as { port: number };
  const store = await openS3Store(`s3://posters?endpoint=http://127.0.0.1:${port}`, credentials, async (ms) =>
    pauses.push(ms),
  );
  return { store, asked, pauses };
}

const content = new TextEncoder().encode('a page');
const sha256 = createHash('sha256').update(content).digest('hex');
const files = [{ name: 'a.pdf', content, sha256 }];

async function problemOf(work: Promise<unknown>) {
  const error = await work.then(
    () => undefined,
    (e: unknown) => e,
  );
  expect(error).toBeInstanceOf(PressError);
  return (error as PressError).problems[0]!;
}

it('a server that leads elsewhere is told with where it leads, and is no bucket', async () => {
  const { store, asked } = await answering(say(302, 'login', { location: 'https://login.example.org/' }));
  expect(await problemOf(store.put(files))).toMatchObject({
    code: 'STORE_REFUSED',
    message: expect.stringContaining('(302): https://login.example.org/.'),
  });
  expect(asked).toHaveLength(1);
});

describe('a failure that may pass', () => {
  it.each([
    ['500', say(500)],
    ['502', say(502)],
    ['503', say(503, failure('SlowDown', 'Please reduce your request rate.'))],
    ['504', say(504)],
    ['408', say(408)],
    ['429', say(429)],
    ['409', say(409, failure('ConditionalRequestConflict', 'Another one'))],
    ['400 of a slow line', say(400, failure('RequestTimeout', 'Too slow'))],
    ['400 of a damaged body', say(400, failure('BadDigest', 'Not what it should be'))],
    ['hanging up', hangUp],
  ])('is tried again: %s', async (_, answer) => {
    const { store, asked, pauses } = await answering(answer, answer, say(200));
    await store.put(files);
    expect(asked).toHaveLength(3);
    expect(pauses).toHaveLength(2);
    expect(pauses[1]).toBeGreaterThanOrEqual(100);
  });

  it('is waited for as long as the server asks, within bounds', async () => {
    const { store, pauses } = await answering(
      say(503, '', { 'retry-after': '3' }),
      say(503, '', { 'retry-after': '3600' }),
      say(503, '', { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }),
      say(200),
    );
    await store.put(files);
    expect(pauses.slice(0, 2)).toEqual([3000, 10_000]);
    expect(pauses[2]).toBeLessThan(1000);
  });

  it('ends after eight tries, and says with what', async () => {
    const { store, asked } = await answering(say(503, failure('SlowDown', '')));
    const { code, message } = await problemOf(store.put(files));
    expect(code).toBe('STORE_UNREACHABLE');
    expect(message).toContain('503 SlowDown, 8 times');
    expect(asked).toHaveLength(8);
    stop?.();
    expect((await problemOf(store.get('a.pdf'))).message).toMatch(/ECONNREFUSED|ECONNRESET|closed/);
  });
});

describe('a refusal', () => {
  it.each([
    ['STORE_DENIED', say(403, failure('AccessDenied', 'No.'))],
    ['STORE_DENIED', say(401)],
    ['STORE_DENIED', say(400, failure('ExpiredToken', 'The provided token has expired.'))],
    ['STORE_CLOCK', say(403, failure('RequestTimeTooSkewed', 'Too far apart'))],
    ['STORE_REGION', say(301, failure('PermanentRedirect', ''), { 'x-amz-bucket-region': 'eu-north-1' })],
    ['STORE_REGION', say(307)],
    ['STORE_REGION', say(400, failure('AuthorizationHeaderMalformed', "expecting 'eu-north-1'"))],
    ['STORE_MISSING', say(404, failure('NoSuchBucket', ''))],
    ['STORE_REFUSED', say(400, failure('InvalidArgument', 'What?'))],
    ['STORE_REFUSED', say(405)],
  ])('is told at once as %s', async (expected, answer) => {
    const { store, asked } = await answering(answer);
    const { code, hint } = await problemOf(store.put(files));
    expect(code).toBe(expected);
    expect(hint).toBeDefined();
    expect(asked).toHaveLength(1);
  });

  it('never repeats a secret, nor what would steer a terminal', async () => {
    const { store } = await answering(
      say(403, failure('AccessDenied', 'AKIDEXAMPLE with a-secret-key \u001b[2J')),
    );
    const { message } = await problemOf(store.put(files));
    expect(message).toContain('… with …');
    expect(message).not.toContain('\u001b');
  });

  it('ends the putting of many: nothing new is begun', async () => {
    const { store, asked } = await answering(say(403));
    await problemOf(store.put(Array.from({ length: 100 }, (_, i) => ({ ...files[0]!, name: `${i}.pdf` }))));
    expect(asked.length).toBeLessThanOrEqual(8);
  });
});

describe('a file that is there', () => {
  const held = (hash: string) => say(200, '', { 'x-amz-meta-sha256': hash, etag: '"1"' });

  it('is left as it is when it is the same, also by a server without checksums', async () => {
    const { store, asked } = await answering(say(412), held(sha256));
    await store.put(files);
    expect(asked).toEqual(['PUT *', 'HEAD']);
  });

  it('is replaced only as it was seen', async () => {
    const { store, asked } = await answering(say(412), held('00'), say(200));
    await store.put(files);
    expect(asked).toEqual(['PUT *', 'HEAD', 'PUT  "1"']);
  });

  it('may become the same, or go, while it is looked at', async () => {
    const first = await answering(say(412), held('00'), say(412), held(sha256));
    await first.store.put(files);
    expect(first.asked).toHaveLength(4);
    stop?.();
    const second = await answering(say(412), say(404), say(412), held('00'), say(404), say(404), say(200));
    await second.store.put(files);
    expect(second.asked.at(-1)).toBe('PUT *');
  });

  it('is not fought over', async () => {
    const { store } = await answering(
      say(412),
      ...Array.from({ length: 3 }, () => [held('00'), say(412)]).flat(),
    );
    expect((await problemOf(store.put(files))).code).toBe('STORE_CHANGED');
  });

  it('is written without conditions where the server knows none', async () => {
    const { store, asked } = await answering(say(501), say(200));
    await store.put(files);
    await store.put(files);
    expect(asked).toEqual(['PUT *', 'PUT', 'PUT']);
  });
});

it('is not taken for stored where something on the way answers', async () => {
  const { store, asked } = await answering(say(200, '<html>Sign in</html>'));
  const { code, message } = await problemOf(store.put(files));
  expect([code, asked]).toEqual(['STORE_REFUSED', ['PUT *']]);
  expect(message).toContain('a.pdf');
});

it('tells that an endpoint does not speak S3', async () => {
  const server = createServer(say(200, '<html>It works!</html>')).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stop = () => server.close();
  const { port } = server.address() as { port: number };
  const { code } = await problemOf(
    openS3Store(`s3://posters?endpoint=http://127.0.0.1:${port}`, credentials),
  );
  expect(code).toBe('STORE_REFUSED');
});

describe('an address', () => {
  it.each([
    ['s3://posters', {}, 'https://posters.s3.us-east-1.amazonaws.com/', 'us-east-1', false, ''],
    [
      's3://posters/a/b/',
      { AWS_REGION: 'eu-west-1' },
      'https://posters.s3.eu-west-1.amazonaws.com/',
      'eu-west-1',
      false,
      'a/b',
    ],
    [
      's3://my.posters?region=eu-west-1',
      { AWS_REGION: 'x' },
      'https://s3.eu-west-1.amazonaws.com/',
      'eu-west-1',
      true,
      '',
    ],
    [
      's3://posters?endpoint=http://127.0.0.1:9000',
      { AWS_ENDPOINT_URL: 'http://x' },
      'http://127.0.0.1:9000/',
      'us-east-1',
      true,
      '',
    ],
    ['s3://posters/a%20b', { AWS_ENDPOINT_URL: 'https://x' }, 'https://x/', 'us-east-1', true, 'a b'],
    [
      's3://posters',
      { AWS_ENDPOINT_URL: 'https://x', AWS_ENDPOINT_URL_S3: 'https://y' },
      'https://y/',
      'us-east-1',
      true,
      '',
    ],
    [
      's3://posters',
      { AWS_DEFAULT_REGION: 'ap-south-1' },
      'https://posters.s3.ap-south-1.amazonaws.com/',
      'ap-south-1',
      false,
      '',
    ],
  ])('%s with %o', (address, environment, endpoint, region, isPathStyle, prefix) => {
    const parsed = parseS3Address(address, environment);
    expect({ ...parsed, endpoint: parsed.endpoint.href }).toMatchObject({
      endpoint,
      region,
      isPathStyle,
      prefix,
    });
  });

  it.each([
    's3://',
    's3:///prefix',
    's3://Posters',
    's3://ab',
    `s3://${'a'.repeat(64)}`,
    's3://posters:80/x',
    's3://posters?regoin=x',
    's3://posters?endpoint=ftp://x',
    's3://posters?endpoint=x',
    's3://posters?endpoint=https://me:hidden@x',
    's3://posters?endpoint=https://x%3Ftoken=hidden',
    's3://posters?region=eu/west',
    's3://posters/%E0%A4',
    // A URL drops these parts, and the files would go to the bucket's root, or beside.
    's3://posters/spring/..',
    's3://posters/./spring',
    's3://posters/spring/%2e%2E/other',
    's3://posters/spring#hidden',
    's3://posters/spring%0Aother',
    's3://AKID:hidden@posters',
    's3:/posters',
    'gs://posters/a',
    'https://me:hidden@posters',
    'file:///srv/posters',
  ])('is refused, and what may be secret is not repeated: %s', (address) => {
    try {
      parseS3Address(address, {});
      expect.unreachable();
    } catch (error) {
      expect(String(error)).toContain('STORE_ADDRESS');
      expect(String(error)).not.toContain('hidden');
    }
  });

  it('is told from the path of a folder', () => {
    for (const path of ['out', './s3', '/srv/s3:', 'C:/posters', 'C:\\posters', 'a:b'])
      expect(isStoreAddress(path)).toBe(false);
    for (const address of ['s3://posters', 'S3://posters', 'gs://posters', 'https://posters'])
      expect(isStoreAddress(address)).toBe(true);
  });

  it.each([
    ['s3://posters/a b/ü+x', 'a b/ü+x'],
    ['s3://posters/a%20b%23c/', 'a b#c'],
    ['s3://posters/x//y', 'x//y'],
    ['s3://posters/.dot/...', '.dot/...'],
    ['S3://posters//~t@h:x,;$&=?region=eu-west-1', '~t@h:x,;$&='],
  ])('has the prefix that it says: %s', (address, prefix) => {
    expect(parseS3Address(address, {}).prefix).toBe(prefix);
  });

  it('may have a bucket of 3 and of 63 letters', () => {
    for (const length of [3, 63])
      expect(parseS3Address(`s3://${'a'.repeat(length)}`, {}).bucket).toHaveLength(length);
  });
});

describe('credentials', () => {
  it('come from the environment, with or without a session', () => {
    expect(credentialsOf(credentials)).toEqual({
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'a-secret-key',
    });
    expect(credentialsOf({ ...credentials, AWS_SESSION_TOKEN: 't' })).toMatchObject({ sessionToken: 't' });
  });
  it.each([
    ['no AWS_ACCESS_KEY_ID.', { AWS_SECRET_ACCESS_KEY: 'hidden' }],
    ['no AWS_SECRET_ACCESS_KEY.', { AWS_ACCESS_KEY_ID: 'hidden', AWS_SECRET_ACCESS_KEY: '' }],
    ['no AWS_ACCESS_KEY_ID and no AWS_SECRET_ACCESS_KEY.', {}],
  ])('are missed by name: %s', (said, environment) => {
    expect(() => credentialsOf(environment)).toThrow(`STORE_CREDENTIALS: The environment has ${said}`);
  });
});

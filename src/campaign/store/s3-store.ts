import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { PressError, type Problem, problem } from '../../diagnostics/index.ts';
import { credentialsOf, type Environment, parseS3Address } from './s3-address.ts';
import { S3Client } from './s3-client.ts';
import type { Store, StoredFile } from './store.ts';

/** How many requests are under way at a time. */
const atOnce = 8;
/** Metadata of each object, for servers that keep no checksums: SHA-256 of its content, hex. */
const ownChecksum = 'x-amz-meta-sha256';

const types: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
  zip: 'application/zip',
};

/**
 * Opens `s3://bucket/prefix?endpoint=…&region=…`, and looks whether it can be listed: what is wrong is told before the
 * first page is set.
 * @throws PressError STORE_*
 */
export async function openS3Store(
  address: string,
  environment: Environment = process.env,
  pause?: (ms: number) => Promise<unknown>,
): Promise<S3Store> {
  const parsed = parseS3Address(address, environment);
  const client = await S3Client.open(parsed, credentialsOf(environment), pause);
  const store = new S3Store(client, parsed.prefix);
  for await (const _ of store.list('', 1)) break;
  return store;
}

/** A bucket, or what of it is below a prefix. A PUT is whole or not at all, and safe when it is answered. */
class S3Store implements Store {
  readonly #client: S3Client;
  readonly #prefix: string;
  /** False once the server said that it knows no conditions. */
  #hasConditions = true;

  constructor(client: S3Client, prefix: string) {
    this.#client = client;
    this.#prefix = prefix;
  }

  /**
   * The server proves each content against its SHA-256 as it takes it. The same content twice is fine; another content
   * under a name takes the place of the one that is there, if nobody else puts a third one there at the same time.
   * @throws PressError STORE_*
   */
  async put(files: readonly StoredFile[]): Promise<void> {
    const problems: Problem[] = [];
    let next = 0;
    const run = async () => {
      // After a first failure nothing new is begun: what failed for one mostly fails for all.
      while (next < files.length && problems.length === 0) {
        try {
          await this.#put(files[next++]!);
        } catch (error) {
          if (!(error instanceof PressError)) throw error;
          problems.push(...error.problems);
        }
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, files.length) }, run));
    if (problems.length > 0) throw new PressError(problems);
  }

  async #put(file: StoredFile): Promise<void> {
    if (await this.#putIf(file, { 'if-none-match': '*' })) return;
    for (let round = 0; round < 3; round++) {
      const there = await this.#look(file.name);
      if (there?.sha256 === file.sha256) return;
      const condition = there === undefined ? { 'if-none-match': '*' } : { 'if-match': there.tag };
      if (await this.#putIf(file, condition)) return;
    }
    throw new PressError([
      problem(
        'STORE_CHANGED',
        `${file.name} is written by somebody else, with another content, at the same time.`,
        {},
        'Two campaigns share a folder of the bucket, or two runs have different guides. Give each a prefix of its own.',
      ),
    ]);
  }

  /**
   * Puts a file there unless something has its name.
   * @returns whether it was put there
   */
  async putNew(file: StoredFile): Promise<boolean> {
    if (await this.#putIf(file, { 'if-none-match': '*' })) return true;
    return (await this.#look(file.name))?.sha256 === file.sha256;
  }

  async #putIf({ name, content, sha256 }: StoredFile, condition: Record<string, string>): Promise<boolean> {
    const { status, headers, body } = await this.#client.request({
      method: 'PUT',
      name,
      headers: {
        'content-type': types[name.slice(name.lastIndexOf('.') + 1)] ?? 'text/plain; charset=utf-8',
        'x-amz-content-sha256': sha256,
        'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
        [ownChecksum]: sha256,
        ...(this.#hasConditions ? condition : {}),
      },
      body: content,
      // 404: a condition on what is gone.
      expected: this.#hasConditions ? [412, 501, ...('if-match' in condition ? [404] : [])] : [],
    });
    if (status < 300 && !headers.has('etag') && body.length > 0) throw notStored(name);
    if (status !== 501) return status < 300;
    this.#hasConditions = false;
    return this.#putIf({ name, content, sha256 }, {});
  }

  async head(name: string): Promise<{ readonly bytes: number; readonly sha256?: string } | undefined> {
    const there = await this.#look(name);
    if (there === undefined) return undefined;
    const { bytes, sha256 } = there;
    return { bytes, ...(sha256 === undefined ? {} : { sha256 }) };
  }

  async #look(name: string): Promise<{ bytes: number; sha256: string | undefined; tag: string } | undefined> {
    const headers = { 'x-amz-checksum-mode': 'ENABLED' };
    const answer = await this.#client.request({ method: 'HEAD', name, headers, expected: [404] });
    if (answer.status === 404) return undefined;
    const checksum = answer.headers.get('x-amz-checksum-sha256');
    const sha256 =
      checksum === null
        ? (answer.headers.get(ownChecksum) ?? undefined)
        : Buffer.from(checksum, 'base64').toString('hex');
    const bytes = Number(answer.headers.get('content-length'));
    return { bytes, sha256, tag: answer.headers.get('etag') ?? '' };
  }

  async get(name: string): Promise<Uint8Array | undefined> {
    const { status, body } = await this.#client.request({ method: 'GET', name, expected: [404] });
    return status === 404 ? undefined : body;
  }

  /** @param most how many a page has, 1,000 at most */
  async *list(prefix: string, most = 1000): AsyncIterable<string> {
    const root = this.#prefix === '' ? '' : `${this.#prefix}/`;
    let token: string | undefined;
    do {
      const { body } = await this.#client.request({
        method: 'GET',
        query: {
          'list-type': '2',
          'encoding-type': 'url',
          'max-keys': String(most),
          prefix: root + prefix,
          ...(token === undefined ? {} : { 'continuation-token': token }),
        },
      });
      const page = parseListing(body);
      for (const key of page.keys) if (key.startsWith(root)) yield key.slice(root.length);
      token = page.next;
    } while (token !== undefined);
  }

  async close(): Promise<void> {}
}

/** Something on the way (a page to sign in at, a proxy) says yes to everything; a server of buckets says the tag of what was stored, and nothing else. */
function notStored(name: string): PressError {
  return new PressError([
    problem(
      'STORE_REFUSED',
      `${name} was sent, and the answer is none of a server of buckets: nobody knows whether it was stored.`,
      {},
      'Is there a proxy, or a network that one has to sign in to, between this machine and the endpoint?',
    ),
  ]);
}

/** Amazon S3 API Reference, ListObjectsV2: keys, and the token of the next page. */
function parseListing(body: Uint8Array): { keys: string[]; next: string | undefined } {
  try {
    const root = parseXml(new TextDecoder('utf-8', { fatal: true }).decode(body)).root;
    const children = (of: XmlElement | null, name: string) =>
      (of?.children ?? []).filter(
        (child): child is XmlElement => child instanceof XmlElement && child.name === name,
      );
    if (root?.name !== 'ListBucketResult') throw new Error();
    const isEncoded = children(root, 'EncodingType')[0]?.text === 'url';
    const keys = children(root, 'Contents').map((entry) => {
      const key = children(entry, 'Key')[0]?.text ?? '';
      return isEncoded ? decodeURIComponent(key.replaceAll('+', ' ')) : key;
    });
    const isCut = children(root, 'IsTruncated')[0]?.text.trim() === 'true';
    return { keys, next: isCut ? children(root, 'NextContinuationToken')[0]?.text : undefined };
  } catch {
    throw new PressError([
      problem(
        'STORE_REFUSED',
        'The answer to a listing of the bucket cannot be read.',
        {},
        'Is the endpoint a server that speaks the S3 protocol (ListObjectsV2)?',
      ),
    ]);
  }
}

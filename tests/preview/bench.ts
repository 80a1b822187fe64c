import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { shippedFolders } from '../../src/press/index.ts';
import { type Preview, type PreviewOptions, startPreview } from '../../src/preview/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** A preview of a copy of the shipped guide, with own templates over the shipped ones. */
export interface Bench extends Preview {
  readonly folder: string;
  readonly templates: string;
  readonly read: () => string;
  readonly write: (text: string) => void;
  /** Replaces a text of `guide.yaml`; fails where it is not there. */
  readonly change: (from: string, to: string) => void;
  readonly get: (path: string, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
  readonly post: (path: string, body: unknown, headers?: Readonly<Record<string, string>>) => Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
  readonly json: () => never;
}

export async function openBench(options: PreviewOptions = {}): Promise<Bench> {
  const home = mkdtempSync(join(tmpdir(), 'preview-'));
  const [folder, templates] = [join(home, 'guide'), join(home, 'templates')];
  cpSync(join(root, 'guides/heroin-detox'), folder, { recursive: true });
  cpSync(join(root, 'templates/starter/product'), join(templates, 'starter'), { recursive: true });
  const shipped = shippedFolders();
  const preview = await startPreview(
    folder,
    { ...shipped, templates: [templates, shipped.templates] },
    { pace: 60, ...options },
  );
  const file = join(folder, 'guide.yaml');
  const read = () => readFileSync(file, 'utf8');
  const { origin } = new URL(preview.address);
  return {
    ...preview,
    folder,
    templates,
    read,
    write: (text) => writeFileSync(file, text),
    change(from, to) {
      const text = read();
      if (!text.includes(from)) throw new Error(`There is no ${JSON.stringify(from)} in the guide.`);
      writeFileSync(
        file,
        text.replace(from, () => to),
      );
    },
    get: (path, headers = {}) => ask(preview.address, path, 'GET', undefined, headers),
    post: (path, body, headers = {}) =>
      ask(preview.address, path, 'POST', typeof body === 'string' ? body : JSON.stringify(body), {
        Origin: origin,
        'Content-Type': 'application/json',
        ...headers,
      }),
    async close() {
      await preview.close();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** As it is asked for, byte for byte: `fetch` takes `..` away, and sets some headers itself. */
function ask(
  address: string,
  path: string,
  method: string,
  body: string | undefined,
  headers: Readonly<Record<string, string>>,
): Promise<Answer> {
  const { hostname, port, pathname } = new URL(address);
  return new Promise((done, fail) => {
    const asked = request(
      { hostname, port, method, headers, path: path.startsWith('/') ? path : pathname + path },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          const whole = Buffer.concat(chunks);
          const { statusCode: status = 0, headers } = response;
          done({ status, headers, body: whole, json: () => JSON.parse(whole.toString('utf8')) as never });
        });
      },
    );
    asked.on('error', fail);
    asked.end(body);
  });
}

import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PressError, problem } from '../diagnostics/index.ts';
import { listFolder } from '../files/index.ts';
import type { Folders } from '../press/index.ts';
import { encodePng, openReader, type PageReader } from '../raster/index.ts';
import { type Asset, pageAssets, pdfjsAssets } from './assets.ts';
import { coloursOf, ownTemplates, writeColours } from './colours.ts';
import { formOf, submitForm } from './form.ts';
import { type Wanted, wantedOf } from './guard.ts';
import { History } from './history.ts';
import { bodyOf, openEvents, refuse, reply, replyJson, replyProblems } from './reply.ts';
import { Session } from './session.ts';
import { striped } from './stripes.ts';

export interface PreviewOptions {
  /** 0, or nothing: one that is free. */
  readonly port?: number;
  /** How pages are drawn; undefined: as well as what is installed can. */
  readonly drawing?: Drawing;
  /** Between looks for changes, milliseconds. */
  readonly pace?: number;
}

/** By PDFium here, by pdf.js in the page, or not: the browser shows the file itself. */
export type Drawing = 'server' | 'page' | 'none';

/** A preview that runs. */
export interface Preview {
  /** With the secret that lets in. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Between looks for changes, and between signs of life on an open line, milliseconds. */
const [usualPace, pulse] = [300, 20_000] as const;
/** Pages that are told of changes, at most. */
const mostLines = 20;
/** Pixels an inch of pictures. */
const [leastDpi, mostDpi] = [36, 220] as const;

/** Serves the page of a guide, to this machine only. @throws PressError USAGE where the port cannot be had; FILE_NOT_FOUND */
export async function startPreview(
  folder: string,
  folders: Folders,
  options: PreviewOptions = {},
): Promise<Preview> {
  // Before anything is served: a folder that is not there is told, and not looked for for ever.
  listFolder(folder);
  const reader =
    options.drawing === undefined || options.drawing === 'server' ? await readerIfAny() : undefined;
  const pdfjs = options.drawing === 'none' ? new Map<string, Asset>() : pdfjsAssets();
  const drawing = reader !== undefined ? 'server' : pdfjs.size > 0 ? 'page' : 'none';
  const site = new Site(new Session(folder, folders), drawing, reader, new Map([...pageAssets(), ...pdfjs]));
  const server = createServer((request, response) => void site.answer(request, response));
  await listening(server, options.port ?? 0);
  const { port } = server.address() as AddressInfo;
  site.port = port;
  const looking = setInterval(() => site.look(), options.pace ?? usualPace);
  const living = setInterval(() => site.tell(': \n\n'), pulse);
  return {
    address: `http://127.0.0.1:${port}/${site.secret}/`,
    async close() {
      clearInterval(looking);
      clearInterval(living);
      site.close();
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

async function readerIfAny(): Promise<PageReader | undefined> {
  try {
    return await openReader();
  } catch (error) {
    if (error instanceof PressError) return undefined;
    throw error;
  }
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const reason = error.code === 'EADDRINUSE' ? 'another program has it' : (error.code ?? error.message);
      reject(
        new PressError([
          problem(
            'USAGE',
            `The port ${port} cannot be had: ${reason}.`,
            {},
            'Name another, or none: one that is free is taken.',
          ),
        ]),
      );
    });
    server.listen(port, '127.0.0.1', resolve);
  });
}

/** What is answered, by path. */
class Site {
  /** 144 bits: nobody guesses them. */
  readonly secret = randomBytes(18).toString('base64url');
  port = 0;
  readonly #session: Session;
  readonly #history = new History();
  readonly #drawing: Drawing;
  readonly #reader: PageReader | undefined;
  readonly #assets: ReadonlyMap<string, Asset>;
  readonly #lines = new Set<ServerResponse>();

  constructor(
    session: Session,
    drawing: Drawing,
    reader: PageReader | undefined,
    assets: ReadonlyMap<string, Asset>,
  ) {
    this.#session = session;
    this.#drawing = drawing;
    this.#reader = reader;
    this.#assets = assets;
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const wanted = wantedOf(request, this.port, this.secret);
      if (typeof wanted === 'number') refuse(response, wanted);
      else if (request.method === 'POST') this.#post(wanted.path, await bodyOf(request), response);
      else this.#get(wanted, response);
    } catch (error) {
      if (response.headersSent) response.destroy();
      else replyProblems(response, error);
    }
  }

  #get({ path, query }: Wanted, response: ServerResponse): void {
    const asset = this.#assets.get(path === '' ? 'index.html' : path.replace(/^assets\//, ''));
    const [what, id = '', page = ''] = path.split('/');
    if (asset !== undefined) reply(response, asset.type, asset.read());
    else if (path === 'events') this.#listen(response);
    else if (path === 'choices') replyJson(response, this.#choices());
    else if (path === 'view') replyJson(response, this.#session.view(query));
    else if (path === 'form') replyJson(response, this.#form(query.get('theme') ?? ''));
    else if (what === 'pages') this.#picture(id, page, query, response);
    else if (what === 'file') this.#file(id, query.has('save'), response);
    else if (what === 'proof') this.#proof(id, response);
    else refuse(response, 404);
  }

  #post(path: string, body: unknown, response: ServerResponse): void {
    if (body === undefined) refuse(response, 400);
    else if (path === 'form') {
      submitForm(this.#session.folder, body, this.#history);
      replyJson(response, {});
    } else if (path === 'colours') {
      const id = this.#session.guide().guide?.data.id ?? 'own';
      replyJson(response, { theme: writeColours(id, body, this.#session.folders, this.#history) });
    } else if (path === 'undo') {
      this.#history.undo();
      replyJson(response, {});
    } else refuse(response, 404);
  }

  #choices() {
    const { guide } = this.#session.guide();
    const title = guide?.texts.get('title')?.text;
    return {
      ...this.#session.choices(),
      drawing: this.#drawing,
      guide: { title, language: guide?.data.locale },
    };
  }

  #form(theme: string) {
    const { folder, folders } = this.#session;
    const colours = ownTemplates(folders) === undefined ? undefined : coloursOf(theme, folders);
    return { ...formOf(folder, this.#history), colours };
  }

  #picture(id: string, page: string, query: URLSearchParams, response: ServerResponse): void {
    const { bytes, view } = this.#session.held(id) ?? {};
    const [index, asked] = [/^(\d{1,4})\.png$/.exec(page)?.[1], Number(query.get('dpi') ?? 96)];
    if (bytes === undefined || view === undefined || index === undefined || this.#reader === undefined) {
      refuse(response, 404);
      return;
    }
    const dpi = Math.min(mostDpi, Math.max(leastDpi, Number.isFinite(asked) ? Math.round(asked) : leastDpi));
    const [picture] = this.#reader.draw(bytes, dpi, [Number(index)]);
    if (picture === undefined) refuse(response, 404);
    else reply(response, 'image/png', encodePng(view.pagesAre === 'refused' ? striped(picture) : picture));
  }

  /** The file, finished or one that was; what is refused is given to nobody. */
  #file(id: string, isSaved: boolean, response: ServerResponse): void {
    const { bytes, view } = this.#session.held(id) ?? {};
    if (
      bytes === undefined ||
      view === undefined ||
      view.pagesAre === 'refused' ||
      (isSaved && !view.isProved)
    )
      refuse(response, 404);
    else
      reply(response, 'application/pdf', bytes, {
        'Content-Disposition': `${isSaved ? 'attachment' : 'inline'}; filename="${view.file?.name ?? 'earlier.pdf'}"`,
      });
  }

  #proof(id: string, response: ServerResponse): void {
    const { proof, view } = this.#session.held(id) ?? {};
    if (proof === undefined || view?.file === undefined) refuse(response, 404);
    else
      reply(response, 'application/json', `${JSON.stringify(proof, null, 2)}\n`, {
        'Content-Disposition': `attachment; filename="${view.file.name.replace(/\.pdf$/, '.proof.json')}"`,
      });
  }

  #listen(response: ServerResponse): void {
    if (this.#lines.size >= mostLines) {
      refuse(response, 404);
      return;
    }
    openEvents(response);
    this.#lines.add(response);
    response.on('close', () => this.#lines.delete(response));
  }

  look(): void {
    if (this.#session.look()) this.tell('event: changed\ndata: \n\n');
  }

  tell(line: string): void {
    for (const each of this.#lines) each.write(line);
  }

  close(): void {
    for (const line of this.#lines) line.end();
    this.#session.close();
  }
}

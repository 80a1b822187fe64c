import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseInline, plainText } from '../content/index.ts';
import { encodePng, type PageReader } from '../raster/index.ts';
import type { Asset } from './assets.ts';
import { coloursOf, ownTemplates, writeColours } from './colours.ts';
import { formOf, submitForm } from './form.ts';
import { type Wanted, wantedOf } from './guard.ts';
import { History } from './history.ts';
import { addLogo, largestLogo } from './logo.ts';
import { bodyOf, bytesOf, openEvents, refuse, reply, replyJson, replyProblems } from './reply.ts';
import type { Session } from './session.ts';
import { striped } from './stripes.ts';

/** By PDFium here, by pdf.js in the page, or not: the browser shows the file itself. */
export type Drawing = 'server' | 'page' | 'none';

/** What is told where files changed. */
const changed = 'event: changed\ndata: \n\n';
/** Pages that are told of changes, at most. */
const mostLines = 20;
/** Pixels an inch of pictures. */
const [leastDpi, mostDpi] = [36, 220] as const;

/** What is answered, by path. */
export class Site {
  /** 144 bits: nobody guesses them. */
  readonly secret = randomBytes(18).toString('base64url');
  port = 0;
  readonly #session: Session;
  readonly #history = new History();
  readonly #drawing: Drawing;
  readonly #reader: PageReader | undefined;
  readonly #assets: ReadonlyMap<string, Asset>;
  readonly #lines = new Set<ServerResponse>();
  /** What the page may have written, by path: what each answers. */
  readonly #writing: ReadonlyMap<string, (body: unknown) => object>;

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
    const { folder, folders } = session;
    const history = this.#history;
    this.#writing = new Map<string, (body: unknown) => object>([
      ['form', (body) => submitForm(folder, body, history)],
      ['colours', (body) => writeColours(session.guide().guide?.data.id ?? 'own', body, folders, history)],
      ['undo', () => history.undo()],
    ]);
  }

  async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const wanted = wantedOf(request, this.port, this.secret);
      if (typeof wanted === 'number') refuse(response, wanted);
      else if (request.method !== 'POST') this.#get(wanted, response);
      else if (wanted.path === 'logo')
        this.#logo(wanted.query, await bytesOf(request, largestLogo), response);
      else this.#post(wanted.path, await bodyOf(request), response);
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
    const answer = this.#writing.get(path);
    if (body === undefined || answer === undefined) {
      refuse(response, body === undefined ? 400 : 404);
      return;
    }
    this.#wrote(answer(body), response);
  }

  #logo(query: URLSearchParams, bytes: Uint8Array | undefined, response: ServerResponse): void {
    if (bytes === undefined) refuse(response, 400);
    else this.#wrote(addLogo(this.#session.folder, query.get('name') ?? '', bytes), response);
  }

  #wrote(answer: object, response: ServerResponse): void {
    this.#session.wrote();
    replyJson(response, answer);
    this.tell(changed);
  }

  #choices() {
    const { guide } = this.#session.guide();
    const text = guide?.texts.get('title')?.text;
    const title = guide === undefined || text === undefined ? undefined : plainText(parseInline(text), guide);
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

  /** The finished file. What is refused is given to nobody; an earlier one only to what draws it in the page. */
  #file(id: string, isSaved: boolean, response: ServerResponse): void {
    const { bytes, view } = this.#session.held(id) ?? {};
    const isDrawn = view?.pagesAre === 'earlier' && this.#drawing === 'page' && !isSaved;
    if (bytes === undefined || view === undefined || !(view.isProved || isDrawn)) refuse(response, 404);
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
    if (this.#session.look()) this.tell(changed);
  }

  tell(line: string): void {
    for (const each of this.#lines) each.write(line);
  }

  close(): void {
    for (const line of this.#lines) line.end();
    this.#session.close();
  }
}

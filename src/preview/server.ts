import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PressError, problem } from '../diagnostics/index.ts';
import { listFolder } from '../files/index.ts';
import type { Folders } from '../press/index.ts';
import { openReader, type PageReader } from '../raster/index.ts';
import { type Asset, pageAssets, pdfjsAssets } from './assets.ts';
import { Session } from './session.ts';
import { type Drawing, Site } from './site.ts';

export interface PreviewOptions {
  /** 0, or nothing: one that is free. */
  readonly port?: number;
  /** How pages are drawn; undefined: as well as what is installed can. */
  readonly drawing?: Drawing;
  /** Between looks for changes, milliseconds. */
  readonly pace?: number;
}

/** A preview that runs. */
export interface Preview {
  /** With the secret that lets in. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** Between looks for changes, and between signs of life on an open line, milliseconds. */
const [usualPace, pulse] = [300, 20_000] as const;

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

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A part of a page of a file, pt from its top left. */
export interface Spot {
  readonly file: string;
  /** From 0. */
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where links of a file that open an address lie, as pdf.js has them. */
export async function linksTo(file: string, uri: string): Promise<Spot[]> {
  const task = getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 });
  const document = await task.promise;
  const spots: Spot[] = [];
  for (let page = 0; page < document.numPages; page++) {
    const opened = await document.getPage(page + 1);
    const height = opened.view[3]!;
    for (const { unsafeUrl, rect } of (await opened.getAnnotations()) as {
      readonly unsafeUrl?: string;
      readonly rect: readonly [number, number, number, number];
    }[]) {
      const [left, bottom, right, top] = rect;
      if (unsafeUrl === uri)
        spots.push({ file, page, x: left, y: height - top, width: right - left, height: top - bottom });
    }
  }
  await task.destroy();
  return spots;
}

/** A picture in shades of grey. */
interface Gray {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** The pictures of all pages of a file, as Poppler paints them. */
function pagesOf(file: string, dpi: number): Gray[] {
  const bytes = execFileSync('pdftoppm', ['-r', String(dpi), '-gray', file], { maxBuffer: 1 << 28 });
  const pages: Gray[] = [];
  for (let at = 0; at < bytes.length; ) {
    const header = /^P5\s(\d+)\s(\d+)\s255\s/.exec(bytes.toString('latin1', at, at + 40))!;
    const [width, height] = [Number(header[1]), Number(header[2])];
    const from = at + header[0].length;
    at = from + width * height;
    pages.push({ width, height, pixels: bytes.subarray(from, at) });
  }
  return pages;
}

/** A spot of a picture, as Netpbm has it (PGM). */
function cutOut({ width, height, pixels }: Gray, spot: Spot, dpi: number): Buffer {
  const px = (pt: number, most: number) => Math.min(most, Math.max(0, Math.round((pt * dpi) / 72)));
  const [left, right] = [px(spot.x, width), px(spot.x + spot.width, width)];
  const [top, bottom] = [px(spot.y, height), px(spot.y + spot.height, height)];
  const rows = Array.from({ length: bottom - top }, (_, row) =>
    pixels.subarray((top + row) * width + left, (top + row) * width + right),
  );
  return Buffer.concat([Buffer.from(`P5 ${right - left} ${bottom - top} 255\n`), ...rows]);
}

/** What tesseract reads in spots, as one block of text or as scattered pieces; hyphens with what is beside them are one. */
export function readSpots(spots: readonly Spot[], layout: 'block' | 'scattered', dpi: number): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'ocr-'));
  const pages = new Map<string, Gray[]>();
  const names = spots.map((spot, i) => {
    if (!pages.has(spot.file)) {
      // Of one file at a time: those of all are too many.
      pages.clear();
      pages.set(spot.file, pagesOf(spot.file, dpi));
    }
    const name = join(folder, `${i}.pgm`);
    writeFileSync(name, cutOut(pages.get(spot.file)![spot.page]!, spot, dpi));
    return name;
  });
  const list = join(folder, 'list.txt');
  writeFileSync(list, names.join('\n'));
  const mode = layout === 'block' ? '6' : '11';
  const { stdout } = spawnSync('tesseract', [list, 'stdout', '--psm', mode, '-l', 'eng'], {
    encoding: 'utf8',
    maxBuffer: 1 << 26,
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  rmSync(folder, { recursive: true });
  const texts = stdout.split('\f').map((text) => text.replace(/[\s—–-]+/g, '-'));
  return spots.map((_, i) => texts[i] ?? '');
}

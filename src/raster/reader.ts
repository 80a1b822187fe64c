import { PressError, problem } from '../diagnostics/index.ts';
import type { Picture } from './png.ts';

/** Draws pages of finished files, as another program shows them. */
export interface PageReader {
  /**
   * The pages of a file, one after the other, in its order.
   * @param dpi pixels an inch
   * @param only indices from 0 of the pages that are wanted; undefined: all
   * @throws PressError PDF_UNREADABLE for what is no file that the reader opens; USAGE for a page of too many pixels
   */
  draw(bytes: Uint8Array, dpi: number, only?: readonly number[]): Generator<Picture>;
}

/** Pixels of the largest page: A2 at 300 dpi has 35 million. A page takes four bytes of each. */
const mostPixels = 64_000_000;

/** Of PDFium: BGRx bitmaps, written as RGBx. */
const [fourBytes, reversed, white] = [3, 0x10, 0xffffffff];

/**
 * The reader that draws, PDFium in WebAssembly: an optional peer, loaded when it is asked for.
 * @throws PressError READER_MISSING
 */
export async function openReader(): Promise<PageReader> {
  const pdfium = await load();
  pdfium._FPDF_InitLibraryWithConfig({ version: 2 });
  return { draw: (bytes, dpi, only) => draw(pdfium, bytes, dpi, only) };
}

type Pdfium = Awaited<ReturnType<typeof load>>;

async function load() {
  try {
    const { PDFiumModule } = await import('@hyzyla/pdfium');
    return await PDFiumModule({});
  } catch {
    throw new PressError([
      problem(
        'READER_MISSING',
        'Pages are drawn by a reader that is not installed, or not whole: @hyzyla/pdfium.',
        {},
        'npm install @hyzyla/pdfium',
      ),
    ]);
  }
}

/** Pixels of a length in pt. */
function pixelsAt(points: number, dpi: number): number {
  return Math.max(1, Math.round((points * dpi) / 72));
}

function* draw(
  pdfium: Pdfium,
  bytes: Uint8Array,
  dpi: number,
  only: readonly number[] | undefined,
): Generator<Picture> {
  const at = pdfium.wasmExports.malloc(bytes.length);
  pdfium.HEAPU8.set(bytes, at);
  const document = pdfium._FPDF_LoadMemDocument(at, bytes.length, 0);
  try {
    if (document === 0)
      throw new PressError([problem('PDF_UNREADABLE', 'The reader that draws pages cannot open the file.')]);
    const count = pdfium._FPDF_GetPageCount(document);
    for (let index = 0; index < count; index++)
      if (only === undefined || only.includes(index)) yield drawPage(pdfium, document, index, dpi);
  } finally {
    if (document !== 0) pdfium._FPDF_CloseDocument(document);
    pdfium.wasmExports.free(at);
  }
}

function drawPage(pdfium: Pdfium, document: number, index: number, dpi: number): Picture {
  const page = pdfium._FPDF_LoadPage(document, index);
  try {
    const width = pixelsAt(pdfium._FPDF_GetPageWidth(page), dpi);
    const height = pixelsAt(pdfium._FPDF_GetPageHeight(page), dpi);
    const at = width * height > mostPixels ? 0 : pdfium.wasmExports.malloc(width * height * 4);
    if (at === 0) throw tooLarge(width, height, dpi);
    try {
      const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, fourBytes, at, width * 4);
      pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, white);
      pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, reversed);
      const pixels = pdfium.HEAPU8.slice(at, at + width * height * 4);
      pdfium._FPDFBitmap_Destroy(bitmap);
      return { width, height, pixels, dpi };
    } finally {
      pdfium.wasmExports.free(at);
    }
  } finally {
    pdfium._FPDF_ClosePage(page);
  }
}

function tooLarge(width: number, height: number, dpi: number): PressError {
  const possible = Math.floor(dpi * Math.sqrt(mostPixels / (width * height)));
  return new PressError([
    problem(
      'USAGE',
      `A picture of ${width} × ${height} pixels is larger than can be drawn.`,
      {},
      `Ask for fewer: --dpi ${Math.min(possible, dpi - 1)}.`,
    ),
  ]);
}

import type { Imposed } from '../imposition/index.ts';
import { FontSet } from './font.ts';
import { writeLinks } from './link.ts';
import { infoDictionary, xmpDescriptions } from './metadata.ts';
import { writeOutline } from './outline.ts';
import { writeOutputIntent } from './output-intent.ts';
import { type PaintContext, paintSheet } from './page.ts';
import { type PdfDictionary, PdfFile, pdfText } from './pdfkit.ts';
import { ImageSet } from './picture.ts';
import { buildStructure } from './structure.ts';
import { writeStructureTree } from './structure-tree.ts';
import type { PdfInput } from './types.ts';

/**
 * Writes one file that is both PDF/UA-1 and PDF/A-2a. The same input gives the same bytes.
 * Throws a `PressError` when an internal link leads nowhere or a font cannot be embedded.
 */
export function writePdf({ document, imposed, metadata }: PdfInput): Uint8Array {
  const file = new PdfFile({
    info: infoDictionary(metadata),
    xmp: xmpDescriptions(metadata),
    viewerPreferences: viewerPreferences(imposed),
  });
  const context: PaintContext = {
    file,
    structure: buildStructure(document),
    fonts: new FontSet(),
    images: new ImageSet(file),
    painted: new Set(),
    links: [],
    places: new Map(),
  };
  const fontNames = file.reserve();
  const sheets = imposed.sheets.map((sheet) => paintSheet(context, sheet));
  const images = context.images.resources();
  sheets.forEach(({ page }, key) => {
    page.set({ StructParents: key });
    page.resources({ Font: fontNames, XObject: images });
  });
  context.fonts.write(file, fontNames);
  const { structure, links, places } = context;
  const annotations = writeLinks(file, document, structure, links, places, sheets.length);
  const outline = writeOutline(file, document, places);
  writeStructureTree(file, structure.root, metadata.language, {
    pages: sheets.map(({ parents }) => parents),
    annotations,
  });
  file.catalog({
    Lang: pdfText(metadata.language),
    OutputIntents: [writeOutputIntent(file)],
    ...(outline === undefined ? {} : { Outlines: outline, PageMode: 'UseOutlines' }),
  });
  return file.end();
}

/** A file for an office printer asks for its own size and for the side that the sheets are bound on. */
function viewerPreferences({ purpose, duplex }: Imposed): PdfDictionary {
  if (purpose !== 'office') return {};
  return { PrintScaling: 'None', ...(duplex === undefined ? {} : { Duplex: duplex }) };
}

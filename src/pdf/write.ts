import type { Imposed } from '../imposition/index.ts';
import { type PdfContent, PdfFile, type WrittenFile } from './file.ts';
import { FontSet } from './font.ts';
import { writeLinks } from './link.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { writeOutline } from './outline.ts';
import { writeOutputIntent } from './output-intent.ts';
import { type PdfJob, placesOn, writePage, writeSheet } from './page.ts';
import { type PdfDictionary, type PdfReference, pdfText } from './pdfkit.ts';
import { ImageSet } from './picture.ts';
import { piecesOf } from './pieces.ts';
import { placeRepeated } from './repeated.ts';
import { buildStructure } from './structure.ts';
import { writeStructureTree } from './structure-tree.ts';
import { TargetSet } from './target.ts';
import { inOrder } from './text-string.ts';
import type { Metadata, PdfInput } from './types.ts';
import type { WrittenFiles } from './written-files.ts';

/**
 * Writes one file that is both PDF/UA-1 and PDF/A-2a. The same input gives the same bytes, whatever `written` holds: what
 * a file shares with one of the same plate that was written before is taken from there.
 * Throws a `PressError` when an internal link leads nowhere or a font cannot be embedded.
 */
export function writePdf(input: PdfInput, written?: WrittenFiles): Uint8Array {
  const job = { ...input, pieces: piecesOf(input.imposed.sheets) };
  const again = written?.again(job);
  if (again !== undefined) return again;
  const file = writeFile(job);
  written?.keep(job, file);
  return file.bytes;
}

function writeFile(job: PdfJob): WrittenFile<PdfJob> {
  const { document, imposed, numbers = [] } = job;
  const metadata = orderedMetadata(job);
  const file = new PdfFile<PdfJob>();
  const [pages, info, catalog, marking, viewing, fontNames] = [
    file.reserve(),
    file.reserve(),
    file.reserve(),
    file.reserve(),
    file.reserve(),
    file.reserve(),
  ];
  const structure = buildStructure(document);
  const lists = new Set(imposed.sheets.flatMap(({ placements }) => placements.map(({ page }) => page)));
  const repeated = placeRepeated(structure, [...lists]);
  const painting = { structure, repeated, fonts: new FontSet(), images: new ImageSet(file) };
  let resources: PdfReference | undefined;
  const sheets = imposed.sheets.map((_, at) => {
    const contents = file.reserve();
    resources ??= file.reserve();
    return writeSheet(file, painting, job, at, { contents, page: file.reserve() });
  });
  if (resources === undefined) throw new Error('a file has no sheet');
  const shared = resources;
  file.fill(shared, { Font: fontNames, XObject: painting.images.resources() });
  painting.fonts.write(file, fontNames);
  const { links, places } = placesOn(
    imposed.sheets,
    sheets.map(({ page }) => page),
  );
  const link = { document, structure, repeated };
  const targets = new TargetSet(file, structure, places);
  const { parents, onPage } = writeLinks(file, link, links, targets, sheets.length, numbers);
  sheets.forEach((sheet, key) => {
    const annotations = onPage.get(sheet.page) ?? [];
    writePage(file, sheet, imposed.sheets[key]!, { parent: pages, resources: shared, key, annotations });
  });
  file.fill(pages, { Type: 'Pages', Count: sheets.length, Kids: sheets.map(({ page }) => page) });
  const outline = writeOutline(file, document, targets, numbers);
  const root = writeStructureTree(
    file,
    structure.root,
    { lang: metadata.language, wording: document.wording, numbers },
    { pages: sheets.map((sheet) => sheet.parents), annotations: parents },
    targets.references,
  );
  const written = JSON.stringify(metadata);
  const again = (make: (metadata: Metadata) => PdfContent) => (now: PdfJob) =>
    JSON.stringify(orderedMetadata(now)) === written ? 'same' : make(orderedMetadata(now));
  const information = (metadata: Metadata) => ({ dictionary: infoDictionary(metadata) });
  file.varying(information(metadata), again(information), info);
  file.fill(marking, { Marked: true });
  file.fill(viewing, viewerPreferences(imposed));
  file.fill(catalog, {
    Type: 'Catalog',
    Pages: pages,
    Metadata: file.varying(metadataStream(metadata), again(metadataStream)),
    Lang: pdfText(metadata.language),
    MarkInfo: marking,
    StructTreeRoot: root,
    OutputIntents: [writeOutputIntent(file)],
    ViewerPreferences: viewing,
    // Sheets are numbered as the bands of a handout number them: 1, 2, 3 (12.4.2).
    PageLabels: { Nums: [0, { S: 'D' }] },
    ...(outline === undefined ? {} : { Outlines: outline, PageMode: 'UseOutlines' }),
  });
  return file.end(catalog, info);
}

/** The title is shown beside the pages too. */
function orderedMetadata({ metadata, numbers = [] }: PdfJob): Metadata {
  return { ...metadata, title: inOrder(metadata.title, numbers) };
}

function metadataStream(metadata: Metadata): PdfContent {
  return { dictionary: { Type: 'Metadata', Subtype: 'XML' }, bytes: xmpPacket(metadata) };
}

/** A file for an office printer asks for its own size and for the side that the sheets are bound on. */
function viewerPreferences({ purpose, duplex }: Imposed): PdfDictionary {
  // No `Direction`: PDFium reads the words of an English line from right to left where a file says R2L.
  const title = { DisplayDocTitle: true };
  if (purpose !== 'office') return title;
  return { ...title, PrintScaling: 'None', ...(duplex === undefined ? {} : { Duplex: duplex }) };
}

import type { HtmlDocument } from '../document/index.ts';
import type { Imposed } from '../imposition/index.ts';
import { type PdfContent, PdfFile, type WrittenFile } from './file.ts';
import { FontSet } from './font.ts';
import { type DeflatedPieces, deflatePiece } from './joined-pieces.ts';
import { type WrittenLinks, writeLinks } from './link.ts';
import { infoDictionary, xmpPacket } from './metadata.ts';
import { type OutlinedPiece, writeBundleOutline, writeOutline } from './outline.ts';
import { writeOutputIntent } from './output-intent.ts';
import { type Layer, type PdfJob, placesOn, type WrittenSheet, writePage, writeSheet } from './page.ts';
import { type PdfDictionary, type PdfReference, type PdfValue, pdfText } from './pdfkit.ts';
import { ImageSet } from './picture.ts';
import { piecesOf } from './pieces.ts';
import { placeRepeated } from './repeated.ts';
import { buildStructure, type Structure } from './structure.ts';
import { writeStructureTree } from './structure-tree.ts';
import { TargetSet } from './target.ts';
import { inOrder, ShownNumbers } from './text-string.ts';
import type { Metadata, PdfBundle, PdfInput } from './types.ts';
import type { WrittenFiles } from './written-files.ts';

/**
 * Writes one file that is both PDF/UA-1 and PDF/A-2a. The same input gives the same bytes, whatever `written` holds: what
 * a file shares with one of the same plate that was written before is taken from there.
 * Throws a `PressError` when an internal link leads nowhere or a font cannot be embedded.
 */
export function writePdf(input: PdfInput, written?: WrittenFiles): Uint8Array<ArrayBuffer> {
  const job = jobOf(input, written?.orders());
  const again = written?.again(job);
  if (again !== undefined) return again;
  const file = writeFile([job], { deflated: written?.deflated });
  written?.keep(job, file);
  return file.bytes;
}

/**
 * Writes several pieces as one file: one structure tree with a Part for each, faces and pictures once, a bookmark a piece
 * over its own ones, pages labelled piece by piece; or, where they share their sheets, each sheet once, with what each of
 * them has there. Nothing of it is the bytes of another file.
 */
export function writeBundle({ metadata, pieces, isShared = false }: PdfBundle): Uint8Array<ArrayBuffer> {
  const jobs = pieces.map(({ label, ...input }) => ({
    ...jobOf({ ...input, metadata }),
    label,
  }));
  return writeFile(jobs, { isShared }).bytes;
}

function jobOf(input: PdfInput, orders?: Map<string, boolean>): PdfJob {
  return {
    ...input,
    pieces: piecesOf(input.imposed.sheets),
    shown: new ShownNumbers(input.numbers ?? [], orders),
  };
}

/** What is written: a file's one job, or those of a bundle, which have labels. */
type LabelledJob = PdfJob & { readonly label?: string };

interface Writing {
  readonly deflated?: DeflatedPieces | undefined;
  readonly isShared?: boolean;
}

function writeFile(
  jobs: readonly LabelledJob[],
  { deflated, isShared = false }: Writing,
): WrittenFile<PdfJob> {
  const job = jobs[0]!;
  const isBundle = job.label !== undefined;
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
  const deflate = (bytes: Uint8Array) => deflated?.of(bytes) ?? deflatePiece(bytes);
  const shared = { fonts: new FontSet(), images: new ImageSet(file), deflate };
  let resources: PdfReference | undefined;
  const layers = jobs.map((part): Layer => {
    const structure = buildStructure(part.document, isBundle ? 'Part' : 'Document');
    const lists = new Set(
      part.imposed.sheets.flatMap(({ placements }) => placements.map(({ page }) => page)),
    );
    const painting = { structure, repeated: placeRepeated(structure, [...lists]), ...shared };
    return { job: part, painting };
  });
  const groups = (isShared ? [layers] : layers.map((layer) => [layer])).map((group) => {
    const written = group[0]!.job.imposed.sheets.map((_, at) => {
      const contents = file.reserve();
      resources ??= file.reserve();
      return writeSheet(file, group, at, { contents, page: file.reserve() });
    });
    const parts = group.map(({ job, painting }) => ({
      ...(job as LabelledJob),
      numbers: job.shown,
      structure: painting.structure,
      painting,
      written,
    }));
    return { parts, written };
  });
  const sheets = groups.flatMap(({ written }) => written);
  if (resources === undefined) throw new Error('a file has no sheet');
  const common = resources;
  file.fill(common, { Font: fontNames, XObject: shared.images.resources() });
  shared.fonts.write(file, fontNames);
  const parents: WrittenLinks['parents'][number][] = [];
  let key = 0;
  const linked = groups.flatMap(({ parts, written }) => {
    const annotated = parts.map((part) => {
      const { document, structure, painting, imposed, numbers } = part;
      const { links, places } = placesOn(
        imposed.sheets,
        written.map(({ page }) => page),
      );
      const link = { document, structure, repeated: painting.repeated };
      const targets = new TargetSet(file, structure, places);
      const { parents: own, onPage } = writeLinks(
        file,
        link,
        links,
        targets,
        sheets.length + parents.length,
        numbers,
      );
      parents.push(...own);
      return { ...part, targets, onPage };
    });
    written.forEach((sheet, i) => {
      const annotations = annotated.flatMap(({ onPage }) => onPage.get(sheet.page) ?? []);
      const entries = { parent: pages, resources: common, key: key++, annotations };
      writePage(file, sheet, parts[0]!.imposed.sheets[i]!, entries);
    });
    return annotated;
  });
  file.fill(pages, { Type: 'Pages', Count: sheets.length, Kids: sheets.map(({ page }) => page) });
  const outline = isBundle
    ? writeBundleOutline(file, linked.map(outlined))
    : writeOutline(file, job.document, linked[0]!.targets, job.shown);
  const root = writeStructureTree(
    file,
    linked.map(({ structure, targets, document: { wording }, numbers }) => ({
      root: structure.root,
      targets: targets.references,
      wording,
      numbers,
    })),
    metadata.language,
    { pages: sheets.map((sheet) => sheet.parents), annotations: parents },
  );
  const written = JSON.stringify(metadata);
  const again = (make: (metadata: Metadata) => PdfContent) => (now: PdfJob) =>
    JSON.stringify(orderedMetadata(now)) === written ? 'same' : make(orderedMetadata(now));
  const information = (metadata: Metadata) => ({ dictionary: infoDictionary(metadata) });
  file.varying(information(metadata), again(information), info);
  file.fill(marking, { Marked: true });
  file.fill(viewing, viewerPreferences(job.imposed));
  file.fill(catalog, {
    Type: 'Catalog',
    Pages: pages,
    Metadata: file.varying(metadataStream(metadata), again(metadataStream)),
    Lang: pdfText(metadata.language),
    MarkInfo: marking,
    StructTreeRoot: root,
    OutputIntents: [writeOutputIntent(file)],
    ViewerPreferences: viewing,
    PageLabels:
      isBundle && !isShared
        ? pieceLabels(groups.map(({ written }) => written.length))
        : pageLabels(job.pageNames ?? []),
    ...(outline === undefined ? {} : { Outlines: outline, PageMode: 'UseOutlines' }),
  });
  return file.end(catalog, info);
}

/**
 * What viewers call the sheets (ISO 32000-1 12.4.2): by the names that they have; the others are numbered by themselves, 1,
 * 2, 3, as the bands of a handout number them. A range goes on until the next.
 */
function pageLabels(names: readonly (string | undefined)[]): PdfDictionary {
  const first = names.indexOf(undefined);
  const ranges = names.flatMap((name, at): PdfValue[] => {
    if (name !== undefined) return [at, { P: pdfText(name) }];
    if (at === 0 || names[at - 1] === undefined) return [];
    const before = names.slice(0, at).filter((each) => each === undefined).length;
    return [at, { S: 'D', St: at === first ? undefined : before + 1 }];
  });
  return { Nums: names[0] === undefined ? [0, { S: 'D' }, ...ranges] : ranges };
}

/** Labels of each piece by themselves, with the number of the piece before: 1-1, 1-2, 2-1. */
function pieceLabels(counts: readonly number[]): PdfDictionary {
  let first = 0;
  return {
    Nums: counts.flatMap((count, i) => {
      const range = [first, { S: 'D', P: pdfText(`${i + 1}-`) }];
      first += count;
      return range;
    }),
  };
}

function outlined(piece: {
  readonly label?: string;
  readonly document: HtmlDocument;
  readonly structure: Structure;
  readonly targets: TargetSet;
  readonly numbers: ShownNumbers;
  readonly written: readonly WrittenSheet[];
  readonly imposed: Imposed;
}): OutlinedPiece {
  const { label = '', document, structure, targets, numbers, written, imposed } = piece;
  const destination = { page: written[0]!.page, x: 0, y: imposed.sheets[0]!.height };
  return { label, destination, document, root: structure.root, targets, numbers };
}

/** The title is shown beside the pages too. */
function orderedMetadata({ metadata, shown }: PdfJob): Metadata {
  return { ...metadata, title: inOrder(metadata.title, shown) };
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

import { createHash } from 'node:crypto';
import { PdfFile } from '../file/file.ts';
import { FoundOfDocument, type FoundOfTree } from '../file/found.ts';
import {
  type Dictionary,
  Foreign,
  type PdfObject,
  type PdfStream,
  type Reference,
  textOf,
} from '../file/object.ts';
import { outlineFaults } from '../file/outline.ts';
import { kindsOf } from '../file/walk.ts';
import type { Kept } from '../kept.ts';
import { type ReadFont, readFont } from './font.ts';
import { type Bounds, contains, grown } from './matrix.ts';
import type { PageContent } from './page-content.ts';
import { readContents, type Shared, textsOf } from './read-contents.ts';
import { type Element, readTree, strayBookmarks } from './structure.ts';
import { Columns } from './text-object.ts';

/** An annotation with a target; coordinates as of glyphs. */
export interface Annotation {
  readonly number: number;
  readonly subtype: string;
  readonly uri: string | undefined;
  readonly contents: string | undefined;
  /** Where it leads: its address, or the page and the place on it, and the element that begins there. */
  readonly target: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** What is active of it: of a link over several lines each line. */
  readonly lines: readonly Bounds[];
  /** The page that it leads to; undefined: an address. */
  readonly page: number | undefined;
  /** The number of the element that begins there. */
  readonly element: number | undefined;
  readonly structParent: number | undefined;
}

export interface Page {
  /** pt; of a page that is drawn smaller, those that are meant. */
  readonly width: number;
  readonly height: number;
  readonly content: PageContent;
  readonly annotations: readonly Annotation[];
  readonly structParents: number | undefined;
  /** Text of each marked content. */
  readonly texts: Pick<ReadonlyMap<number, string>, 'get'>;
}

/** A file as the checks see it. */
export interface Document {
  readonly file: PdfFile;
  /** What was read of files before; undefined: nothing is kept. */
  readonly kept: Kept | undefined;
  readonly catalog: Dictionary;
  readonly pages: readonly Page[];
  /** Places of pages by the numbers of their objects. */
  readonly places: ReadonlyMap<number, number>;
  /** Places of the first page of each piece of a bundle; undefined: a file of one piece, or of pieces that share their pages. */
  readonly starts: readonly number[] | undefined;
  readonly language: string | undefined;
  /** The XMP packet, and the stream that holds it. */
  readonly xmp: string;
  readonly metadata: PdfStream | undefined;
  readonly root: Element;
  /** All elements in reading order. */
  readonly elements: readonly Element[];
  /** Titles of the bookmarks. */
  readonly bookmarks: readonly string[];
  /** The bookmarks whole. */
  readonly outline: readonly Dictionary[];
  /** What viewers and printers are told. */
  readonly preferences: Dictionary;
  /** Owners in the parent tree: by page (array) and by annotation key. */
  readonly parents: ReadonlyMap<number, number | readonly number[]>;
  readonly faults: readonly string[];
  readonly found: FoundOfDocument;
  /** Of its structure tree; files that have the same share it. */
  readonly foundOfTree: FoundOfTree;
}

const mostPages = 5000;
/** The trim box is written with three decimals, the media box with more, pt. */
const rounding = 0.001;
/** A side of a page, pt: the largest that a PDF viewer takes (ISO 32000-1 annex C). */
const longestSide = 14_400;
/** The sRGB profile of the press, which says what the colours of a file are. */
const profileHash = '384b832de3412066743b52a75ee906b6fb9fb8d9e09e936fc2c43223815c6e0a';

/** @throws Unreadable, Foreign */
export function readDocument(bytes: Uint8Array, kept?: Kept): Document {
  const file = new PdfFile(bytes, kept?.objects, kept?.runs);
  const kinds = kindsOf(file, kept?.leads);
  const catalog = file.dictionary(file.trailer.get('Root'))!;
  const tree = file.dictionary(catalog.get('Pages'))!;
  const leaves = (tree.get('Kids') as Reference[]).map(({ number }) => number);
  const numbers = new Map(leaves.map((number, i) => [number, i]));
  if (leaves.length > mostPages || numbers.size !== leaves.length || tree.get('Count') !== leaves.length)
    throw new Foreign('its pages are not as this press writes them');
  checkProfile(file, catalog, kept);
  const columns = new Columns();
  const fonts = new Map<Dictionary, ReadFont>();
  const font = (dictionary: Dictionary): ReadFont => {
    let found = fonts.get(dictionary);
    if (found === undefined) {
      found = readFont(file, dictionary, kept?.fonts);
      fonts.set(dictionary, found);
    }
    return found;
  };
  // Fonts that show nothing are read too: every byte of a file is.
  for (const number of kinds.ofKind('font')) font(file.objects[number] as Dictionary);
  const pages = leaves.map((number) => readPage(file, number, { columns, font, kept, numbers }));
  const faults = pages.flatMap(({ content }, i) => content.faults.map((fault) => `page ${i + 1}: ${fault}`));
  const language = textOf(catalog.get('Lang'));
  const metadata = file.stream(catalog.get('Metadata'));
  const outline = kinds.ofKind('bookmark').map((number) => file.objects[number] as Dictionary);
  const structure = readTree(file, catalog, numbers, language ?? '', kept?.trees);
  return {
    file,
    kept,
    catalog,
    pages,
    places: numbers,
    starts: startsOf(file, catalog, leaves.length),
    language,
    metadata,
    xmp: metadata === undefined ? '' : Buffer.from(file.data(metadata)).toString('utf8'),
    root: structure.root,
    elements: structure.elements,
    bookmarks: outline.map((bookmark) => textOf(bookmark.get('Title'))!),
    outline,
    preferences: file.dictionary(catalog.get('ViewerPreferences')) ?? new Map(),
    parents: readParents(file, catalog),
    faults: [
      ...faults,
      ...structure.faults,
      ...outlineFaults(file, catalog, kinds.ofKind('bookmark')),
      ...strayBookmarks(outline, structure, numbers),
    ],
    found: new FoundOfDocument(),
    foundOfTree: structure.found,
  };
}

/**
 * Where the pieces of a bundle begin, by the labels of its pages (12.4.2): `1-1`, `1-2`, `2-1`. Pages of any other file have
 * names, or are numbered from 1, those with names left out; so are those that pieces share. @throws Foreign
 */
function startsOf(file: PdfFile, catalog: Dictionary, count: number): readonly number[] | undefined {
  const nums = file.array(file.dictionary(catalog.get('PageLabels'))?.get('Nums'));
  if (nums === undefined) return undefined;
  const ranges = nums.flatMap((first, i) =>
    i % 2 === 0 ? [{ first: first as number, label: nums[i + 1] as Dictionary }] : [],
  );
  const starts = ranges.map(({ first }) => first);
  const isRising = starts.every((start, i) => start >= 0 && start < (starts[i + 1] ?? count));
  const isOwn = ({ label }: { readonly label: Dictionary }) => label.has('P') !== label.has('S');
  const isOfPiece = ({ label }: { readonly label: Dictionary }, i: number) =>
    label.has('S') && !label.has('St') && textOf(label.get('P')) === `${i + 1}-`;
  if (starts[0] !== 0 || !isRising || !(ranges.every(isOwn) || ranges.every(isOfPiece)))
    throw new Foreign('its pages have other labels than this press writes');
  return ranges.every(isOwn) ? undefined : starts;
}

function checkProfile(file: PdfFile, catalog: Dictionary, kept: Kept | undefined): void {
  const [intent] = file.array(catalog.get('OutputIntents')) ?? [];
  if (intent === undefined) return;
  const profile = file.stream(file.dictionary(intent)!.get('DestOutputProfile'))!;
  const known = kept?.profiles.get(profile);
  if (known !== undefined) {
    file.budget.again(known);
    return;
  }
  const { value: data, work } = file.budget.measure(() => file.data(profile));
  const hash = createHash('sha256').update(data).digest('hex');
  if (hash !== profileHash) throw new Foreign('its colours have another profile than sRGB');
  kept?.profiles.set(profile, { value: true, work });
}

function readPage(file: PdfFile, number: number, shared: Shared): Page {
  const dictionary = file.objects[number] as Dictionary;
  const box = dictionary.get('MediaBox') as number[];
  const trim = dictionary.get('TrimBox') as number[] | undefined;
  const [, , width, height] = box as [number, number, number, number];
  if (!(width > 0 && height > 0 && width <= longestSide && height <= longestSide))
    throw new Foreign('a page has a size that cannot be');
  if (trim?.some((value, i) => Math.abs(value - box[i]!) > rounding)) throw new Foreign('a page is trimmed');
  const content = readContents(file, dictionary, [width, height], shared);
  const { scale } = content;
  const annotations = (file.array(dictionary.get('Annots')) ?? []).map((a) =>
    readAnnotation(file, a, number, height, shared.numbers),
  );
  return {
    width: width / scale,
    height: height / scale,
    content,
    annotations: scale === 1 ? annotations : annotations.map((each) => enlarged(each, scale)),
    structParents: dictionary.get('StructParents') as number | undefined,
    texts: textsOf(content),
  };
}

function readAnnotation(
  file: PdfFile,
  value: PdfObject,
  page: number,
  height: number,
  numbers: ReadonlyMap<number, number>,
): Annotation {
  const dictionary = file.dictionary(value)!;
  if ((dictionary.get('P') as Reference).number !== page)
    throw new Foreign('a link is on another page than it says');
  const [a, b, c, d] = dictionary.get('Rect') as [number, number, number, number];
  const action = dictionary.get('A') as Dictionary;
  const uri = textOf(action.get('URI'));
  const [to, ...place] = (action.get('D') ?? []) as [Reference, ...PdfObject[]];
  const [element, ...aside] = (action.get('SD') ?? []) as [Reference?, ...PdfObject[]];
  if (element !== undefined && aside.some((part, i) => part !== place[i]))
    throw new Foreign('a link leads to two places');
  const around: Bounds = [Math.min(a, c), height - Math.max(b, d), Math.max(a, c), height - Math.min(b, d)];
  const quads = dictionary.get('QuadPoints') as readonly number[] | undefined;
  return {
    number: (value as Reference).number,
    subtype: 'Link',
    uri,
    target:
      uri ??
      `page ${numbers.get(to.number)! + 1} ${place.join(' ')} ${element === undefined ? '' : element.number}`,
    contents: textOf(dictionary.get('Contents')),
    left: around[0],
    right: around[2],
    top: around[1],
    bottom: around[3],
    page: uri === undefined ? numbers.get(to.number)! : undefined,
    element: element?.number,
    lines: quads === undefined ? [around] : linesOf(quads, around, height),
    structParent: dictionary.get('StructParent') as number | undefined,
  };
}

/** A link of a page that is drawn smaller, as large as it is meant. */
function enlarged(link: Annotation, scale: number): Annotation {
  const { left, top, right, bottom, lines } = link;
  return {
    ...link,
    left: left / scale,
    top: top / scale,
    right: right / scale,
    bottom: bottom / scale,
    lines: lines.map(([a, b, c, d]) => [a / scale, b / scale, c / scale, d / scale]),
  };
}

/**
 * The lines of a link (12.5.6.5), upright, all within its rectangle: where they are not, viewers take no notice of them.
 * @throws Foreign
 */
function linesOf(quads: readonly number[], around: Bounds, height: number): Bounds[] {
  const lines: Bounds[] = [];
  for (let i = 0; i < quads.length; i += 8) {
    const [left, top, right, y1, x2, bottom, x3, y3] = quads.slice(i, i + 8) as [number, ...number[]];
    const line: Bounds = [left, height - top!, right!, height - bottom!];
    const upright = y1 === top && x2 === left && x3 === right && y3 === bottom;
    if (!upright || !contains(grown(around, rounding), line))
      throw new Foreign('a link has lines that are not as this press writes them');
    lines.push(line);
  }
  if (lines.length < 2) throw new Foreign('a link names its only line');
  return lines;
}

/** The parent tree (14.7.4.4), a number tree of one leaf. */
function readParents(file: PdfFile, catalog: Dictionary): Map<number, number | readonly number[]> {
  const parents = new Map<number, number | readonly number[]>();
  const root = file.dictionary(catalog.get('StructTreeRoot'));
  const nums = file.array(file.dictionary(root?.get('ParentTree'))?.get('Nums')) ?? [];
  for (let i = 0; i + 1 < nums.length; i += 2) {
    const target = nums[i + 1]!;
    const key = nums[i] as number;
    if (parents.has(key)) throw new Foreign(`its parent tree names ${key} twice`);
    parents.set(
      key,
      Array.isArray(target) ? target.map((r) => (r as Reference).number) : (target as Reference).number,
    );
  }
  return parents;
}

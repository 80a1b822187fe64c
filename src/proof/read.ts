import { ContentReader } from './content.ts';
import { PdfFile } from './file.ts';
import type { ReadFont } from './font.ts';
import type { Matrix } from './matrix.ts';
import { type Dictionary, PdfStream, Reference, textOf, Unreadable } from './object.ts';
import type { Glyph, PageContent } from './page-content.ts';
import { type Element, readStructure } from './structure.ts';

/** An annotation with a target; coordinates as in {@link Glyph}. */
export interface Annotation {
  readonly number: number;
  readonly subtype: string;
  readonly uri: string | undefined;
  readonly contents: string | undefined;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly structParent: number | undefined;
}

export interface Page {
  readonly width: number;
  readonly height: number;
  readonly content: PageContent;
  readonly annotations: readonly Annotation[];
  readonly structParents: number | undefined;
  /** Text of each marked content. */
  readonly texts: ReadonlyMap<number, string>;
}

/** A file as the checks see it. */
export interface Document {
  readonly file: PdfFile;
  readonly catalog: Dictionary;
  readonly pages: readonly Page[];
  readonly language: string | undefined;
  readonly xmp: string;
  readonly root: Element | undefined;
  /** Owners in the parent tree: by page (array) and by annotation key. */
  readonly parents: ReadonlyMap<number, number | readonly number[]>;
  readonly faults: readonly string[];
}

const mostPages = 5000;

/** @throws Unreadable */
export function readDocument(bytes: Uint8Array): Document {
  const file = new PdfFile(bytes);
  const catalog = file.dictionary(file.trailer.get('Root'));
  if (catalog === undefined) throw new Unreadable('it has no catalog');
  const leaves: { dictionary: Dictionary; inherited: Dictionary; number: number }[] = [];
  collectPages(file, catalog.get('Pages'), new Map(), leaves, new Set());
  const numbers = new Map(leaves.map(({ number }, i) => [number, i]));
  const faults: string[] = [];
  const fonts = new Map<Dictionary, ReadFont>();
  const pages = leaves.map((leaf) => readPage(file, leaf, fonts));
  pages.forEach(({ content }, i) => {
    for (const fault of content.faults) faults.push(`page ${i + 1}: ${fault}`);
  });
  const language = textOf(file.get(catalog.get('Lang')));
  const metadata = file.get(catalog.get('Metadata'));
  return {
    file,
    catalog,
    pages,
    language,
    xmp: metadata instanceof PdfStream ? Buffer.from(file.data(metadata)).toString('utf8') : '',
    root: readStructure(file, catalog, numbers, language ?? '', faults),
    parents: readParents(file, catalog),
    faults,
  };
}

const inheritable = ['Resources', 'MediaBox', 'CropBox', 'Rotate'];

function collectPages(
  file: PdfFile,
  value: unknown,
  inherited: Dictionary,
  out: { dictionary: Dictionary; inherited: Dictionary; number: number }[],
  seen: Set<number>,
): void {
  const dictionary = file.dictionary(value as Reference);
  const number = value instanceof Reference ? value.number : 0;
  if (dictionary === undefined || seen.has(number) || out.length >= mostPages)
    throw new Unreadable('its page tree is broken or too large');
  seen.add(number);
  const own: Dictionary = new Map(inherited);
  for (const key of inheritable) {
    const attribute = dictionary.get(key);
    if (attribute !== undefined) own.set(key, attribute);
  }
  const kids = file.array(dictionary.get('Kids'));
  if (kids === undefined) out.push({ dictionary, inherited: own, number });
  else for (const kid of kids) collectPages(file, kid, own, out, seen);
}

function readPage(
  file: PdfFile,
  { dictionary, inherited }: { dictionary: Dictionary; inherited: Dictionary },
  fonts: Map<Dictionary, ReadFont>,
): Page {
  const [x0 = 0, y0 = 0, x1 = 612, y1 = 792] = (file.array(inherited.get('MediaBox')) ?? []).map((v) =>
    Number(file.get(v)),
  );
  const [width, height] = [x1 - x0, y1 - y0];
  const rotate = ((Number(file.get(inherited.get('Rotate')) ?? 0) % 360) + 360) % 360;
  const upright: Matrix = [1, 0, 0, -1, -x0, y1];
  if (rotate !== 0) throw new Unreadable('a page is turned by /Rotate');
  const contents = file.get(dictionary.get('Contents'));
  const streams = (Array.isArray(contents) ? contents.map((c) => file.get(c)) : [contents]).filter(
    (c): c is PdfStream => c instanceof PdfStream,
  );
  const reader = new ContentReader(file, upright, fonts);
  reader.read(
    streams.map((s) => Buffer.from(file.data(s)).toString('latin1')).join('\n'),
    file.dictionary(inherited.get('Resources')),
  );
  const content = reader.finish();
  const structParents = file.get(dictionary.get('StructParents'));
  return {
    width,
    height,
    content,
    annotations: (file.array(dictionary.get('Annots')) ?? []).map((a) => readAnnotation(file, a, x0, y1)),
    structParents: typeof structParents === 'number' ? structParents : undefined,
    texts: textsOf(content.glyphs),
  };
}

function textsOf(glyphs: readonly Glyph[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { owner, text } of glyphs)
    if (owner.mcid !== undefined) texts.set(owner.mcid, (texts.get(owner.mcid) ?? '') + (text ?? ''));
  return texts;
}

function readAnnotation(file: PdfFile, value: unknown, x0: number, y1: number): Annotation {
  const dictionary = file.dictionary(value as Reference) ?? new Map();
  const [a = 0, b = 0, c = 0, d = 0] = (file.array(dictionary.get('Rect')) ?? []).map((v) =>
    Number(file.get(v)),
  );
  const action = file.dictionary(dictionary.get('A'));
  const structParent = file.get(dictionary.get('StructParent'));
  return {
    number: value instanceof Reference ? value.number : 0,
    subtype: String(file.get(dictionary.get('Subtype')) ?? '/').slice(1),
    uri: textOf(file.get(action?.get('URI'))),
    contents: textOf(file.get(dictionary.get('Contents'))),
    left: Math.min(a, c) - x0,
    right: Math.max(a, c) - x0,
    top: y1 - Math.max(b, d),
    bottom: y1 - Math.min(b, d),
    structParent: typeof structParent === 'number' ? structParent : undefined,
  };
}

/** The parent tree (14.7.4.4), a number tree. */
function readParents(file: PdfFile, catalog: Dictionary): Map<number, number | readonly number[]> {
  const parents = new Map<number, number | readonly number[]>();
  const visit = (value: unknown, depth: number) => {
    const node = file.dictionary(value as Reference);
    if (node === undefined || depth > 20) return;
    const nums = file.array(node.get('Nums')) ?? [];
    for (let i = 0; i + 1 < nums.length; i += 2) {
      const key = Number(file.get(nums[i]));
      const target = nums[i + 1];
      const list = file.array(target);
      if (list !== undefined)
        parents.set(
          key,
          list.map((r) => (r instanceof Reference ? r.number : 0)),
        );
      else if (target instanceof Reference) parents.set(key, target.number);
    }
    for (const kid of file.array(node.get('Kids')) ?? []) visit(kid, depth + 1);
  };
  visit(file.dictionary(catalog.get('StructTreeRoot'))?.get('ParentTree'), 0);
  return parents;
}

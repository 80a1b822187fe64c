import { createHash } from 'node:crypto';
import type { Worked } from '../file/budget.ts';
import type { PdfFile } from '../file/file.ts';
import { isSame } from '../file/found.ts';
import type { Shelf } from '../kept.ts';
import { type CodeArea, codeAreas } from '../page/code-areas.ts';
import { type Bounds, grown, touch } from '../page/matrix.ts';
import type { Piece } from '../page/page-content.ts';
import { indexOf } from '../page/piece-index.ts';
import type { Document, Page } from '../page/read.ts';
import { HeldSamples } from '../page/samples.ts';
import { shadesOf } from './channels.ts';
import { CodeReader } from './code-reader.ts';
import { type Drawn, paint, sceneOf } from './code-scene.ts';
import {
  isPaintedOver,
  keyOfModules,
  type Modules,
  type PlacedCode,
  placedCode,
  readModules,
} from './placed-code.ts';
import type { Raster } from './raster.ts';

/** A QR code that was read from a page: what it says, and the part of the page that it was found in. */
export interface ReadCode {
  readonly text: string;
  readonly bounds: Bounds;
}

/** Pixels a module of a code of the press, and of the smallest that is sought. */
const [perModule, perLeast] = [4, 4];
/** Pixels of an area, in the first of its shades and in the others: larger ones are looked at less finely. */
const [mostPixels, mostOtherPixels] = [12e6, 3e6];
const fewestDots = 150;
/** Pixels that a blur reaches to either side. */
const reach = 2;
/** White around a code (6.3.8), in modules. */
const quietZone = 4;

/**
 * Every QR code that a page shows. The code that the press places, which says `content`, is read as it is painted, with
 * whatever lies over it; any other is sought wherever corners are dense, in all shades and in the mirror, whether or not
 * letters lie over it.
 */
export function codesOn(document: Document, page: Page, content: string): ReadCode[] {
  const codes: ReadCode[] = [];
  const rest: Piece[] = [];
  for (const piece of page.content.pieces) {
    const code = placedCode(piece, page);
    if (code !== undefined && says(content, code, piece, document, page))
      codes.push({ text: content, bounds: code.bounds });
    else if (piece.paint !== undefined || indexOf(piece).typed.length > 0) rest.push(piece);
  }
  return [...codes, ...search(document, page, rest)];
}

/** A code that does not read by its modules alone is read from the page as it is painted. */
function says(text: string, code: PlacedCode, piece: Piece, document: Document, page: Page): boolean {
  const { modules } = code;
  const isBare = modules !== undefined && !isPaintedOver(page.content, piece);
  return (isBare && readBare(document, modules) === text) || readPlaced(document, page, code) === text;
}

/** What one code says as it is painted; undefined where it cannot be read, or there are others. */
function readPlaced(
  { file, kept }: Document,
  { content }: Page,
  { bounds, module }: CodeArea,
): string | undefined {
  const raster = paint(file, content.pieces, bounds, perModule / module, new HeldSamples(file));
  const read = () => {
    const texts: string[] = [];
    for (const shades of shadesOf(raster.pixels, 1)) texts.push(...new CodeReader().read(raster, shades));
    return texts;
  };
  return onlyOne(kept === undefined ? read() : kept.codes(keyOf(raster), read));
}

/** The same by its modules, which are all that there is to be seen of it where nothing lies over it. */
function readBare({ file, kept }: Document, modules: Modules): string | undefined {
  file.budget.spend(modules.dark.length);
  const read = () => readModules(modules, kept?.codeReader ?? new CodeReader());
  return onlyOne(kept === undefined ? read() : kept.codes(keyOfModules(modules), read));
}

const onlyOne = (texts: readonly string[]) => (texts.length === 1 ? texts[0] : undefined);

/** What other codes say that pieces paint; found again where pieces draw the same, whatever their texts are. */
function search(
  { file, kept }: Document,
  { width, height }: Page,
  pieces: readonly Piece[],
): readonly ReadCode[] {
  if (pieces.length === 0) return [];
  const drawn = pieces.map((piece) => ({ painted: piece.painted, runs: indexOf(piece).typed }));
  const find = () => {
    const codes: ReadCode[] = [];
    const pictures = new HeldSamples(file);
    // A code may lie in several areas.
    for (const { bounds, module } of codeAreas(drawn, [width, height]))
      for (const text of searched(
        { file, kept, pictures },
        drawn,
        grown(bounds, quietZone * module),
        perLeast / module,
      ))
        if (!codes.some((code) => code.text === text && touch(code.bounds, bounds)))
          codes.push({ text, bounds });
    return codes;
  };
  if (kept === undefined || drawn.some(({ runs }) => runs.length > 0)) return find();
  // The very pieces, or others that draw the same.
  const [first, ...others] = pieces as [Piece, ...Piece[]];
  const of = [width, height, ...others];
  const made = first.found.codes;
  if (made !== undefined && isSame(made.of, of)) return file.budget.again(made.value);
  const keys = pieces.map((piece) => kept.drawings.ofPiece(file, piece));
  const value = sameAgain(file, kept.searched, [width, height, ...keys].join(' '), find);
  first.found.codes = { of, value };
  return value.value;
}

/** What is found by a key: it is work for each file, also where it was found before. */
function sameAgain<T>({ budget }: PdfFile, shelf: Shelf<Worked<T>>, key: string, find: () => T): Worked<T> {
  let isNew = false;
  const found = shelf.get(key, () => {
    isNew = true;
    return budget.measure(find);
  });
  if (!isNew) budget.again(found);
  return found;
}

/** What the codes of an area say; painted again only where it holds other things, read only where it shows other pixels. */
function searched(
  { file, kept, pictures }: Pick<Document, 'file' | 'kept'> & { readonly pictures: HeldSamples },
  pieces: readonly Drawn[],
  bounds: Bounds,
  scale: number,
): readonly string[] {
  const dotted = mayBeDotted(pieces, bounds);
  const scene = sceneOf(pieces, bounds);
  const find = () => {
    const [left, top, right, bottom] = scene.bounds;
    const size = (right - left) * (bottom - top);
    const fit = (most: number) => Math.min(scale, Math.sqrt(most / size / layersOf(scene.drawn)));
    const raster = paint(file, scene.drawn, scene.bounds, fit(mostPixels), pictures);
    const isFine = fit(mostOtherPixels) >= scale;
    const coarse = isFine ? raster : paint(file, scene.drawn, scene.bounds, fit(mostOtherPixels), pictures);
    const read = () => readAll(raster, coarse, dotted);
    if (kept === undefined) return read();
    const key = isFine ? '' : keyOf(coarse);
    return kept.codes(`${keyOf(raster)} ${key} ${dotted}`, read);
  };
  for (const { painted } of scene.drawn)
    for (const { image, mask, bounds } of painted)
      if (image !== undefined && touch(bounds, scene.bounds)) pictures.pay(image, mask);
  if (kept === undefined || scene.drawn.some(({ runs }) => runs.length > 0)) return find();
  const things = scene.drawn.flatMap(({ painted }) => painted).sort((a, b) => a.order - b.order);
  const key = `${scene.bounds} ${scale} ${dotted} ${kept.drawings.of(file, things)}`;
  return sameAgain(file, kept.scenes, key, find).value;
}

/** The page, and the groups that are painted in groups: each has pixels of its own. */
function layersOf(drawn: readonly Drawn[]): number {
  let deepest = 0;
  for (const { painted } of drawn)
    for (const { look } of painted) deepest = Math.max(deepest, look?.groups.length ?? 0);
  return 1 + deepest;
}

/** The texts of all codes of a picture; the other shades are looked at in a coarser one. */
function readAll(raster: Raster, coarse: Raster, dotted: boolean): string[] {
  const found = new Set<string>();
  const reader = new CodeReader();
  const look = (on: Raster, shades: Uint8Array) => {
    for (const text of reader.read(on, shades)) found.add(text);
    // Where nothing was read, nothing was painted over.
    if (dotted && found.size === 0) for (const text of reader.read(on, blurred(shades, on))) found.add(text);
  };
  if (coarse !== raster) for (const shades of shadesOf(raster.pixels, 1)) look(raster, shades);
  for (const shades of shadesOf(coarse.pixels)) look(coarse, shades);
  return [...found];
}

/** So many shapes or a picture: the dark modules of the smallest code are some 220. */
function mayBeDotted(pieces: readonly Drawn[], area: Bounds): boolean {
  let shapes = 0;
  for (const { painted } of pieces)
    for (const { kind, bounds, outlines } of painted)
      if (touch(bounds, area)) shapes += kind === 'picture' ? fewestDots : outlines.length;
  return shapes >= fewestDots || pieces.some(({ runs }) => runs.length > 0);
}

/** Each pixel as the mean of those around it: dots that nearly touch are one line. */
function blurred(shades: Uint8Array, { width, height }: Pick<Raster, 'width' | 'height'>): Uint8Array {
  const rows = new Uint8Array(shades.length);
  const out = new Uint8Array(shades.length);
  for (let i = 0; i < shades.length; i++) {
    const x = i % width;
    const [left, right] = [i - Math.min(x, reach), i + Math.min(width - 1 - x, reach)];
    let sum = 0;
    for (let k = left; k <= right; k++) sum += shades[k]!;
    rows[i] = sum / (right - left + 1);
  }
  for (let i = 0; i < shades.length; i++) {
    const y = (i - (i % width)) / width;
    const [top, bottom] = [i - Math.min(y, reach) * width, i + Math.min(height - 1 - y, reach) * width];
    let [sum, count] = [0, 0];
    for (let k = top; k <= bottom; k += width) {
      sum += rows[k]!;
      count++;
    }
    out[i] = sum / count;
  }
  return out;
}

function keyOf({ width, pixels }: Raster): string {
  const bytes = new Uint8Array(pixels.buffer);
  return `${width} ${createHash('sha256').update(bytes).digest('base64')}`;
}

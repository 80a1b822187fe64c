import { createHash } from 'node:crypto';
import { decodeQR, type FinderPoints } from 'qr/decode.js';
import { costs } from './budget.ts';
import type { PdfFile } from './file.ts';
import type { Kept } from './kept.ts';
import { type Bounds, boundsOf, grown, intersect, touch, unite } from './matrix.ts';
import type { PdfStream } from './object.ts';
import type { PageContent, Painted } from './page-content.ts';
import { Raster, type Samples, shadeOf } from './raster.ts';
import type { Document, Page } from './read.ts';

/** A QR code that was read from a page: what it says, and the part of the page that it was found in. */
export interface ReadCode {
  readonly text: string;
  readonly bounds: Bounds;
}

/**
 * The smallest code has 21 modules a side (ISO/IEC 18004 5.3.1): drawn as rectangles some ninety, as merged shapes some
 * two hundred upright edges. What has far fewer of both is none.
 */
const [fewestShapes, fewestEdges] = [60, 120];
/** Pixels for what is taken for a module; pixels of the longest side. */
const [perModule, longestSide] = [4, 1400];
/** White around a code (6.3.8), in modules. */
const quietZone = 4;
/** Codes that one picture is searched for. */
const mostCodes = 8;
/** No limit of time decides what is read: the same picture gives the same. */
const options = { format: 'RGB', effort: 2, timeLimit: Number.POSITIVE_INFINITY } as const;

/** Every QR code that a page shows, as it is painted: whatever lies over it is painted too. */
export function codesOn({ file }: Document, page: Page, kept: Kept | undefined): ReadCode[] {
  return candidates(page).flatMap((group) => {
    const area = areaOf(group, page);
    if (area === undefined) return [];
    const raster = paint(file, page.content, area.bounds, area.scale);
    const read = () => decode(raster);
    const found = kept === undefined ? read() : kept.codes(keyOf(raster), read);
    return found.map((text) => ({ text, bounds: area.bounds }));
  });
}

/** What could be a code: what one marked content paints, and all that is artifact together. */
function candidates({ content }: Page): (readonly Painted[])[] {
  const groups = new Map<number | undefined, Painted[]>();
  for (const painted of content.painted) {
    const { mcid } = painted.owner;
    const group = groups.get(mcid);
    if (group === undefined) groups.set(mcid, [painted]);
    else group.push(painted);
  }
  return [...groups.values()].filter(mayBeCode);
}

function mayBeCode(group: readonly Painted[]): boolean {
  let [shapes, edges] = [0, 0];
  for (const { kind, outlines, image } of group) {
    if (image !== undefined && isReadable(image)) return true;
    if (kind === 'picture') continue;
    shapes += outlines.length;
    for (const points of outlines)
      for (let i = 0; i + 3 < points.length; i += 2)
        if (points[i] === points[i + 2] || points[i + 1] === points[i + 3]) edges++;
    if (shapes >= fewestShapes || edges >= fewestEdges) return true;
  }
  return false;
}

/** The part of a page that a group takes up, with a quiet zone, and pixels a pt at which its modules can be told apart. */
function areaOf(
  group: readonly Painted[],
  { width, height }: Page,
): { bounds: Bounds; scale: number } | undefined {
  const sizes: number[] = [];
  let around = group[0]!.bounds;
  for (const { kind, outlines, bounds } of group) {
    around = unite(around, bounds);
    if (kind === 'picture') continue;
    for (const points of outlines) {
      const [left, top, right, bottom] = boundsOf([points]);
      sizes.push(Math.min(right - left, bottom - top));
    }
  }
  const [left, top, right, bottom] = intersect(around, [0, 0, width, height]);
  const side = Math.max(right - left, bottom - top);
  if (!(side > 0)) return undefined;
  sizes.sort((a, b) => a - b);
  // The smallest but a few: a speck beside a code does not decide.
  const module = Math.max(sizes[Math.floor(sizes.length / 10)] ?? side / 177, side / 300);
  const bounds = grown([left, top, right, bottom], quietZone * module);
  const scale = Math.min(perModule / module, longestSide / (side + 2 * quietZone * module));
  return { bounds, scale };
}

/** Paints all that reaches into an area, in order; glyphs are taken for the boxes around their ink. */
function paint(file: PdfFile, { painted, runs }: PageContent, area: Bounds, scale: number): Raster {
  const raster = new Raster(area, scale);
  file.budget.spend(raster.pixels.length * 2);
  const inked = runs.flatMap(({ ink, color, order, clip }) =>
    ink !== undefined && touch(ink, area) ? [{ ink, color, order, clip }] : [],
  );
  const items = [...painted.filter(({ bounds }) => touch(bounds, area)), ...inked];
  for (const item of items.sort((a, b) => a.order - b.order)) {
    const clip = intersect(area, item.clip.bounds);
    if ('ink' in item) {
      const [left, top, right, bottom] = item.ink;
      raster.fill([[left, top, right, top, right, bottom, left, bottom]], false, item.color, clip);
      continue;
    }
    const { kind, outlines, evenOdd, color, reach, image, bounds } = item;
    file.budget.spend(costs.point * outlines.reduce((sum, { length }) => sum + length, 0));
    if (kind === 'fill') raster.fill(outlines, evenOdd, color!, clip);
    else if (kind === 'stroke') raster.stroke(outlines, reach, color!, clip);
    else if (image !== undefined && isReadable(image))
      raster.image(outlines[0]!, samplesOf(file, image), intersect(clip, bounds));
  }
  return raster;
}

/** The reader has no decoder for JPEG: codes in photographs are not read. */
const isReadable = ({ dictionary }: PdfStream) => dictionary.get('Filter') !== '/DCTDecode';

function samplesOf(file: PdfFile, image: PdfStream): Samples {
  const { dictionary } = image;
  const [width, height] = [dictionary.get('Width') as number, dictionary.get('Height') as number];
  const data = file.data(image);
  if (dictionary.get('ColorSpace') === '/DeviceGray') return { width, height, shades: data };
  const shades = new Uint8Array(width * height);
  for (let i = 0; i < shades.length; i++)
    shades[i] = shadeOf([data[i * 3] ?? 255, data[i * 3 + 1] ?? 255, data[i * 3 + 2] ?? 255]);
  return { width, height, shades };
}

function keyOf({ width, pixels }: Raster): string {
  return `${width} ${createHash('sha256').update(pixels).digest('base64')}`;
}

/** What the codes of a picture say: a code that was read is painted over, and the next is sought. */
function decode({ width, height, pixels }: Raster): string[] {
  const texts: string[] = [];
  const data = new Uint8Array(pixels.length * 3);
  for (let i = 0; i < data.length; i++) data[i] = pixels[Math.floor(i / 3)]!;
  while (texts.length < mostCodes) {
    let place: FinderPoints | undefined;
    const pointsOnDetect = (points: FinderPoints) => {
      place = points;
    };
    try {
      texts.push(decodeQR({ width, height, data }, { ...options, pointsOnDetect }));
    } catch {
      break;
    }
    if (place === undefined) break;
    const { x, y, width: wide, height: high } = place.boundingBox;
    const [from, to] = [Math.max(0, Math.floor(x)), Math.min(width, Math.ceil(x + wide))];
    for (let row = Math.max(0, Math.floor(y)); row < Math.min(height, y + high); row++)
      data.fill(255, (row * width + from) * 3, (row * width + to) * 3);
  }
  return texts;
}

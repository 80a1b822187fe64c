import { costs } from '../file/budget.ts';
import { copyOf } from '../file/byte-shelf.ts';
import type { PdfFile } from '../file/file.ts';
import { FoundOfPiece, isSame } from '../file/found.ts';
import type { Dictionary } from '../file/object.ts';
import type { Kept } from '../kept.ts';
import { type PageResources, readPiece } from './content.ts';
import type { ReadFont } from './font.ts';
import type { PageContent, Painted, Piece, Run } from './page-content.ts';
import { resourcesOf } from './resources.ts';
import type { Columns } from './text-object.ts';

/** What the pages of a file share. */
export interface Shared {
  readonly columns: Columns;
  readonly font: (dictionary: Dictionary) => ReadFont;
  readonly kept: Kept | undefined;
  /** Pages by the numbers of their objects. */
  readonly numbers: ReadonlyMap<number, number>;
}

/** What the press writes on a line by itself between the pieces of a page's content, each of which stands by itself. */
const next = Buffer.from('% next\n');
const lineEnd = 10;

/** Where the pieces of a page's content begin and end. A mark in the middle of something leaves halves that cannot be read. */
function stretchesIn(bytes: Buffer): (readonly [number, number])[] {
  const stretches: (readonly [number, number])[] = [];
  let from = 0;
  // Sought by its first sign, which is rare; the end of a line is not.
  for (let at = bytes.indexOf(next); at >= 0; at = bytes.indexOf(next, at + next.length)) {
    if (at === from || bytes[at - 1] !== lineEnd) continue;
    stretches.push([from, at]);
    from = at + next.length;
  }
  return [...stretches, [from, bytes.length]];
}

/**
 * How many times its size a page is drawn, by how its contents begin: `q`, then the page turned upright and made smaller. All
 * of it is, or it cannot be read: text has the size that it says.
 */
function scaleOf(bytes: Buffer): number {
  const [, scale] = /^q\n(0\.\d{1,2}) 0 0 -\1 /.exec(bytes.toString('latin1', 0, 40)) ?? [];
  return Number(scale ?? 1) || 1;
}

/** What a page paints; of one that is drawn smaller, as large as it is meant. @throws Unreadable, Foreign */
export function readContents(
  file: PdfFile,
  dictionary: Dictionary,
  [width, height]: readonly [number, number],
  { columns, font, kept }: Shared,
): PageContent {
  const content = file.content(file.stream(dictionary.get('Contents'))!, kept?.parts);
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.length);
  const resources = resourcesOf(file, file.dictionary(dictionary.get('Resources'))!, font, kept);
  const stretches = stretchesIn(bytes);
  // What lies over what is asked of each two of them.
  file.budget.spend(stretches.length ** 2 * costs.test);
  const alone = stretches.length === 1;
  const scale = scaleOf(bytes);
  const pieces = stretches.map(([start, end], index) => {
    const toPage = [1 / scale, 0, 0, -1 / scale, 0, height / scale] as const;
    const place = { toPage, resources, columns, index, alone };
    const where = [width, height, scale, index, alone];
    const known = kept?.pieces.find(bytes, start, end, where, (piece) => isWith(piece, resources));
    if (known !== undefined) {
      file.budget.spend(known.work);
      return known;
    }
    const piece = readPiece(bytes.subarray(start, end), place, file.budget);
    const isPassing = piece.uses.some(({ of }) => of.some((object) => file.passing.has(object)));
    if (!isPassing && kept?.pieces.wants(bytes, start, end) === true)
      kept.pieces.keep(copyOf(bytes, start, end), where, piece);
    return piece;
  });
  return new PiecedContent(resources, pieces, scale);
}

/** Was a piece read with what these resources have under the names that it uses? */
function isWith({ uses }: Piece, resources: PageResources): boolean {
  return uses.every(({ kind, name, of }) => isSame(of, resources.objectsOf(kind, name)));
}

/** A class for its getters: those of a literal give each object a shape of its own, which V8 holds until it sweeps all memory. */
class PiecedContent implements PageContent {
  readonly fonts: readonly string[];
  readonly pictures: readonly string[];
  readonly scale: number;
  readonly pieces: readonly Piece[];
  readonly unowned: number;
  readonly mcids: ReadonlyMap<number, number>;
  readonly faults: readonly string[];

  constructor(
    { fonts, pictures }: Pick<PageResources, 'fonts' | 'pictures'>,
    pieces: readonly Piece[],
    scale: number,
  ) {
    this.scale = scale;
    this.fonts = fonts;
    this.pictures = pictures;
    this.pieces = pieces;
    this.unowned = pieces.reduce((sum, { unowned }) => sum + unowned, 0);
    this.mcids = mcidsOf(pieces);
    this.faults = pieces.flatMap(({ faults }) => faults);
  }

  get runs(): readonly Run[] {
    return this.pieces.flatMap(({ runs }) => runs);
  }

  get painted(): readonly Painted[] {
    return this.pieces.flatMap(({ painted }) => painted);
  }
}

/** The same without the pieces that are left out, whose places stay: the order of painting goes by them. */
export function contentWithout(content: PageContent, leftOut: (piece: Piece) => boolean): PageContent {
  const pieces = content.pieces.map((piece) => (leftOut(piece) ? nothing(piece) : piece));
  return new PiecedContent(content, pieces, content.scale);
}

const nothing = ({ seal }: Piece): Piece => ({
  seal,
  work: 0,
  runs: [],
  painted: [],
  texts: new Map(),
  ink: undefined,
  paint: undefined,
  unowned: 0,
  mcids: new Map(),
  faults: [],
  uses: [],
  found: new FoundOfPiece(),
});

function mcidsOf(pieces: readonly Piece[]): ReadonlyMap<number, number> {
  const all = new Map<number, number>();
  for (const { mcids } of pieces)
    for (const [mcid, times] of mcids) all.set(mcid, (all.get(mcid) ?? 0) + times);
  return all;
}

/** A marked content is in one piece: where it is not, the structure says so. */
export function textsOf({ pieces }: PageContent): Pick<ReadonlyMap<number, string>, 'get'> {
  return {
    get(mcid) {
      let text: string | undefined;
      for (const { texts } of pieces) {
        const own = texts.get(mcid);
        if (own !== undefined) text = text === undefined ? own : text + own;
      }
      return text;
    },
  };
}

import type { Guide } from '../content/index.ts';
import { type Place, PressError, problem } from '../diagnostics/index.ts';
import type { DocumentElement } from '../document/index.ts';
import { type Root, readBytes, type Stock } from '../files/index.ts';
import type { Color } from '../geometry/index.ts';
import { decodePicture, hexOf, isSvg, type Palette, type Picture, qrPicture } from '../image/index.ts';
import type { Tokens } from './palette.ts';
import type { Scene } from './scenes.ts';

/** What `src` may name: folders by scheme (`guide:figures/table.svg`, `template:art/mark.svg`), and what codes open. */
export interface PictureSources {
  readonly guide: string;
  readonly template: Root;
  /** The publisher's, where it lies elsewhere than the guide. */
  readonly logo: Guide['logo'];
  /** What `qr:dial` stands for. */
  readonly dial: string;
  /** The address that was asked for; undefined: the code dials. */
  readonly qr: string | undefined;
  /** Of codes. */
  readonly ink: Color;
  /** The theme's colours, which drawings may take. */
  readonly tokens: Tokens;
  /** By their slots: `scene:cover`. */
  readonly scenes: Readonly<Record<string, Scene>>;
}

/**
 * The picture of an `img`; a file is read each time, and decoded when its bytes are new.
 * @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE, QR_TOO_LONG, and what the reader throws
 */
export function pictureOf(element: DocumentElement, sources: PictureSources, stock: Stock): Picture {
  return pictureAt(element.attributes.src ?? '', element.origin, sources, stock);
}

/**
 * The picture at an address, of an `img` or a ground, which stands at a place.
 * @throws PressError as {@link pictureOf}
 */
export function pictureAt(src: string, place: Place, sources: PictureSources, stock: Stock): Picture {
  const colon = src.indexOf(':');
  const [scheme, rest] = [src.slice(0, colon), src.slice(colon + 1)];
  if (scheme === 'qr' && rest === 'dial') return qrPicture(sources.dial, sources.ink);
  if (scheme === 'qr' && rest === sources.qr) return qrPicture(rest, sources.ink);
  if (scheme === 'qr')
    throw new PressError([
      problem(
        'HTML_ATTRIBUTE_UNKNOWN',
        `A template has no QR code of its own, and this one opens "${rest}".`,
        place,
        'Write qr:{{qr}}: it dials the helpline, or opens the address that was asked for.',
      ),
    ]);
  const { logo } = sources;
  if (scheme === 'guide' && logo !== undefined && rest === logo.src)
    return filePicture(logo.folder, logo.path, place, stock);
  if (scheme === 'guide' || scheme === 'template')
    return filePicture(sources[scheme], rest, place, stock, {
      tokens: sources.tokens,
      isArt: scheme === 'template',
    });
  const scene = scheme === 'scene' && Object.hasOwn(sources.scenes, rest) ? sources.scenes[rest] : undefined;
  if (scene !== undefined)
    return filePicture(scene.folder, scene.path, place, stock, {
      tokens: sources.tokens,
      isArt: scene.isArt,
    });
  throw new PressError([
    problem(
      'HTML_ATTRIBUTE_UNKNOWN',
      `The image address "${src}" has no known scheme.`,
      place,
      'Use guide:<path>, template:<path>, qr:{{qr}}, or scene:<slot> where (has scenes "<slot>"); a scene of the stock is template:art/scenes/<name>.svg.',
    ),
  ]);
}

/** @throws PressError IMAGE_INVALID, IMAGE_TOO_LARGE, and what the reader throws */
export function filePicture(
  folder: Root,
  path: string,
  place: Place,
  stock: Stock,
  palette?: Palette,
): Picture {
  const bytes = readBytes(folder, path, undefined, place);
  const make = () => decodePicture(bytes, path, palette);
  return stock.of('picture', [path, bytes, ...partsOf(bytes, palette)], make, pictureWeight);
}

/** What of a palette a picture is made of: of a drawing all, for a token can be written in many ways; nothing of photographs. */
function partsOf(bytes: Uint8Array, palette: Palette | undefined): string[] {
  if (palette === undefined || !isSvg(bytes)) return [];
  return [
    String(palette.isArt),
    ...Object.entries(palette.tokens).flatMap(([name, of]) => [name, hexOf(of)]),
  ];
}

/** Bytes that the pictures of a document hold, at most. */
const mostOfAll = 200e6;

/** @throws PressError IMAGE_TOO_LARGE when the pictures of a document take more memory than there is for them */
export function checkTogether(pictures: Iterable<Picture>, place: Place): void {
  let sum = 0;
  for (const picture of pictures) sum += pictureWeight(picture);
  if (sum <= mostOfAll) return;
  throw new PressError([
    problem(
      'IMAGE_TOO_LARGE',
      `With this picture those of the document hold ${Math.round(sum / 1e6)} MB; the limit is ${mostOfAll / 1e6} MB.`,
      place,
      'Scale them down: 300 pixels an inch of their printed size are plenty.',
    ),
  ]);
}

/** Bytes that a picture holds. */
function pictureWeight(picture: Picture): number {
  if (picture.kind === 'raster')
    return picture.data.length + (picture.alpha?.length ?? 0) + (picture.profile?.length ?? 0);
  return picture.shapes.reduce((sum, { path }) => sum + path.points.byteLength + path.verbs.length, 0);
}

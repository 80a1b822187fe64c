import { type Problem, problem, warning } from '../diagnostics/index.ts';
import type { Rect } from '../geometry/index.ts';
import { itemPlace } from './item-text.ts';
import { scalesOf, type Turn } from './turn.ts';
import type { DisplayList, PictureItem } from './types.ts';
import { walkItems } from './walk.ts';

/** What a photograph needs to look sharp in print. */
const FINE_DPI = 150;
/** Below, single pixels are seen as such: on paper, and on a screen, where a reader may zoom out. */
const COARSEST_DPI = { paper: 100, screen: 72 } as const;
/** Below, a picture that is content can no longer be made out, pt. */
const SMALLEST_PICTURE = 6;
/** What phones read at arm's length, mm. */
const SMALLEST_MODULE = 0.4;
const SMALLEST_CODE = 20;

const mm = 25.4 / 72;

/**
 * `IMAGE_TOO_COARSE` below 150 dpi at the printed size, an error where single pixels would be seen; `IMAGE_TOO_SMALL` for
 * a picture of the content that was squeezed to nothing; `QR_TOO_SMALL`.
 */
export function checkPictures(pages: readonly DisplayList[], purpose: 'screen' | 'office'): Problem[] {
  const coarsest = purpose === 'screen' ? COARSEST_DPI.screen : COARSEST_DPI.paper;
  return pages.flatMap((page) => {
    const problems: Problem[] = [];
    walkItems(page, (given, turns) => {
      if (given.kind !== 'picture') return;
      const item = turns.length === 0 ? given : asPrinted(given, turns);
      problems.push(...checkExtent(item, page));
      if (item.picture.kind === 'raster') problems.push(...checkResolution(item, page, coarsest));
      else if (item.picture.code !== undefined) problems.push(...checkCode(item, page));
    });
    return problems;
  });
}

/** A picture in groups that are scaled, as large as it is on the page. */
function asPrinted(item: PictureItem, turns: readonly Turn[]): PictureItem {
  const [across, down] = scalesOf(turns);
  const scaled = ({ x, y, width, height }: Rect): Rect => ({
    x: x * across,
    y: y * down,
    width: width * across,
    height: height * down,
  });
  return { ...item, drawn: scaled(item.drawn), clip: scaled(item.clip) };
}

/** A picture without an alternative text decorates, and may be as small as it likes. */
function checkExtent(item: PictureItem, page: DisplayList): Problem[] {
  if (item.owner.kind !== 'content') return [];
  const { drawn, clip } = item;
  const width = Math.min(drawn.x + drawn.width, clip.x + clip.width) - Math.max(drawn.x, clip.x);
  const height = Math.min(drawn.y + drawn.height, clip.y + clip.height) - Math.max(drawn.y, clip.y);
  if (Math.min(width, height) >= SMALLEST_PICTURE) return [];
  const [w, h] = [Math.max(0, width), Math.max(0, height)];
  const message = `${item.picture.name} is printed ${w.toFixed(1)} pt wide and ${h.toFixed(1)} pt high; it needs ${SMALLEST_PICTURE} pt.`;
  return [
    problem(
      'IMAGE_TOO_SMALL',
      message,
      itemPlace(item, page),
      'Give it more room, shorten the text beside it, or take it out.',
    ),
  ];
}

function checkResolution(item: PictureItem, page: DisplayList, coarsest: number): Problem[] {
  const { picture, drawn } = item;
  const dpi = Math.min((picture.width * 72) / drawn.width, (picture.height * 72) / drawn.height);
  if (dpi >= FINE_DPI) return [];
  const say = dpi < coarsest ? problem : warning;
  const least = dpi < coarsest ? coarsest : FINE_DPI;
  const message = `${picture.name} is printed at ${Math.floor(dpi)} dpi; it needs ${least}.`;
  return [
    say('IMAGE_TOO_COARSE', message, itemPlace(item, page), 'Use a larger image, or print it smaller.'),
  ];
}

function checkCode(item: PictureItem, page: DisplayList): Problem[] {
  const { picture, drawn } = item;
  const width = Math.min(drawn.width, drawn.height) * mm;
  const module = width / picture.width;
  if (width >= SMALLEST_CODE && module >= SMALLEST_MODULE) return [];
  const message =
    width < SMALLEST_CODE
      ? `The QR code is ${width.toFixed(1)} mm wide; it needs ${SMALLEST_CODE} mm.`
      : `The modules of the QR code are ${module.toFixed(2)} mm; they need ${SMALLEST_MODULE} mm.`;
  return [
    problem('QR_TOO_SMALL', message, itemPlace(item, page), 'Print it larger, or use a shorter address.'),
  ];
}

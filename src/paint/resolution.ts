import { type Problem, problem, warning } from '../diagnostics/index.ts';
import { itemPlace } from './text-box.ts';
import type { DisplayList, PictureItem } from './types.ts';
import { walkItems } from './walk.ts';

const FINE_DPI = 150;
const COARSE_DPI = 100;
/** What phones read at arm's length, mm. */
const SMALLEST_MODULE = 0.4;
const SMALLEST_CODE = 20;

const mm = 25.4 / 72;

/**
 * `IMAGE_TOO_COARSE` below 150 dpi at the printed size (an error below 100, but only a warning on `screen`, where a
 * reader may zoom out) and `QR_TOO_SMALL`.
 */
export function checkPictures(
  pages: readonly DisplayList[],
  purpose: 'screen' | 'office' | 'press',
): Problem[] {
  return pages.flatMap((page) => {
    const problems: Problem[] = [];
    walkItems(page, (item) => {
      if (item.kind !== 'picture') return;
      if (item.picture.kind === 'raster') problems.push(...checkResolution(item, page, purpose === 'screen'));
      else if (item.picture.name.startsWith('qr')) problems.push(...checkCode(item, page));
    });
    return problems;
  });
}

function checkResolution(item: PictureItem, page: DisplayList, onScreen: boolean): Problem[] {
  const { picture, drawn } = item;
  const dpi = Math.min((picture.width * 72) / drawn.width, (picture.height * 72) / drawn.height);
  if (dpi >= FINE_DPI) return [];
  const say = dpi < COARSE_DPI && !onScreen ? problem : warning;
  const message = `${picture.name} is printed at ${Math.floor(dpi)} dpi; it needs ${FINE_DPI}.`;
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

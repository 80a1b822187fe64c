import { PressError, problem } from '../diagnostics/index.ts';

const MOST_MEGAPIXELS = 50;
/** Of what is decoded at once, it takes some five times this in memory. */
const MOST_MEGABYTES = 150;

/**
 * @param sample bytes of a pixel that is decoded here; 0 for pictures that are embedded as they are
 * @throws PressError IMAGE_TOO_LARGE when a picture has more pixels than any print needs, or more than memory is for.
 */
export function checkPixels(width: number, height: number, sample: number, name: string): void {
  const isLarge = width * height > MOST_MEGAPIXELS * 1e6;
  if (!isLarge && width * height * sample <= MOST_MEGABYTES * 1e6) return;
  const most = isLarge ? MOST_MEGAPIXELS : Math.floor((MOST_MEGABYTES / sample) * 10) / 10;
  const kind = isLarge ? '' : `, with ${sample} bytes each`;
  throw new PressError([
    problem(
      'IMAGE_TOO_LARGE',
      `${name} has ${width} × ${height} pixels${kind}; the limit is ${most} megapixels.`,
      { file: name },
      'Scale it down: 300 pixels an inch of its printed size are plenty.',
    ),
  ]);
}

import { PressError, problem } from '../diagnostics/index.ts';

const MOST_MEGAPIXELS = 50;

/** @throws PressError IMAGE_TOO_LARGE when a picture has more pixels than any print needs. */
export function checkPixels(width: number, height: number, name: string): void {
  if (width * height <= MOST_MEGAPIXELS * 1e6) return;
  throw new PressError([
    problem(
      'IMAGE_TOO_LARGE',
      `${name} has ${width} × ${height} pixels; the limit is ${MOST_MEGAPIXELS} megapixels.`,
      { file: name },
      'Scale it down: 300 pixels an inch of its printed size are plenty.',
    ),
  ]);
}

import { encodeQR } from 'qr';
import { PressError, problem } from '../diagnostics/index.ts';
import type { Color } from '../geometry/index.ts';
import { makePath, rectPath } from './path.ts';
import type { VectorPicture } from './types.ts';

/** Modules of white around the code (ISO/IEC 18004 §6.3.8). */
const QUIET_ZONE = 4;
/** Bytes that the largest code of level M holds (ISO/IEC 18004 table 7). */
const CAPACITY = 2331;

const white: Color = [255, 255, 255];

/**
 * A QR code of level M, one user unit a module, quiet zone included: a white ground, and the dark modules merged into
 * rectangles of one path. `code` says what it holds.
 * @throws PressError QR_TOO_LONG
 */
export function qrPicture(text: string, ink: Color): VectorPicture {
  const length = Buffer.byteLength(text, 'utf8');
  if (length === 0 || length > CAPACITY) throw refused(text, length);
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: QUIET_ZONE, scale: 1 });
  const size = modules.length;
  const { verbs, points } = darkRectangles(modules);
  return {
    kind: 'vector',
    name: `qr:${text}`,
    code: text,
    width: size,
    height: size,
    shapes: [
      { path: rectPath(0, 0, size, size), fill: white, rule: 'nonzero', stroke: undefined },
      { path: makePath(verbs, points), fill: ink, rule: 'nonzero', stroke: undefined },
    ],
  };
}

function refused(text: string, length: number): PressError {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new PressError([
    length === 0
      ? problem(
          'USAGE',
          'A QR code has no address.',
          {},
          'Give an address, such as https://example.org/help.',
        )
      : problem(
          'QR_TOO_LONG',
          `The address "${shown}" has ${length} bytes; a QR code holds ${CAPACITY}.`,
          {},
          'Use a short address.',
        ),
  ]);
}

/** Dark modules as few upright rectangles: runs along a row, grown down while the rows below have the same run. */
function darkRectangles(modules: readonly (readonly boolean[])[]): { verbs: string; points: number[] } {
  const taken = modules.map((row) => row.map((dark) => !dark));
  const points: number[] = [];
  let verbs = '';
  for (let y = 0; y < modules.length; y++) {
    for (let x = 0; x < modules.length; x++) {
      if (taken[y]![x]) continue;
      let right = x;
      while (taken[y]![right] === false) right++;
      let bottom = y + 1;
      while (taken[bottom]?.slice(x, right).every((done) => !done)) bottom++;
      for (let row = y; row < bottom; row++) taken[row]!.fill(true, x, right);
      const rectangle = rectPath(x, y, right - x, bottom - y);
      verbs += rectangle.verbs;
      points.push(...rectangle.points);
    }
  }
  return { verbs, points };
}

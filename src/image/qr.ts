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
  const size = modules.length;
  /** Dark modules that are in no rectangle yet, row by row. */
  const left = new Uint8Array(size * size);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) if (modules[y]![x] === true) left[y * size + x] = 1;
  const points: number[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      if (left[y * size + x] === 0) continue;
      let right = x + 1;
      while (right < size && left[y * size + right] === 1) right++;
      let bottom = y;
      do {
        left.fill(0, bottom * size + x, bottom * size + right);
        bottom++;
      } while (bottom < size && isDark(left, bottom * size + x, bottom * size + right));
      points.push(x, y, right, y, right, bottom, x, bottom);
    }
  return { verbs: 'MLLLZ'.repeat(points.length / 8), points };
}

function isDark(modules: Uint8Array, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (modules[at] === 0) return false;
  return true;
}

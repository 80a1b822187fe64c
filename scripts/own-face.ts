import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Faces, readFont } from '../src/text/index.ts';

const fonts = resolve(import.meta.dirname, '../fonts');

/** How a face is another one than the shipped face that it is made of. */
interface Difference {
  /** Eight letters for "NotoSans" in its PostScript name, and nine for "Noto Sans" in that of its family. */
  readonly name?: readonly [postScript: string, family: string];
  /** What its maker lets be done with it (OpenType 1.9 OS/2 fsType). */
  readonly fsType?: number;
  /** Letters, each with the one whose shape it has; it must not be made of more bytes. */
  readonly drawn?: Readonly<Record<string, string>>;
  /** Letters, each of boxes: from x and y to x and y; a box that goes to the left runs the other way round. */
  readonly boxes?: Readonly<Record<string, readonly Box[]>>;
  /** Letters before which another letter is drawn in the shape of a third: a rule of its own, in place of those of Noto Sans. */
  readonly contextual?: readonly [before: string, letter: string, as: string];
  /** The space has the ink of the glyph behind it, which has none. */
  readonly inked?: boolean;
  /** Numbers of two bytes in its tables, each at its place. */
  readonly set?: readonly (readonly [table: string, at: number, value: number])[];
  /** A letter without an outline. */
  readonly blank?: string;
  /** A byte in the outline of "a" that makes nothing of it. */
  readonly broken?: boolean;
}

export type Box = readonly [x: number, y: number, toX: number, toY: number];

/** A user's own face: Noto Sans by another name. */
export function ownFace(
  weight: 'Regular' | 'Bold' = 'Regular',
  {
    name = ['DoorSign', 'Door Sign'],
    fsType,
    drawn = {},
    boxes = {},
    contextual,
    inked = false,
    set = [],
    blank,
    broken = false,
  }: Difference = {},
): Buffer {
  const path = join(fonts, `noto-sans/NotoSans-${weight}.ttf`);
  const bytes = readFileSync(path);
  const { tables } = readFont(bytes);
  const names = tables.get('name')!;
  const table = bytes.subarray(names.offset, names.offset + names.length);
  for (const [from, to] of [
    ['NotoSans-', `${name[0]}-`],
    ['Noto Sans', name[1]],
  ] as const)
    for (const encoding of ['utf16le', 'latin1'] as const)
      replaceIn(table, coded(from, encoding), coded(to, encoding));
  if (fsType !== undefined) bytes.writeUInt16BE(fsType, tables.get('OS/2')!.offset + 8);
  const face = new Faces().open(path);
  const [glyf, loca] = [tables.get('glyf')!.offset, tables.get('loca')!.offset];
  for (const [letter, other] of Object.entries(drawn)) {
    const [to, from] = [letter, other].map((each) => {
      const at = loca + 4 * face.glyph(each.charCodeAt(0));
      return { start: bytes.readUInt32BE(at), end: bytes.readUInt32BE(at + 4) };
    });
    if (to!.end - to!.start < from!.end - from!.start) throw new Error(`${other} has no room in ${letter}`);
    bytes.copy(bytes, glyf + to!.start, glyf + from!.start, glyf + from!.end);
  }
  for (const [letter, each] of Object.entries(boxes))
    boxed(each).copy(bytes, glyf + bytes.readUInt32BE(loca + 4 * face.glyph(letter.charCodeAt(0))));
  if (contextual !== undefined) {
    const [before, letter, as] = contextual.map((each) => face.glyph(each.charCodeAt(0)));
    ruled(before!, letter!, as!).copy(bytes, tables.get('GSUB')!.offset);
  }
  for (const [table, at, value] of set) bytes.writeInt16BE(value, tables.get(table)!.offset + at);
  // More contours than there are bytes (OpenType 1.9 glyf: numberOfContours).
  if (broken) bytes.writeInt16BE(0x7fff, glyf + bytes.readUInt32BE(loca + 4 * face.glyph('a'.charCodeAt(0))));
  if (blank !== undefined) {
    const at = loca + 4 * face.glyph(blank.charCodeAt(0));
    bytes.writeUInt32BE(bytes.readUInt32BE(at + 4), at);
  }
  if (inked) {
    const next = loca + 4 * (face.glyph(0x20) + 1);
    bytes.writeUInt32BE(bytes.readUInt32BE(next + 4), next);
  }
  return bytes;
}

/** An outline of boxes (OpenType 1.9 glyf: contours, bounds, ends, no instructions, points on the curve, distances of two bytes). */
function boxed(boxes: readonly Box[]): Buffer {
  const points = boxes.flatMap(([x, y, u, v]) => [
    [x, y] as const,
    [x, v] as const,
    [u, v] as const,
    [u, y] as const,
  ]);
  const away = (axis: 0 | 1) => points.map((point, i) => point[axis] - (i === 0 ? 0 : points[i - 1]![axis]));
  const bounds = [Math.min, Math.max].flatMap((most) =>
    ([0, 1] as const).map((axis) => most(...points.map((point) => point[axis]))),
  );
  return Buffer.concat([
    words([boxes.length, ...bounds, ...boxes.map((_, i) => 4 * i + 3), 0]),
    Buffer.alloc(points.length, 1),
    words([...away(0), ...away(1)]),
  ]);
}

/** Numbers of two bytes. */
function words(all: readonly number[]): Buffer {
  const into = Buffer.alloc(2 * all.length);
  for (const [i, each] of all.entries()) into.writeUInt16BE(each & 0xffff, 2 * i);
  return into;
}

/** A `calt` (OpenType 1.9 GSUB): behind `before`, `letter` is drawn as `as`. */
function ruled(before: number, letter: number, as: number): Buffer {
  const tag = (name: string) => [0, 2].map((at) => Buffer.from(name).readUInt16BE(at));
  return words([
    ...[1, 0, 10, 30, 44],
    ...[1, ...tag('DFLT'), 8, 4, 0, 0, 0xffff, 1, 0],
    ...[1, ...tag('calt'), 8, 0, 1, 0],
    ...[2, 6, 44],
    ...[6, 0, 1, 8, 3, 1, 18, 1, 24, 0, 1, 0, 1, 1, 1, before, 1, 1, letter],
    ...[1, 0, 1, 8, 1, 6, as - letter, 1, 1, letter],
  ]);
}

function coded(text: string, encoding: 'utf16le' | 'latin1'): Buffer {
  const bytes = Buffer.from(text, encoding);
  return encoding === 'utf16le' ? bytes.swap16() : bytes;
}

function replaceIn(bytes: Buffer, from: Buffer, to: Buffer): void {
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) to.copy(bytes, at);
}

export const licence =
  'Copyright 2026 Door Sign. This face may be used, embedded and passed on by everybody.\n';

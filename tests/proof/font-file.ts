/**
 * A TrueType font made by hand: every glyph is half an em wide, 1000 units an em. Glyph 0 is the sign for "no glyph";
 * glyph `i` is a bar of its own height, so that no two look the same.
 */
const em = 1000;
const advance = 500;

/** Where the ink of glyph `i` is, units: a bar from 50 to 450, at most 700 high, on the baseline. */
export const inkOf = (glyph: number) => ({ left: 50, low: 0, right: 450, high: 400 + (glyph % 300) });

/** An L as high as a line and a half: its box holds much that its ink does not. */
const angle = [
  [50, 0],
  [50, 1100],
  [110, 1100],
  [110, 60],
  [450, 60],
  [450, 0],
] as const;

function outline(glyph: number, shapes: Shapes): Buffer {
  if (shapes.angles?.has(glyph) === true) return simple(angle);
  const { left, low, right } = inkOf(glyph);
  const high = shapes.tall?.has(glyph) === true ? 1100 : inkOf(glyph).high;
  const instructed = shapes.instructed?.has(glyph) === true;
  return simple(
    [
      [left, low],
      [left, high],
      [right, high],
      [right, low],
    ],
    instructed,
  );
}

/** One contour of points on the curve. */
function simple(points: readonly (readonly [number, number])[], instructed = false): Buffer {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const words = [1, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys), points.length - 1];
  const instructions = Buffer.from(instructed ? [0, 1, 0x4b] : [0, 0]);
  const deltas = [xs, ys].flatMap((values) => values.map((value, i) => value - (values[i - 1] ?? 0)));
  const bytes = Buffer.alloc(words.length * 2 + points.length + deltas.length * 2);
  let at = 0;
  for (const word of words) at = bytes.writeInt16BE(word, at);
  for (const _ of points) at = bytes.writeUInt8(1, at);
  for (const delta of deltas) at = bytes.writeInt16BE(delta, at);
  const whole = Buffer.concat([
    bytes.subarray(0, words.length * 2),
    instructions,
    bytes.subarray(words.length * 2),
  ]);
  return Buffer.concat([whole, Buffer.alloc(-whole.length & 3)]);
}

function assemble(tables: Readonly<Record<string, Buffer>>): Buffer {
  const tags = Object.keys(tables).sort();
  const head = Buffer.alloc(12 + tags.length * 16);
  head.writeUInt32BE(0x00010000, 0);
  head.writeUInt16BE(tags.length, 4);
  let at = head.length;
  tags.forEach((tag, i) => {
    head.write(tag, 12 + i * 16, 'latin1');
    head.writeUInt32BE(at, 12 + i * 16 + 8);
    head.writeUInt32BE(tables[tag]!.length, 12 + i * 16 + 12);
    at += tables[tag]!.length;
  });
  return Buffer.concat([head, ...tags.map((tag) => tables[tag]!)]);
}

/** Glyphs that are no bars. */
export interface Shapes {
  /** They have no outline. */
  readonly blank: ReadonlySet<number>;
  /** They are an L of 1.1 em. */
  readonly angles?: ReadonlySet<number>;
  /** They are as high as 1.1 em. */
  readonly tall?: ReadonlySet<number>;
  /** They have an instruction. */
  readonly instructed?: ReadonlySet<number>;
}

/** A font of so many glyphs. */
export function fontFile(count: number, shapes: Shapes): Buffer {
  const glyphs = Array.from({ length: count }, (_, i) =>
    shapes.blank.has(i) ? Buffer.alloc(0) : outline(i, shapes),
  );
  const head = Buffer.alloc(54);
  head.writeUInt16BE(em, 18);
  head.writeInt16BE(1, 50);
  const hhea = Buffer.alloc(36);
  hhea.writeUInt16BE(count, 34);
  const maxp = Buffer.alloc(32);
  maxp.writeUInt16BE(count, 4);
  const hmtx = Buffer.alloc(count * 4);
  for (let i = 0; i < count; i++) hmtx.writeUInt16BE(advance, i * 4);
  const loca = Buffer.alloc((count + 1) * 4);
  let end = 0;
  glyphs.forEach(({ length }, i) => {
    end += length;
    loca.writeUInt32BE(end, (i + 1) * 4);
  });
  return assemble({ glyf: Buffer.concat(glyphs), head, hhea, hmtx, loca, maxp });
}

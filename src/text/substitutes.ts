import { faceTable } from './face.ts';
import type { Face } from './types.ts';

/** Features that are on unless a text asks otherwise, by which one glyph stands for another. */
const usual: ReadonlySet<string> = new Set(
  'calt ccmp clig fin2 fin3 fina init isol liga locl ltra ltrm med2 medi rclt rlig rtla rtlm'.split(' '),
);
const [SINGLE, EXTENSION] = [1, 7];
/** Pairs of glyphs that are looked at: faces in use have a few thousand. */
const mostPairs = 200_000;

/**
 * Which glyphs a face's rules put in the place of one glyph, beside letters of any kind (OpenType 1.9 `GSUB`, single
 * substitutions, those among them that other rules call). Nothing where the table is damaged: it is not shaped by, either.
 */
export function substitutes(face: Face): ReadonlyMap<number, ReadonlySet<number>> {
  const bytes = faceTable(face, 'GSUB');
  const found = new Map<number, Set<number>>();
  if (bytes === undefined) return found;
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const unasked = onlyWhereAsked(view);
    const lookups = view.getUint16(8);
    let left = mostPairs;
    for (let i = 0; i < view.getUint16(lookups); i++) {
      if (unasked.has(i)) continue;
      for (const at of singles(view, lookups + view.getUint16(lookups + 2 + 2 * i)))
        for (const [from, to] of pairs(view, at)) {
          if (--left < 0) return found;
          const known = found.get(from);
          if (known === undefined) found.set(from, new Set([to]));
          else known.add(to);
        }
    }
    return found;
  } catch (error) {
    if (error instanceof RangeError) return new Map();
    throw error;
  }
}

/** Lookups that only features name which a text must ask for: small capitals, old-style figures, sets of styles. */
function onlyWhereAsked(view: DataView): ReadonlySet<number> {
  const features = view.getUint16(6);
  const [asked, on] = [new Set<number>(), new Set<number>()];
  for (let i = 0; i < view.getUint16(features); i++) {
    const record = features + 2 + 6 * i;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((k) => view.getUint8(record + k)));
    const feature = features + view.getUint16(record + 4);
    for (let k = 0; k < view.getUint16(feature + 2); k++)
      (usual.has(tag) ? on : asked).add(view.getUint16(feature + 4 + 2 * k));
  }
  for (const lookup of on) asked.delete(lookup);
  return asked;
}

/** Where the subtables of single substitutions of a lookup begin. */
function singles(view: DataView, lookup: number): number[] {
  const type = view.getUint16(lookup);
  if (type !== SINGLE && type !== EXTENSION) return [];
  const found: number[] = [];
  for (let i = 0; i < view.getUint16(lookup + 4); i++) {
    const at = lookup + view.getUint16(lookup + 6 + 2 * i);
    if (type === SINGLE) found.push(at);
    else if (view.getUint16(at + 2) === SINGLE) found.push(at + view.getUint32(at + 4));
  }
  return found;
}

function* pairs(view: DataView, at: number): Generator<readonly [from: number, to: number]> {
  const format = view.getUint16(at);
  let index = 0;
  for (const glyph of covered(view, at + view.getUint16(at + 2))) {
    if (format === 1) yield [glyph, (glyph + view.getInt16(at + 4)) & 0xffff];
    else if (index < view.getUint16(at + 4)) yield [glyph, view.getUint16(at + 6 + 2 * index)];
    index++;
  }
}

/** Glyphs of a coverage table, in its order. */
function* covered(view: DataView, at: number): Generator<number> {
  const count = view.getUint16(at + 2);
  if (view.getUint16(at) === 1) {
    for (let i = 0; i < count; i++) yield view.getUint16(at + 4 + 2 * i);
    return;
  }
  for (let i = 0; i < count; i++) {
    const range = at + 4 + 6 * i;
    for (let glyph = view.getUint16(range); glyph <= view.getUint16(range + 2); glyph++) yield glyph;
  }
}

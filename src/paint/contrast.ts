import { type Problem, problem } from '../diagnostics/index.ts';
import { type Color, contains, intersects, type Rect, union } from '../geometry/index.ts';
import type { GlyphRun } from '../text/index.ts';
import { coreBox, inkBounds } from './ink.ts';
import { itemPlace, itemText } from './item-text.ts';
import { contrast, luminance } from './luminance.ts';
import { areaOf } from './marks.ts';
import { type Shown, type Surface, surfaceOf } from './surface.ts';
import { rectToPage, type Turn, toPage } from './turn.ts';
import type { DisplayList, TextItem } from './types.ts';
import { walkItems } from './walk.ts';

/** WCAG 2.2 1.4.6 (AAA). */
const ENOUGH = 7;
const ENOUGH_FOR_LARGE = 4.5;
/** Large text, pt. */
const LARGE = 18;
const LARGE_BOLD = 14;

const white: Color = [255, 255, 255];
/** Between runs that do not follow each other, pt: more than is rounded. */
const APART = 0.01;
/** Just inside and outside of an edge, pt. */
const BESIDE = 0.005;

/** `CONTRAST_LOW` for text that does not stand out enough from the worst colour painted under its glyphs. */
export function checkContrast(pages: readonly DisplayList[]): Problem[] {
  return pages.flatMap((page) => {
    const problems = new Map<string, Problem>();
    const surfaces: Surface[] = [];
    walkItems(page, (item, turns) => {
      if (item.kind !== 'text') {
        surfaces.push(surfaceOf(item, turns));
        return;
      }
      let found: Found | undefined;
      for (const part of partsOf(item)) {
        const box = narrower(boxOf(part));
        const under = box && worstUnder(part, box, turns, surfaces);
        if (under !== undefined && (found === undefined || under.ratio < found.ratio)) found = under;
      }
      if (found === undefined) return;
      const needed = isLarge(item) ? ENOUGH_FOR_LARGE : ENOUGH;
      if (found.ratio >= needed) return;
      // Lines of one text on one ground are one problem.
      const place = itemPlace(item, page);
      const key = JSON.stringify([place, item.color, found.ground]);
      if (!problems.has(key)) problems.set(key, describe(item, found, needed, page));
    });
    return [...problems.values()];
  });
}

interface Found {
  readonly ground: Shown;
  readonly ratio: number;
}

function describe(item: TextItem, { ground, ratio }: Found, needed: number, page: DisplayList): Problem {
  const text = `"${itemText(item)}" in ${hex(item.color)}`;
  const place = itemPlace(item, page);
  if (ground === 'photo') {
    const message = `${text} lies on a photograph, where its contrast cannot be told.`;
    return problem(
      'CONTRAST_LOW',
      message,
      place,
      'Put a plain background behind the text, or move it off the picture.',
    );
  }
  // Rounded down: 6.996 is not 7.
  const told = (Math.floor(ratio * 100) / 100).toFixed(2);
  const message = `${text} on ${hex(ground)} has a contrast of ${told}:1; it needs ${needed}:1.`;
  return problem(
    'CONTRAST_LOW',
    message,
    place,
    'Take a darker or a lighter colour for the text or what lies under it.',
  );
}

function isLarge({ runs }: TextItem): boolean {
  return runs.every(
    ({ size, face }) => size >= LARGE || (size >= LARGE_BOLD && (face?.weight ?? 400) >= 700),
  );
}

/**
 * An item in parts that stand apart: where directions meet, another item stands between, which may be underlined or have a
 * ground of its own.
 */
function partsOf(item: TextItem): readonly TextItem[] {
  const { runs, rect } = item;
  const parts: [GlyphRun, ...GlyphRun[]][] = [];
  for (const run of runs) {
    const part = parts.at(-1);
    const last = part?.at(-1);
    if (part === undefined || last === undefined || run.x - last.x - last.width > APART) parts.push([run]);
    else part.push(run);
  }
  if (parts.length < 2) return [item];
  return parts.map((own) => {
    const [first, last] = [own[0], own.at(-1)!];
    const width = last.x + last.width - first.x;
    return { ...item, runs: own, rect: { ...rect, x: item.x + first.x, width } };
  });
}

/**
 * Where an item has ink; undefined where it has none. Tips that stick out of their line box, as in Nastaliq, do not count.
 * The box of a number is the same for all numbers of its shape, so that what was found of one holds for the others.
 */
function boxOf(item: TextItem): Rect | undefined {
  const ink = inkBounds(item);
  if (ink === undefined) return undefined;
  const core = coreBox(item);
  if (item.number !== undefined || !intersects(ink, item.rect)) return core;
  const top = Math.max(ink.y, item.rect.y);
  const bottom = Math.min(ink.y + ink.height, item.rect.y + item.rect.height);
  return union(core, { ...ink, y: top, height: bottom - top });
}

/** What begins where a text ends, an underline before it, reaches into it by rounding alone. */
function narrower(box: Rect | undefined): Rect | undefined {
  if (box === undefined || box.width <= 2 * APART) return box;
  return { ...box, x: box.x + APART, width: box.width - 2 * APART };
}

function worstUnder(item: TextItem, box: Rect, turns: readonly Turn[], surfaces: readonly Surface[]): Found {
  const area = rectToPage(box, turns);
  /** From the top down, to the first that hides all others. */
  const under: Surface[] = [];
  for (let i = surfaces.length - 1; i >= 0; i--) {
    const surface = surfaces[i]!;
    if (!intersects(surface.bounds, area)) continue;
    under.push(surface);
    if (surface.plain && contains(surface.bounds, area)) break;
  }
  let worst: Found = { ground: white, ratio: Number.POSITIVE_INFINITY };
  for (const [i, surface] of under.entries()) {
    if (surface.shades === undefined) continue;
    const onPage = areaOf(box, turns);
    const of = surface.shades(onPage);
    if (of === undefined) continue;
    // A card of any shape may hide all of it.
    if (under.slice(0, i).some((above) => above.cover(onPage) === 'all')) break;
    const text = luminance(item.color);
    const [dark, light] = [luminance(of.darkest), luminance(of.lightest)];
    const ground = text - dark < light - text ? of.darkest : of.lightest;
    const ratio = text > dark && text < light ? 1 : contrast(item.color, ground);
    if (ratio < worst.ratio) worst = { ground, ratio };
    if (of.isWhole) break;
  }
  const seen = new Set<Shown>();
  const look = (x: number, y: number): void => {
    const point = toPage({ x, y }, turns);
    let ground: Shown = white;
    for (const surface of under) {
      const shown = surface.at(point);
      if (shown === undefined) continue;
      // What it shows was looked at as a whole.
      if (surface.shades !== undefined) return;
      ground = shown;
      break;
    }
    if (seen.has(ground)) return;
    seen.add(ground);
    const ratio = ground === 'photo' ? 1 : contrast(item.color, ground);
    if (ratio < worst.ratio) worst = { ground, ratio };
  };
  const [first] = under;
  if (under.length === 1 && first!.plain && contains(first!.bounds, area)) {
    look(box.x + box.width / 2, box.y + box.height / 2);
    return worst;
  }
  const exact = turns.length === 0 ? under.filter(({ plain }) => plain).map(({ bounds }) => bounds) : [];
  const plainOnly = under.every(({ plain }) => plain) && turns.length === 0;
  const columns = stops(
    box.x,
    box.width,
    plainOnly ? 1 : columnsFor(box),
    exact.flatMap(({ x, width }) => [x, x + width]),
  );
  const rows = stops(
    box.y,
    box.height,
    plainOnly ? 1 : 6,
    exact.flatMap(({ y, height }) => [y, y + height]),
  );
  for (const y of rows) for (const x of columns) look(x, y);
  return worst;
}

/** Samples a quarter of the glyphs' height apart, within reason. */
function columnsFor({ width, height }: Rect): number {
  return Math.min(200, Math.max(4, Math.ceil((4 * width) / height)));
}

/** Places along an extent: evenly spaced, and at both sides of each edge that crosses it. */
function stops(start: number, length: number, count: number, edges: readonly number[]): number[] {
  const inside = (value: number): boolean => value > start && value < start + length;
  const even = Array.from({ length: count + 1 }, (_, i) => {
    const share = i / count;
    return start + Math.min(Math.max(share * length, BESIDE), length - BESIDE);
  });
  return [...even, ...edges.flatMap((edge) => [edge - BESIDE, edge + BESIDE]).filter(inside)];
}

function hex(color: Color): string {
  return `#${color.map((part) => Math.round(part).toString(16).padStart(2, '0').toUpperCase()).join('')}`;
}

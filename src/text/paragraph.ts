import { autospaceIn, autospaceUnits } from './autospace.ts';
import { embeddingLevels, isControl } from './bidi.ts';
import { breakOpportunities, hangs } from './break-opportunities.ts';
import { graphemeEnd } from './grapheme.ts';
import { itemize } from './itemize.ts';
import { MUST_BREAK, NO_BREAK } from './line-break.ts';
import { lineWidth, widthBySums } from './line-runs.ts';
import {
  type Broken,
  type Opportunity,
  type PreparedParagraph,
  type ShapedItem,
  type ShapedText,
  shapeItem,
  takesAutospace,
} from './prepared-paragraph.ts';
import { SOFT_HYPHEN } from './soft-hyphen.ts';
import type { Paragraph } from './types.ts';

function checkSpans({ text, spans }: Paragraph): void {
  let at = 0;
  for (const { start, end } of spans) {
    if (start !== at || end < start) throw new Error('Text spans must touch and be in order');
    at = end;
  }
  if (at !== text.length) throw new Error('Text spans must cover the text');
}

/** Marks where an item must not simply be cut. */
function markUnsafe({ shaped, start, end }: ShapedItem, unsafe: Uint8Array): void {
  if (shaped === undefined) return;
  unsafe.fill(1, start + 1, end);
  const { length, clusters } = shaped.glyphs;
  for (let i = 0; i < length; i++) if (clusters[i]! > start) unsafe[clusters[i]!] = shaped.unsafe[i]!;
}

function opportunitiesOf(paragraph: Paragraph): Opportunity[] {
  const { text } = paragraph;
  const breaks = breakOpportunities(paragraph);
  const found: Opportunity[] = [];
  let visibleEnd = 0;
  for (let at = 1; at <= text.length; at++) {
    if (!hangs(text.charCodeAt(at - 1))) visibleEnd = at;
    if (breaks[at] === NO_BREAK) continue;
    const forced = breaks[at] === MUST_BREAK;
    const hyphen = !forced && visibleEnd === at && text[at - 1] === SOFT_HYPHEN;
    found.push({ at, visibleEnd, forced, hyphen });
    // White space that begins a line hangs on that line.
    if (forced) visibleEnd = at;
  }
  return found;
}

/**
 * How far from its place a glyph may be put, em. Nastaliq's slope takes 1.4; marks stacked by the dozen reach into other
 * lines, and those by the hundred cannot be written into a font (16 bits a coordinate).
 */
const REACH = 4;

function stackedIn(text: string, items: readonly ShapedItem[]): ShapedText['stacked'] {
  const offsets = new Set<number>();
  for (const { shaped, face } of items) {
    if (shaped === undefined || face === undefined) continue;
    const most = REACH * face.unitsPerEm;
    const { length, clusters, dx, dy } = shaped.glyphs;
    for (let i = 0; i < length; i++)
      if (Math.abs(dx[i]!) > most || Math.abs(dy[i]!) > most) offsets.add(clusters[i]!);
  }
  return [...offsets].map((offset) => ({
    offset,
    character: text.slice(offset, graphemeEnd(text, offset, text.length)),
  }));
}

/** Shapes a paragraph's text, whatever its sizes are. */
export function shapeText(paragraph: Paragraph): ShapedText {
  checkSpans(paragraph);
  const { text, direction } = paragraph;
  const levels = embeddingLevels(text, direction);
  const { items: unshaped, missing } = itemize(paragraph, levels);
  const unsafe = new Uint8Array(text.length + 1);
  const autospace = autospaceIn(text);
  const items = unshaped.map((item) => {
    const shapedItem = { ...item, shaped: shapeItem(paragraph, item, item, autospace) };
    markUnsafe(shapedItem, unsafe);
    return shapedItem;
  });
  const opportunities = opportunitiesOf(paragraph);
  const stacked = stackedIn(text, items);
  return {
    paragraph,
    levels,
    items,
    missing,
    stacked,
    opportunities,
    unsafe,
    autospace,
    cuts: new Map(),
    sized: [],
  };
}

/** Adds an item's advances in pt to the widths by offset. */
function measure(paragraph: Paragraph, item: ShapedItem, widths: Float64Array): void {
  const { shaped, face, start } = item;
  if (shaped === undefined || face === undefined) {
    widths[start] = paragraph.objects?.[item.object!] ?? 0;
    return;
  }
  const scale = paragraph.spans[item.span]!.size / face.unitsPerEm;
  const { length, clusters, advances } = shaped.glyphs;
  for (let i = 0; i < length; i++) widths[clusters[i]!] = widths[clusters[i]!]! + advances[i]! * scale;
}

/** A stretch that is shaped anew is narrower or wider than the sum of its advances by less than this part. */
const SHAPED_ANEW = 0.2;

/** Only stretches that may be the longest are measured exactly: words may have to be shaped anew for that. */
function longestStretch(prepared: PreparedParagraph): number {
  const { opportunities } = prepared.text;
  const startOf = (i: number) => (i === 0 ? 0 : opportunities[i - 1]!.at);
  const sums = opportunities.map((end, i) => widthBySums(prepared, startOf(i), end));
  const near = (1 - SHAPED_ANEW) * sums.reduce((most, sum) => Math.max(most, sum), 0);
  return opportunities.reduce(
    (longest, end, i) =>
      sums[i]! < near ? longest : Math.max(longest, lineWidth(prepared, startOf(i), end)),
    0,
  );
}

/** The room that `autospace` gives, in pt. */
function roomsOf({ items, autospace }: ShapedText, paragraph: Paragraph): Float64Array | undefined {
  if (autospace === undefined) return undefined;
  const rooms = new Float64Array(autospace.length);
  for (const item of items) {
    const { start, end, span, face } = item;
    if (face === undefined || !takesAutospace(paragraph, item)) continue;
    const room = (autospaceUnits(face.unitsPerEm) * paragraph.spans[span]!.size) / face.unitsPerEm;
    for (let at = start + 1; at <= end; at++) if (autospace[at] === 1) rooms[at] = room;
  }
  // Isolates are in no item: what stands before them is before them.
  for (let at = 1; at < rooms.length; at++)
    if (autospace[at] === 1 && rooms[at] === 0 && isControl(paragraph.text.charCodeAt(at - 1)))
      rooms[at] = rooms[at - 1]!;
  return rooms;
}

/** Sets a shaped text in the sizes of a paragraph, which is of this text. */
export function sizeText(text: ShapedText, paragraph: Paragraph): PreparedParagraph {
  const { items, opportunities } = text;
  const { length } = paragraph.text;
  const widths = new Float64Array(length);
  for (const item of items) measure(paragraph, item, widths);
  const sums = new Float64Array(length + 1);
  for (let i = 0; i < length; i++) sums[i + 1] = sums[i]! + widths[i]!;
  const rooms = roomsOf(text, paragraph);
  let maxContent = 0;
  let start = 0;
  for (const { at, visibleEnd, forced } of opportunities) {
    if (!forced) continue;
    maxContent = Math.max(maxContent, sums[visibleEnd]! - (rooms?.[visibleEnd] ?? 0) - sums[start]!);
    start = at;
  }
  return new SizedParagraph(paragraph, text, { sums, rooms }, maxContent);
}

/** A class for its getter: one in a literal gives each object a shape of its own, which holds it until all memory is swept. */
class SizedParagraph implements PreparedParagraph {
  readonly paragraph: Paragraph;
  readonly text: ShapedText;
  readonly sums: Float64Array;
  readonly rooms: Float64Array | undefined;
  readonly maxContent: number;
  readonly missing: PreparedParagraph['missing'];
  readonly stacked: PreparedParagraph['stacked'];
  readonly broken: Broken[] = [];
  #minContent: number | undefined;

  constructor(
    paragraph: Paragraph,
    text: ShapedText,
    { sums, rooms }: Pick<PreparedParagraph, 'sums' | 'rooms'>,
    maxContent: number,
  ) {
    this.paragraph = paragraph;
    this.text = text;
    this.sums = sums;
    this.rooms = rooms;
    this.maxContent = maxContent;
    this.missing = text.missing;
    this.stacked = text.stacked;
  }

  /** Few ask for it, and words may have to be shaped alone to know it. */
  get minContent(): number {
    this.#minContent ??= longestStretch(this);
    return this.#minContent;
  }
}

import { embeddingLevels } from './bidi.ts';
import { breakOpportunities, hangs } from './break-opportunities.ts';
import { fontOf } from './face.ts';
import { type Shaped, shapeRun } from './harfbuzz.ts';
import { type Item, itemize } from './itemize.ts';
import { MUST_BREAK, NO_BREAK } from './line-break.ts';
import { Memo } from './memo.ts';
import type { Line, Paragraph, ShapedParagraph } from './types.ts';

/** A place where a line may or must end. */
export interface Opportunity {
  /** The next line begins here. */
  readonly at: number;
  /** Where the white space that hangs before it begins. */
  readonly visibleEnd: number;
  readonly forced: boolean;
}

/** An item with its glyphs; undefined for an inline object. */
export interface ShapedItem extends Item {
  readonly shaped: Shaped | undefined;
}

/** What {@link shapeParagraph} really makes; other rooms see only {@link ShapedParagraph}. */
export interface PreparedParagraph extends ShapedParagraph {
  readonly levels: Uint8Array;
  readonly items: readonly ShapedItem[];
  readonly opportunities: readonly Opportunity[];
  /** Sum in pt of the advances before each UTF-16 offset; a cluster's advance counts at its first unit. */
  readonly sums: Float64Array;
  /** 1 where cutting the text asks for shaping anew. */
  readonly unsafe: Uint8Array;
  /** Lines already made, by measure and wrap. */
  readonly broken: Memo<readonly Line[]>;
}

const PARAGRAPHS_KEPT = 512;
const MEASURES_KEPT = 4;

const memo = new Memo<PreparedParagraph>(PARAGRAPHS_KEPT);
let remembers = true;

/** Turns the memory of shaped paragraphs on or off (off forgets all), for measuring. Results do not depend on it. */
export function setParagraphMemo(on: boolean): void {
  remembers = on;
  memo.clear();
}

/** Everything that the result depends on. The text comes last, so that nothing in it can look like a field. */
function keyOf(paragraph: Paragraph): string {
  const { direction, breaking, spans, objects, text } = paragraph;
  let key = `${direction} ${breaking.strictness} ${breaking.words} ${objects?.join(',') ?? ''};`;
  for (const { start, end, faces, size, language, noWrap } of spans) {
    key += `${start} ${end} ${size} ${noWrap === true ? 1 : 0} ${JSON.stringify(language)}`;
    for (const face of faces) key += ` ${face.id}`;
    key += ';';
  }
  return `${key}\n${text}`;
}

function checkSpans({ text, spans }: Paragraph): void {
  let at = 0;
  for (const { start, end } of spans) {
    if (start !== at || end < start) throw new Error('Text spans must touch and be in order');
    at = end;
  }
  if (at !== text.length) throw new Error('Text spans must cover the text');
}

/** Shapes `[start, end)` of an item's text in the context of the whole paragraph. */
export function shapeItem(paragraph: Paragraph, item: Item, start: number, end: number): Shaped | undefined {
  if (item.face === undefined) return undefined;
  const { language } = paragraph.spans[item.span]!;
  const rightToLeft = item.level % 2 === 1;
  return shapeRun(fontOf(item.face), paragraph.text, start, end, rightToLeft, item.script, language);
}

/** Adds an item's advances to the widths by offset, and marks where it must not simply be cut. */
function measure(paragraph: Paragraph, item: ShapedItem, widths: Float64Array, unsafe: Uint8Array): void {
  const { shaped, face, start, end } = item;
  if (shaped === undefined || face === undefined) {
    widths[start] = paragraph.objects?.[item.object!] ?? 0;
    return;
  }
  const scale = paragraph.spans[item.span]!.size / face.unitsPerEm;
  unsafe.fill(1, start + 1, end);
  const { length, clusters, advances } = shaped.glyphs;
  for (let i = 0; i < length; i++) {
    const at = clusters[i]!;
    widths[at] = widths[at]! + advances[i]! * scale;
    if (at > start) unsafe[at] = shaped.unsafe[i]!;
  }
}

function opportunitiesOf(paragraph: Paragraph): Opportunity[] {
  const { text } = paragraph;
  const breaks = breakOpportunities(paragraph);
  const found: Opportunity[] = [];
  for (let at = 1, from = 0; at <= text.length; at++) {
    if (breaks[at] === NO_BREAK) continue;
    let visibleEnd = at;
    while (visibleEnd > from && hangs(text.charCodeAt(visibleEnd - 1))) visibleEnd--;
    const forced = breaks[at] === MUST_BREAK;
    found.push({ at, visibleEnd, forced });
    if (forced) from = at;
  }
  return found;
}

function prepare(paragraph: Paragraph): PreparedParagraph {
  const { text, direction } = paragraph;
  const levels = embeddingLevels(text, direction);
  const { items: unshaped, missing } = itemize(paragraph, levels);
  const widths = new Float64Array(text.length);
  const unsafe = new Uint8Array(text.length + 1);
  const items = unshaped.map((item) => {
    const shapedItem = { ...item, shaped: shapeItem(paragraph, item, item.start, item.end) };
    measure(paragraph, shapedItem, widths, unsafe);
    return shapedItem;
  });
  const sums = new Float64Array(text.length + 1);
  for (let i = 0; i < text.length; i++) sums[i + 1] = sums[i]! + widths[i]!;
  const opportunities = opportunitiesOf(paragraph);
  let minContent = 0;
  let maxContent = 0;
  let word = 0;
  let line = 0;
  for (const { at, visibleEnd, forced } of opportunities) {
    const end = sums[visibleEnd]!;
    minContent = Math.max(minContent, end - sums[word]!);
    word = at;
    if (!forced) continue;
    maxContent = Math.max(maxContent, end - sums[line]!);
    line = at;
  }
  return {
    paragraph,
    minContent,
    maxContent,
    missing,
    levels,
    items,
    opportunities,
    sums,
    unsafe,
    broken: new Memo(MEASURES_KEPT),
  };
}

/** Shapes a paragraph once; the same content again costs one look-up. */
export function shapeParagraph(paragraph: Paragraph): ShapedParagraph {
  if (!remembers) {
    checkSpans(paragraph);
    return prepare(paragraph);
  }
  const key = keyOf(paragraph);
  let prepared = memo.get(key);
  if (prepared === undefined) {
    checkSpans(paragraph);
    prepared = prepare(paragraph);
    memo.set(key, prepared);
  }
  return prepared;
}

import { embeddingLevels } from './bidi.ts';
import { breakOpportunities, hangs } from './break-opportunities.ts';
import { itemize } from './itemize.ts';
import { MUST_BREAK, NO_BREAK } from './line-break.ts';
import { lineWidth } from './line-runs.ts';
import { Memo } from './memo.ts';
import {
  type Opportunity,
  type PreparedParagraph,
  type ShapedItem,
  shapeItem,
} from './prepared-paragraph.ts';
import type { Paragraph } from './types.ts';

const MEASURES_KEPT = 4;

export function checkSpans({ text, spans }: Paragraph): void {
  let at = 0;
  for (const { start, end } of spans) {
    if (start !== at || end < start) throw new Error('Text spans must touch and be in order');
    at = end;
  }
  if (at !== text.length) throw new Error('Text spans must cover the text');
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
  let visibleEnd = 0;
  for (let at = 1; at <= text.length; at++) {
    if (!hangs(text.charCodeAt(at - 1))) visibleEnd = at;
    if (breaks[at] === NO_BREAK) continue;
    const forced = breaks[at] === MUST_BREAK;
    found.push({ at, visibleEnd, forced });
    // White space that begins a line hangs on that line.
    if (forced) visibleEnd = at;
  }
  return found;
}

function longestStretch(prepared: PreparedParagraph): number {
  let longest = 0;
  let start = 0;
  for (const end of prepared.opportunities) {
    longest = Math.max(longest, lineWidth(prepared, start, end));
    start = end.at;
  }
  return longest;
}

/** Shapes a paragraph. */
export function prepare(paragraph: Paragraph): PreparedParagraph {
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
  let maxContent = 0;
  let start = 0;
  for (const { at, visibleEnd, forced } of opportunities) {
    if (!forced) continue;
    maxContent = Math.max(maxContent, sums[visibleEnd]! - sums[start]!);
    start = at;
  }
  let minContent: number | undefined;
  const prepared: PreparedParagraph = {
    paragraph,
    // Few ask for it, and words may have to be shaped alone to know it.
    get minContent() {
      minContent ??= longestStretch(prepared);
      return minContent;
    },
    maxContent,
    missing,
    levels,
    items,
    opportunities,
    sums,
    unsafe,
    broken: new Memo(MEASURES_KEPT),
  };
  return prepared;
}

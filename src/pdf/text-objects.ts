import type { TextItem } from '../paint/index.ts';
import type { Face, GlyphRun } from '../text/index.ts';
import { isTextOf, type RunText } from './clusters.ts';
import type { ContentStream } from './content.ts';
import type { DocumentFont, FontSet } from './font.ts';
import type { FontState } from './font-state.ts';
import { num } from './number.ts';

/** Moves back by thousandths of the size. */
export interface Move {
  readonly move: number;
}

/** Codes in one object, and where it begins. */
export interface Placed {
  readonly font: DocumentFont;
  readonly x: number;
  readonly size: number;
  readonly parts: readonly (number | Move)[];
}

/** What one text object shows, after its font and place are set; and the font that it leaves set. */
export interface Shown {
  readonly face: Face;
  readonly size: number;
  readonly x: number;
  readonly bytes: string;
  readonly last: { readonly name: string; readonly size: number };
}

/** A font that a piece of a line is written with, and the codes that it gave for it. */
interface FontUse {
  readonly face: Face;
  readonly name: string;
  readonly from: FontState;
  readonly to: FontState;
}

/** How a piece of a line was written. */
export class WrittenPiece {
  readonly of: RunText;
  readonly runs: readonly GlyphRun[];
  readonly x: number;
  readonly uses: readonly FontUse[];
  readonly objects: Objects;

  constructor(of: RunText, runs: readonly GlyphRun[], x: number, uses: readonly FontUse[], objects: Objects) {
    this.of = of;
    this.runs = runs;
    this.x = x;
    this.uses = uses;
    this.objects = objects;
  }

  /** Is it what is to be written now? Then its fonts have given their codes. */
  isWritten(fonts: FontSet, { paragraph, x }: TextItem, runs: readonly GlyphRun[]): boolean {
    return (
      x === this.x &&
      runs.length === this.runs.length &&
      runs.every((run, i) => run === this.runs[i]) &&
      isTextOf(this.of, paragraph) &&
      this.uses.every(({ face, name, from, to }) => {
        const font = fonts.of(face);
        return font.name === name && font.repeat(from, to);
      })
    );
  }
}

/** The text objects of a piece of a line: marks, what is shown between spaces, and what stands after each. */
export interface Objects {
  readonly marks: Shown | undefined;
  readonly stretches: readonly (Shown | undefined)[];
  readonly joiner: Shown | undefined;
}

/** Leaves the marked content that is open, writes an artifact, and comes back when more is written. */
export type Aside = (write: () => void) => void;

/** Writes what was written before: first the marks, as whoever wrote it did. */
export function showAgain(
  content: ContentStream,
  fonts: FontSet,
  { color, baseline }: TextItem,
  { marks, stretches, joiner }: Objects,
  aside: Aside,
): void {
  const show = (shown: Shown | undefined): void => {
    if (shown === undefined) return;
    const { face, size, x, bytes, last } = shown;
    content.write('BT\n');
    content.font(fonts.of(face).name, size);
    content.textAt(x, baseline);
    content.repeat(bytes, last.name, last.size);
  };
  if (marks !== undefined)
    aside(() => {
      content.fill(color);
      show(marks);
    });
  content.fill(color);
  stretches.forEach((stretch, i) => {
    if (i > 0) aside(() => show(joiner));
    show(stretch);
  });
}

/** Writes one text object. */
export function showAll(
  content: ContentStream,
  placed: readonly Placed[],
  baseline: number,
): Shown | undefined {
  const [first] = placed;
  if (first === undefined) return undefined;
  content.write('BT\n');
  content.font(first.font.name, first.size);
  let before = num(first.x);
  content.textAt(before, baseline);
  const start = content.length;
  placed.forEach(({ font, size, parts, x }, i) => {
    if (i > 0) {
      content.font(font.name, size);
      const at = num(x);
      content.number(at - before);
      content.write(' 0 Td\n');
      before = at;
    }
    showParts(content, parts);
  });
  content.write('ET\n');
  const { font, size } = placed.at(-1)!;
  return {
    face: first.font.face,
    size: first.size,
    x: num(first.x),
    bytes: content.since(start),
    last: { name: font.name, size },
  };
}

function showParts(content: ContentStream, parts: Placed['parts']): void {
  const single = parts.length === 1;
  content.write(single ? '(' : '[(');
  for (const part of parts) {
    if (typeof part === 'number') content.code(part);
    else {
      content.write(')');
      content.number(part.move);
      content.write('(');
    }
  }
  content.write(single ? ')Tj\n' : ')]TJ\n');
}

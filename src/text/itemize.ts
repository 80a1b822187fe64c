import { isControl } from './bidi.ts';
import { extendsGrapheme, scripts } from './script.ts';
import type { Face, Paragraph, TextSpan } from './types.ts';

/** U+FFFC, which stands for an inline object. */
export const OBJECT = 0xfffc;

/** A stretch of one span, face, script and level: what is shaped as one. Controls are in no item. */
export interface Item {
  readonly span: number;
  readonly start: number;
  readonly end: number;
  /** Undefined for an inline object. */
  readonly face: Face | undefined;
  /** ISO 15924 code. */
  readonly script: string;
  readonly level: number;
  /** Index among the inline objects. */
  readonly object: number | undefined;
}

export interface Itemized {
  readonly items: readonly Item[];
  readonly missing: readonly { readonly offset: number; readonly character: string }[];
}

/** Default-ignorable characters that need no glyph: joiners, variation selectors, zero-width and soft marks. */
function needsNoGlyph(codePoint: number): boolean {
  return (
    codePoint === 0xad ||
    codePoint === 0x034f ||
    (codePoint >= 0x200b && codePoint <= 0x200f) ||
    (codePoint >= 0x2060 && codePoint <= 0x2064) ||
    (codePoint >= 0xfe00 && codePoint <= 0xfe0f) ||
    codePoint === 0xfeff ||
    (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
  );
}

function hasAll(face: Face, text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    if (face.glyph(codePoint) === 0 && !needsNoGlyph(codePoint)) return false;
    at += codePoint > 0xffff ? 2 : 1;
  }
  return true;
}

/** HarfBuzz composes and decomposes, so a face that has the composed letter has the letter with its mark. */
function covers(face: Face, grapheme: string): boolean {
  if (hasAll(face, grapheme)) return true;
  return grapheme.length > 1 && hasAll(face, grapheme.normalize('NFC'));
}

/** End of the base at `at` with the marks and joiners that stay with it. */
function graphemeEnd(text: string, at: number, limit: number): number {
  let end = at + (text.codePointAt(at)! > 0xffff ? 2 : 1);
  while (end < limit) {
    const codePoint = text.codePointAt(end)!;
    if (!extendsGrapheme(codePoint)) break;
    end += codePoint > 0xffff ? 2 : 1;
  }
  return Math.min(end, limit);
}

function chooseFace(span: TextSpan, grapheme: string, current: Face | undefined): Face | undefined {
  if ((grapheme === ' ' || grapheme === '\u00a0') && current?.glyph(0x20)) return current;
  return span.faces.find((face) => covers(face, grapheme));
}

/** Cuts a paragraph into items, and tells the characters that no face of their span has. */
export function itemize(paragraph: Paragraph, levels: Uint8Array): Itemized {
  const { text, spans } = paragraph;
  const scriptAt = scripts(text);
  const items: Item[] = [];
  const missing: { offset: number; character: string }[] = [];
  let objects = 0;
  spans.forEach((span, index) => {
    if (span.faces.length === 0) throw new Error('A text span needs at least one face');
    let current: Face | undefined;
    for (let at = span.start; at < span.end; ) {
      const unit = text.charCodeAt(at);
      if (isControl(unit)) {
        at++;
        continue;
      }
      const level = levels[at]!;
      const script = scriptAt[at]!;
      if (unit === OBJECT) {
        items.push({
          span: index,
          start: at,
          end: at + 1,
          face: undefined,
          script,
          level,
          object: objects++,
        });
        at++;
        continue;
      }
      const end = graphemeEnd(text, at, span.end);
      const grapheme = text.slice(at, end);
      let face = chooseFace(span, grapheme, current);
      if (face === undefined) {
        const base = text.codePointAt(at)!;
        face = span.faces.find((each) => each.glyph(base) !== 0) ?? span.faces[0]!;
        for (let i = at; i < end; ) {
          const character = String.fromCodePoint(text.codePointAt(i)!);
          if (!hasAll(face, character)) missing.push({ offset: i, character });
          i += character.length;
        }
      }
      current = face;
      const last = items.at(-1);
      if (
        last !== undefined &&
        last.end === at &&
        last.span === index &&
        last.face === face &&
        last.script === script &&
        last.level === level
      )
        items[items.length - 1] = { ...last, end };
      else items.push({ span: index, start: at, end, face, script, level, object: undefined });
      at = end;
    }
  });
  return { items, missing };
}

import { isControl } from './bidi.ts';
import { graphemeEnd } from './grapheme.ts';
import { scripts } from './script.ts';
import type { Face, MissingCharacter, Paragraph, TextSpan } from './types.ts';

/** U+FFFC, which stands for an inline object. */
const OBJECT = 0xfffc;

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
  readonly missing: readonly MissingCharacter[];
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

const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** A digit, what stands between two (`4–6`, `1.5`, `10:30`), and the per cent sign behind one: set as one. */
function inNumber(text: string, at: number): boolean {
  if (isDigit(text.charCodeAt(at))) return true;
  if (at === 0 || !isDigit(text.charCodeAt(at - 1))) return false;
  const sign = text[at]!;
  return sign === '%' || ('.,:/-–'.includes(sign) && isDigit(text.charCodeAt(at + 1)));
}

/** The first face that has a grapheme; a space stays in the current one. Undefined when none has it. */
function chooseFace(span: TextSpan, text: string, at: number, end: number, current: Face | undefined) {
  const unit = text.charCodeAt(at);
  const first = span.faces[0]!;
  if (end === at + 1) {
    // HarfBuzz makes the narrow no-break space of a face without one from its space.
    if (
      (unit === 0x20 || unit === 0xa0 || unit === 0x202f) &&
      current !== undefined &&
      current.glyph(0x20) !== 0
    )
      return current;
    if (span.digits !== undefined && inNumber(text, at)) return span.digits;
    if (first.glyph(unit) !== 0) return first;
  }
  const grapheme = text.slice(at, end);
  return span.faces.find((face) => covers(face, grapheme));
}

/** Digits and the signs between them: one face draws them, not one the digits and another the hyphens. */
const numberSigns = /[+(*]*\p{N}(?:[\p{N}\s()+./:,*#\-\u2010-\u2013]*\p{N}\)?)?/gu;

/** Where the signs of numbers are in a text that a user's own face is to set, which draws no digits. */
function signsIn(text: string): Uint8Array {
  const signs = new Uint8Array(text.length);
  for (const { index, 0: found } of text.matchAll(numberSigns)) signs.fill(1, index, index + found.length);
  return signs;
}

/** A number that is a span of its own, as people read it: its brackets, its plus, its star or hash and its letters are set as its digits. */
const shownNumber =
  /^(?:[*#]\d{2,6}|[+(]?\d(?:[\d ()+./#,-]|[A-Z]{2,}|(?:ext(?:ension)?\.?|x|poste|int\.|ramal|anexo) ?(?=\d)){4,38}(?<=[\d)]))$/;

const isOwn = (face: Face): boolean => face.letters !== undefined;
const letter = /[\p{L}\p{M}]/u;

/** The own face of a span that a letter is asked of, and that lacks it; undefined for signs, which any face may draw. */
function lackingOf({ faces }: TextSpan, chosen: Face, grapheme: string, script: string): Face | undefined {
  if (isOwn(chosen) || !letter.test(grapheme)) return undefined;
  return faces.find(({ letters }) => letters?.has(script) === true);
}

/** The faces of the press, the one of its digits first. */
function facesOfNumbers({ faces, digits }: TextSpan): readonly Face[] {
  const ours = faces.filter((face) => !isOwn(face));
  return digits === undefined ? ours : [digits, ...ours];
}

/** Cuts a paragraph into items, and tells the characters that no face of their span has. */
export function itemize(paragraph: Paragraph, levels: Uint8Array): Itemized {
  const { text, spans } = paragraph;
  const scriptAt = scripts(text);
  const items: Item[] = [];
  const missing: MissingCharacter[] = [];
  let objects = 0;

  /** A face for what none covers: one that has the base. Notes the characters that it lacks. */
  const makeDo = (span: TextSpan, at: number, end: number): Face => {
    const base = text.codePointAt(at)!;
    const face = span.faces.find((each) => each.glyph(base) !== 0) ?? span.faces[0]!;
    for (const character of text.slice(at, end)) {
      if (!hasAll(face, character)) missing.push({ offset: at, character });
      at += character.length;
    }
    return face;
  };

  spans.forEach((span, index) => {
    if (span.faces.length === 0) throw new Error('A text span needs at least one face');
    const hasOwn = span.faces.some(isOwn);
    const signs = hasOwn ? signsIn(text) : undefined;
    const isNumber = span.digits !== undefined && shownNumber.test(text.slice(span.start, span.end));
    const pressed = hasOwn || isNumber ? { ...span, faces: facesOfNumbers(span) } : span;
    let open: { -readonly [K in keyof Item]: Item[K] } | undefined;
    for (let at = span.start; at < span.end; ) {
      const unit = text.charCodeAt(at);
      if (isControl(unit)) {
        open = undefined;
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
        open = undefined;
        at++;
        continue;
      }
      let end = graphemeEnd(text, at, span.end);
      // A sign that goes before letters (GB9b) takes no object along.
      if (end > at + 1 && text.charCodeAt(end - 1) === OBJECT) end--;
      const asked = isNumber || signs?.[at] === 1 ? pressed : span;
      const face = chooseFace(asked, text, at, end, open?.face) ?? makeDo(asked, at, end);
      if (hasOwn) {
        const character = text.slice(at, end);
        const lacking = asked === span ? lackingOf(span, face, character, script) : undefined;
        if (lacking !== undefined) missing.push({ offset: at, character, lacking: lacking.postScriptName });
      }
      if (open !== undefined && open.face === face && open.script === script && open.level === level)
        open.end = end;
      else {
        open = { span: index, start: at, end, face, script, level, object: undefined };
        items.push(open);
      }
      at = end;
    }
  });
  return { items, missing };
}

import { createHash } from 'node:crypto';
import type { Budget } from './budget.ts';
import type { PdfFile } from './file.ts';
import { type Dictionary, type PdfObject, PdfStream, PdfString } from './object.ts';
import { Keyword, Parser } from './parser.ts';

/** A font as the reader needs it: what a code means and how wide it is. */
export interface ReadFont {
  readonly name: string;
  readonly bold: boolean;
  /** Bytes a code. */
  readonly codeLength: 1 | 2;
  /** Undefined: the code has no Unicode. */
  readonly text: (code: number) => string | undefined;
  /** Thousandths of the font size. */
  readonly width: (code: number) => number;
  /** True when the code is drawn with glyph 0, the sign for "no glyph". */
  readonly isMissing: (code: number) => boolean;
  readonly embedded: boolean;
}

const maps = new Map<string, ReadonlyMap<number, string>>();
const mostMaps = 300;
const lastCode = 0xffff;

/** The ToUnicode map of a font (ISO 32000-1 9.10.3), kept by content. */
function unicodeMap(file: PdfFile, stream: PdfStream): ReadonlyMap<number, string> {
  const filter = String(file.get(stream.dictionary.get('Filter')));
  const key = `${filter} ${createHash('sha1').update(stream.raw).digest('base64')}`;
  let map = maps.get(key);
  if (map === undefined) {
    map = parseMap(Buffer.from(file.data(stream)).toString('latin1'), file.budget);
    if (maps.size >= mostMaps) maps.clear();
    maps.set(key, map);
  }
  return map;
}

function utf16(value: unknown): string {
  if (!(value instanceof PdfString)) return '';
  let text = '';
  for (let i = 0; i + 1 < value.bytes.length; i += 2)
    text += String.fromCharCode((value.bytes.charCodeAt(i) << 8) | value.bytes.charCodeAt(i + 1));
  return text;
}

function number(value: unknown): number {
  if (!(value instanceof PdfString)) return Number.NaN;
  let code = 0;
  for (const c of value.bytes) code = code * 256 + c.charCodeAt(0);
  return code;
}

function parseMap(source: string, budget: Budget): ReadonlyMap<number, string> {
  const map = new Map<number, string>();
  const parser = new Parser(source);
  let pending: (PdfObject | Keyword)[] = [];
  for (let token = parser.next(); token !== undefined; token = parser.next()) {
    if (!(token instanceof Keyword)) {
      pending.push(token);
      continue;
    }
    if (token.word === 'endbfchar')
      for (let i = 0; i + 1 < pending.length; i += 2) map.set(number(pending[i]), utf16(pending[i + 1]));
    if (token.word === 'endbfrange')
      for (let i = 0; i + 2 < pending.length; i += 3) addRange(map, pending.slice(i, i + 3), budget);
    pending = [];
  }
  return map;
}

function addRange(
  map: Map<number, string>,
  [from, to, target]: (PdfObject | Keyword)[],
  budget: Budget,
): void {
  const [first, last] = [number(from), Math.min(number(to), lastCode)];
  for (let code = first; code <= last; code++) {
    budget.spend(1);
    if (Array.isArray(target)) map.set(code, utf16(target[code - first]));
    else {
      const text = utf16(target);
      map.set(code, text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + code - first));
    }
  }
}

function compositeWidths(file: PdfFile, descendant: Dictionary): (code: number) => number {
  const fallback = Number(file.get(descendant.get('DW')) ?? 1000);
  const widths = new Map<number, number>();
  const rows = file.array(descendant.get('W')) ?? [];
  for (let i = 0; i < rows.length; ) {
    const first = Math.max(0, Number(file.get(rows[i])));
    const second = file.get(rows[i + 1]);
    if (Array.isArray(second)) {
      second.forEach((width, k) => {
        widths.set(first + k, Number(file.get(width)));
      });
      i += 2;
    } else {
      const width = Number(file.get(rows[i + 2]));
      const last = Math.min(Number(second), lastCode);
      file.budget.spend(Math.max(0, last - first));
      for (let code = first; code <= last; code++) widths.set(code, width);
      i += 3;
    }
  }
  return (code) => widths.get(code) ?? fallback;
}

export function readFont(file: PdfFile, dictionary: Dictionary): ReadFont {
  const name = String(file.get(dictionary.get('BaseFont')) ?? '').replace(/^\/(?:[A-Z]{6}\+)?/, '');
  const unicode = file.get(dictionary.get('ToUnicode'));
  const map = unicode instanceof PdfStream ? unicodeMap(file, unicode) : undefined;
  const composite = file.get(dictionary.get('Subtype')) === '/Type0';
  const descendant = composite
    ? file.dictionary(file.array(dictionary.get('DescendantFonts'))?.[0])
    : undefined;
  const descriptor = file.dictionary((descendant ?? dictionary).get('FontDescriptor'));
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some(
    (key) => file.get(descriptor?.get(key)) instanceof PdfStream,
  );
  const bold = /bold|black|heavy/i.test(name);
  if (descendant !== undefined) {
    const stream = file.get(descendant.get('CIDToGIDMap'));
    const glyphs = stream instanceof PdfStream ? file.data(stream) : undefined;
    return {
      name,
      bold,
      embedded,
      codeLength: 2,
      text: (code) => map?.get(code),
      width: compositeWidths(file, descendant),
      isMissing: (code) =>
        glyphs === undefined
          ? code === 0
          : ((glyphs[code * 2] ?? 0) << 8) + (glyphs[code * 2 + 1] ?? 0) === 0,
    };
  }
  const first = Number(file.get(dictionary.get('FirstChar')) ?? 0);
  const widths = file.array(dictionary.get('Widths')) ?? [];
  return {
    name,
    bold,
    embedded,
    codeLength: 1,
    text: (code) => map?.get(code) ?? (code >= 32 ? String.fromCharCode(code) : undefined),
    width: (code) => Number(file.get(widths[code - first]) ?? 500),
    isMissing: () => false,
  };
}

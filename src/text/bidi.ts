import bidiModule, { type Bidi } from 'bidi-js';

// The package's declarations describe its ESM build; Node loads the CommonJS one, whose export is the factory itself.
const bidiFactory = bidiModule as unknown as () => Bidi;

let bidi: Bidi | undefined;

/** Right-to-left letters and marks, Arabic digits, and every bidi control: without them all is level 0. */
const ASKS_FOR_BIDI =
  /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/**
 * The same but isolates, and what ends a paragraph: with isolates alone the levels are those of their depth. What no one sees
 * has the level of what stands before it, and asks too where that is not its own: after one begins, and after a tab (L1).
 */
const ASKS_FOR_MORE =
  /[\n\r\x1c-\x1e\x85\u0590-\u08ff\u200f\u2029\u202a-\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]|[\t\v\x1f\u2066\u2068](?![ -~\xa0-\xac\xae-\u058f\u0900-\u17ff\u2010-\u2027\u2066-\u2069]|$)/;
/** UAX #9 BD2. */
const DEEPEST = 125;

/** Characters that steer bidi or end lines: never drawn. */
export function isControl(unit: number): boolean {
  return (
    (unit >= 0x2066 && unit <= 0x2069) ||
    (unit >= 0x202a && unit <= 0x202e) ||
    unit === 0x200e ||
    unit === 0x200f ||
    unit === 0x061c ||
    (unit >= 0x0a && unit <= 0x0d) ||
    unit === 0x85 ||
    unit === 0x2028 ||
    unit === 0x2029
  );
}

/** LRE, RLE, LRO, RLO, LRI, RLI, FSI: they belong to what follows them. */
export function isInitiator(unit: number): boolean {
  return (unit >= 0x2066 && unit <= 0x2068) || (unit >= 0x202a && unit <= 0x202e && unit !== 0x202c);
}

/** Kept out of the levels by UAX #9 X9. */
function isRemoved(type: string): boolean {
  return (
    type === 'BN' || type === 'LRE' || type === 'RLE' || type === 'LRO' || type === 'RLO' || type === 'PDF'
  );
}

/**
 * bidi-js takes each UTF-16 unit by itself, and half a pair for a Latin letter. Characters beyond the Basic
 * Multilingual Plane are shown to it as two units of the same type: pictures are ON, the right-to-left blocks R
 * or AL (their digits and marks too, which is near enough), all else is L.
 */
function withoutPairs(text: string): string {
  return text.replace(/[\ud800-\udbff][\udc00-\udfff]/g, (pair) => {
    const codePoint = pair.codePointAt(0)!;
    if (codePoint >= 0x1f000 && codePoint <= 0x1faff) return '!!';
    if (codePoint >= 0x1ee00 && codePoint <= 0x1eeff) return '\u0627\u0627';
    const rightToLeft =
      (codePoint >= 0x10800 && codePoint <= 0x10fff) || (codePoint >= 0x1e800 && codePoint <= 0x1efff);
    return rightToLeft ? '\u05d0\u05d0' : pair;
  });
}

/**
 * Resolved embedding levels of a text, one a UTF-16 unit (UAX #9 up to I2). What X9 takes out has the level of what
 * stands before it (5.2), so that a joiner does not cut its word.
 */
export function embeddingLevels(text: string, direction: 'ltr' | 'rtl'): Uint8Array {
  if (direction === 'ltr' && !ASKS_FOR_BIDI.test(text)) return new Uint8Array(text.length);
  const isolated = direction === 'ltr' && !ASKS_FOR_MORE.test(text) ? isolatedLevels(text) : undefined;
  if (isolated !== undefined) return isolated;
  bidi ??= bidiFactory();
  return bidi.getEmbeddingLevels(withoutPairs(text), direction).levels;
}

/**
 * Levels of a left-to-right text whose only controls are isolates: what is in one lies two deeper (X5a, X5c), digits and marks are
 * of the letters around them (W7, N1). A number stands in one wherever it is shown, and tables need not be read for it.
 * Undefined: they are too deep.
 */
function isolatedLevels(text: string): Uint8Array | undefined {
  const levels = new Uint8Array(text.length);
  let level = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    // One that ends nothing is as what is around it (X6a).
    if (unit === 0x2069) level = Math.max(0, level - 2);
    levels[i] = level;
    if (unit === 0x2066 || unit === 0x2068) level += 2;
    if (level > DEEPEST) return undefined;
  }
  return lineLevels(text, levels, 0, text.length, 'ltr');
}

/** White space and controls in the sense of L1: types WS, FSI, LRI, RLI, PDI, and what X9 takes out. */
function isBlank(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  if (unit <= 0x7f)
    return unit === 0x20 || unit === 0x0c || unit < 9 || (unit > 0x0d && unit < 0x1c) || unit === 0x7f;
  if (unit < 0x1680 && unit !== 0xad && unit !== 0x061c) return unit >= 0x80 && unit < 0xa0 && unit !== 0x85;
  // Dashes and quotes, of the letters around them; isolates.
  if (unit >= 0x2010 && unit <= 0x2027) return false;
  if (unit >= 0x2066 && unit <= 0x2069) return true;
  bidi ??= bidiFactory();
  const type = bidi.getBidiCharTypeName(text.charAt(at));
  return type === 'WS' || isRemoved(type) || /^(?:LRI|RLI|FSI|PDI)$/.test(type);
}

/** Types S and B of L1: tab, and what separates paragraphs. */
function isSeparator(unit: number): boolean {
  return (
    (unit >= 9 && unit <= 0x0d && unit !== 0x0c) ||
    (unit >= 0x1c && unit <= 0x1f) ||
    unit === 0x85 ||
    unit === 0x2029
  );
}

/** UAX #9 L1: levels of the line `[start, end)`, white space before separators and at its end reset. */
export function lineLevels(
  text: string,
  levels: Uint8Array,
  start: number,
  end: number,
  direction: 'ltr' | 'rtl',
): Uint8Array {
  const line = levels.slice(start, end);
  const base = direction === 'rtl' ? 1 : 0;
  let reset = true;
  for (let i = end - 1; i >= start; i--) {
    if (isSeparator(text.charCodeAt(i))) reset = true;
    else if (!isBlank(text, i)) reset = false;
    if (reset) line[i - start] = base;
  }
  return line;
}

/** UAX #9 L2: puts pieces, given in logical order, into visual order. */
export function visualOrder<T extends { readonly level: number }>(pieces: readonly T[]): T[] {
  const order = [...pieces];
  let highest = 0;
  let lowestOdd = 255;
  for (const { level } of pieces) {
    if (level > highest) highest = level;
    if (level % 2 === 1 && level < lowestOdd) lowestOdd = level;
  }
  for (let level = highest; level >= lowestOdd; level--) {
    for (let from = 0; from < order.length; from++) {
      if (order[from]!.level < level) continue;
      let to = from + 1;
      while (to < order.length && order[to]!.level >= level) to++;
      for (let a = from, b = to - 1; a < b; a++, b--) [order[a], order[b]] = [order[b]!, order[a]!];
      from = to;
    }
  }
  return order;
}

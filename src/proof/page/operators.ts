/**
 * Every operator that the press writes into page contents, as data (ISO 32000-1 annex A): what operands it has, where it
 * may stand, and where the reader is after it. What is not here is not as the press writes it, and is not read.
 */

/** Where the reader is: on the page, in a path, in one of rectangles alone (`re`), after `W`, in a text object before and after `Tm`. */
export const [onPage, inPath, inRectangle, inClip, inText, atText] = [1, 2, 4, 8, 16, 32];
/** In the contents of a drawing, which hold no text: outside of paths, in one, after a clip. */
export const [inDrawing, inDrawnPath, inDrawnClip] = [1, 2, 4];

export type Operand = 'name' | 'numbers' | 'codes' | 'marks';

export interface Operator {
  readonly word: string;
  /** How many plain numbers. */
  readonly numbers: number;
  /** What stands before the numbers. */
  readonly operand?: Operand;
  /** Where it may stand: a sum of places. */
  readonly from: number;
  readonly to?: number;
  /** It changes the graphics state, for all that follows. */
  readonly lasts?: true;
}

const lasting: ReadonlySet<string> = new Set(['cm', 'rg', 'RG', 'w', 'J', 'j', 'd', 'W', 'Tf']);

const row = (word: string, numbers: number, from: number, to?: number, operand?: Operand): Operator => ({
  word,
  numbers,
  from,
  ...(to === undefined ? {} : { to }),
  ...(operand === undefined ? {} : { operand }),
  ...(lasting.has(word) ? { lasts: true } : {}),
});

/** What pages and drawings have in common, with the places where each has it. */
const drawn = (outside: number, path: number, filled = path): readonly Operator[] => [
  row('q', 0, outside),
  row('Q', 0, outside),
  row('cm', 6, outside),
  row('rg', 3, outside),
  row('RG', 3, outside),
  row('w', 1, outside),
  row('J', 1, outside),
  row('j', 1, outside),
  row('d', 1, outside, undefined, 'numbers'),
  row('Do', 0, outside, undefined, 'name'),
  row('m', 2, outside + path, path),
  row('l', 2, path),
  row('c', 6, path),
  row('h', 0, path),
  row('f', 0, filled, outside),
  row('f*', 0, filled, outside),
  row('S', 0, path, outside),
];

export const operators: readonly Operator[] = [
  ...drawn(onPage, inPath, inPath + inRectangle),
  row('BDC', 0, onPage, undefined, 'marks'),
  row('BMC', 0, onPage, undefined, 'name'),
  row('EMC', 0, onPage),
  row('re', 4, onPage + inRectangle, inRectangle),
  row('W', 0, inRectangle, inClip),
  row('n', 0, inClip, onPage),
  row('B', 0, inPath, onPage),
  row('B*', 0, inPath, onPage),
  row('BT', 0, onPage, inText),
  row('Tf', 1, inText + atText, undefined, 'name'),
  row('Tm', 6, inText + atText, atText),
  row('Td', 2, atText),
  row('Tj', 0, atText, undefined, 'codes'),
  row('TJ', 0, atText, undefined, 'codes'),
  row('ET', 0, inText + atText, onPage),
];

/** Every operator that the press writes into the contents of a drawing. */
export const drawingOperators: readonly Operator[] = [
  ...drawn(inDrawing, inDrawnPath),
  row('M', 1, inDrawing),
  row('gs', 0, inDrawing, undefined, 'name'),
  row('cs', 0, inDrawing, undefined, 'name'),
  row('CS', 0, inDrawing, undefined, 'name'),
  row('scn', 0, inDrawing, undefined, 'name'),
  row('SCN', 0, inDrawing, undefined, 'name'),
  row('W', 0, inDrawnPath, inDrawnClip),
  row('W*', 0, inDrawnPath, inDrawnClip),
  row('n', 0, inDrawnClip, inDrawing),
];

/** Rows, cells and what is in them, in the XML of a sheet, each with the text behind it; names may have a prefix. */
const tags = /<(?:\w+:)?(row|c|f|v|is)(?=[\s/>])([^<>]*)>([^<]*)/g;
const end = /<\/(?:\w+:)?sheetData\s*>/;

/** Cells that a reader takes for what they are not. Each is `row,column`, from 0. */
export interface SheetOdds {
  /** That are of a text and name none: a reader takes the first of all texts for it. */
  readonly blank: ReadonlySet<string>;
  /** That are of a formula without words of its own: a reader takes them for numbers. */
  readonly formulas: ReadonlySet<string>;
  /** Filled by a table of what-ifs: `B2:B9`. */
  readonly filled: readonly string[];
}

interface Open {
  readonly key: string;
  readonly name: string;
  readonly type: string | undefined;
  value?: string;
  hasText?: true;
  isFormula?: true;
}

/** Reads what cells say of themselves, and no more of a sheet. */
export class CellXml {
  readonly #texts: number;
  readonly #blank = new Set<string>();
  readonly #formulas = new Set<string>();
  readonly #filled: string[] = [];
  #cell: Open | undefined;

  /** @param texts how many texts the workbook's cells share */
  constructor(texts: number) {
    this.#texts = texts;
  }

  /** What is odd, or as a sentence what is wrong. */
  read(xml: string): SheetOdds | string {
    const rows = new Set<number>();
    const cells = new Set<string>();
    let [row, column] = [0, 0];
    for (const [, tag, attributes, text] of xml.slice(0, end.exec(xml)?.index).matchAll(tags)) {
      if (tag === 'row' || tag === 'c') {
        const fault = this.#endCell();
        if (fault !== undefined) return fault;
        const said = ofName.exec(attributes!)?.[1]?.toUpperCase();
        if (tag === 'row') {
          row = Number(said ?? row + 1);
          column = 0;
          if (rows.has(row)) return `The workbook has row ${row} twice`;
          rows.add(row);
          continue;
        }
        const name = said ?? `${row}:${column + 1}`;
        if (cells.has(name)) return `The workbook has the cell ${name} twice`;
        cells.add(name);
        column = said === undefined ? column + 1 : columnOf(said);
        const line = said === undefined ? row : Number(/\d+$/.exec(said)![0]);
        const type = ofType.exec(attributes!)?.[1];
        this.#cell = { key: `${line - 1},${column - 1}`, name: said ?? `of row ${row}`, type };
      } else {
        const fault = this.#take(tag!, attributes!, text!);
        if (fault !== undefined) return fault;
      }
    }
    return this.#endCell() ?? { blank: this.#blank, formulas: this.#formulas, filled: this.#filled };
  }

  #take(tag: string, attributes: string, text: string): string | undefined {
    const cell = this.#cell;
    if (cell === undefined) return undefined;
    if (tag === 'is') cell.hasText = true;
    else if (tag === 'f') {
      cell.isFormula = true;
      const filled = isTable.test(attributes) ? ofRange.exec(attributes)?.[1] : undefined;
      if (filled !== undefined) this.#filled.push(filled);
      if (text.trim() === '') this.#formulas.add(cell.key);
    } else if (cell.value !== undefined) return `The workbook has two values for the cell ${cell.name}`;
    else cell.value = text.trim();
    return undefined;
  }

  #endCell(): string | undefined {
    const cell = this.#cell;
    this.#cell = undefined;
    if (cell === undefined) return undefined;
    const { key, name, type, value = '', hasText = false, isFormula = false } = cell;
    if (type === 's' && value === '') this.#blank.add(key);
    const isLost =
      (type === 's' && value !== '' && !(/^\d+$/.test(value) && Number(value) < this.#texts)) ||
      // A text of its own is read where the cell says that it has one, and there alone.
      (type === 'inlineStr' ? value !== '' && !hasText && !isFormula : hasText);
    return isLost ? `The workbook has no text for the cell ${name}` : undefined;
  }
}

/** Of the letters before a row, from 1. */
function columnOf(name: string): number {
  const letters = /^[A-Z]*/.exec(name)![0];
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

const ofName = /(?:^|\s)r\s*=\s*["']\s*([A-Za-z]*\d+)\s*["']/;
const ofType = /(?:^|\s)t\s*=\s*["']\s*(\w+)\s*["']/;
const isTable = /(?:^|\s)t\s*=\s*["']dataTable["']/;
const ofRange = /(?:^|\s)ref\s*=\s*["']([A-Za-z0-9:]+)["']/;

/** Rows, cells and the numbers of texts, in the XML of a sheet; names may have a prefix. */
const tags = /<(?:\w+:)?(row|c)\s([^<>]*)>(?:\s*<(?:\w+:)?v>([^<]*)<)?/g;
/** How a text that stands in its cell is to be read: whoever reads a workbook adds it to the text. */
const reading = /<(?:\w+:)?rPh[\s/>]/;
const isSheet = /<(?:\w+:)?sheetData[\s/>]/;
const isTexts = /<(?:\w+:)?sst[\s/>]/;
const text = /<(?:\w+:)?si[\s/>]/g;

/**
 * What the cells of a workbook contradict. Whoever reads a workbook takes one of two cells of a place and drops the other, and
 * leaves a cell empty whose text is not there: nobody would see it.
 */
export class CellFaults {
  readonly #sheets: string[] = [];
  #texts = 0;

  /** Takes a part of the workbook, unpacked. */
  take(part: Buffer): void {
    const head = part.toString('latin1', 0, 20_000);
    if (isTexts.test(head)) this.#texts = part.toString('latin1').match(text)?.length ?? 0;
    else if (isSheet.test(head)) this.#sheets.push(part.toString('latin1'));
  }

  /** Of all that were taken, the first, as a sentence; undefined: nothing is wrong. */
  first(): string | undefined {
    for (const xml of this.#sheets) {
      const fault = faultIn(xml, this.#texts);
      if (fault !== undefined) return fault;
    }
    return undefined;
  }
}

function faultIn(xml: string, texts: number): string | undefined {
  if (reading.test(xml)) return 'The workbook has readings (furigana) within its cells';
  const rows = new Set<number>();
  let row = 0;
  const cells = new Set<string>();
  for (const [, tag, attributes, value] of xml.matchAll(tags)) {
    const name = ofName.exec(attributes!)?.[1]?.toUpperCase();
    if (tag === 'row') {
      row = Number(name ?? row + 1);
      if (rows.has(row)) return `The workbook has row ${row} twice`;
      rows.add(row);
      continue;
    }
    if (name !== undefined) {
      if (cells.has(name)) return `The workbook has the cell ${name} twice`;
      cells.add(name);
    }
    if (value !== undefined && ofTexts.test(attributes!) && !(Number(value) >= 0 && Number(value) < texts))
      return `The workbook has no text for the cell ${name ?? `of row ${row}`}`;
  }
  return undefined;
}

const ofName = /(?:^|\s)r\s*=\s*["']\s*([A-Za-z]*\d+)\s*["']/;
const ofTexts = /(?:^|\s)t\s*=\s*["']s["']/;

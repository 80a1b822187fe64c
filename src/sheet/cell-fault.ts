import { partsIn } from './zip.ts';

/** Rows, cells and the numbers of texts, in the XML of a sheet; names may have a prefix. */
const tags = /<(?:\w+:)?(row|c)\s([^<>]*)>(?:\s*<(?:\w+:)?v>([^<]*)<)?/g;
const isSheet = /<(?:\w+:)?sheetData[\s/>]/;
const isTexts = /<(?:\w+:)?sst[\s/>]/;
const text = /<(?:\w+:)?si[\s/>]/g;

/**
 * What the cells of a workbook contradict, as a sentence; undefined: nothing. Whoever reads a workbook takes one of two cells
 * of a place and drops the other, and leaves a cell empty whose text is not there: nobody would see it.
 */
export function cellFault(workbook: Buffer): string | undefined {
  const sheets: string[] = [];
  let texts = 0;
  for (const bytes of partsIn(workbook)) {
    const head = bytes.toString('latin1', 0, 20_000);
    if (isTexts.test(head)) texts = bytes.toString('latin1').match(text)?.length ?? 0;
    else if (isSheet.test(head)) sheets.push(bytes.toString('latin1'));
  }
  for (const xml of sheets) {
    const fault = faultIn(xml, texts);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultIn(xml: string, texts: number): string | undefined {
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

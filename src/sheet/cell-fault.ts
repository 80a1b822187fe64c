import { CellXml, type SheetOdds } from './cell-xml.ts';
import { textFaultIn } from './text-fault.ts';

/** How a text that stands in its cell is to be read: whoever reads a workbook adds it to the text. */
const reading = /<(?:\w+:)?rPh[\s/>]/;
const isSheet = /<(?:\w+:)?worksheet[\s/>]/;
const isTexts = /<(?:\w+:)?sst[\s/>]/;
const text = /<(?:\w+:)?si[\s/>]/g;

/**
 * What the cells of a workbook contradict. Whoever reads a workbook takes one of two cells of a place and drops the other, and
 * leaves a cell empty whose text is not there: nobody would see it.
 */
export class CellFaults {
  readonly #sheets = new Map<string, string>();
  readonly #odds = new Map<string, SheetOdds>();
  #texts = 0;
  #fault: string | undefined;

  /** Takes a part of the workbook, unpacked. */
  take(part: Buffer, name: string): void {
    const head = part.toString('latin1', 0, 20_000);
    if (isTexts.test(head)) {
      const xml = part.toString('latin1');
      this.#texts = xml.match(text)?.length ?? 0;
      this.#fault ??= textFaultIn(xml);
    } else if (isSheet.test(head)) this.#sheets.set(name, part.toString('latin1'));
  }

  /** Of all that were taken, the first, as a sentence; undefined: nothing is wrong. */
  first(): string | undefined {
    for (const [name, xml] of this.#sheets) {
      if (this.#fault !== undefined) break;
      const odds = reading.test(xml)
        ? 'The workbook has readings (furigana) within its cells'
        : new CellXml(this.#texts).read(xml);
      if (typeof odds === 'string') this.#fault = odds;
      else {
        this.#odds.set(name, odds);
        this.#fault = textFaultIn(xml);
      }
    }
    return this.#fault;
  }

  /** What is odd in a sheet, by the name of its part; undefined: there is no such part. */
  of(part: string | undefined): SheetOdds | undefined {
    return part === undefined ? undefined : this.#odds.get(part);
  }
}

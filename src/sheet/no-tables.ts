/** A sheet in the list of a workbook, and what the workbook says of its parts; names may have a prefix. */
const ofSheets = /<(?:\w+:)?sheet\s([^<>]*)>/g;
const ofParts = /<(?:\w+:)?Relationship\s([^<>]*)>/g;
const isList = /<(?:\w+:)?workbook[\s>]/;
const isParts = /<(?:\w+:)?Relationships[\s>]/;
/** Kinds of sheets that have no cells, or none of a table (ECMA-376-1 §12.3.2, 12.3.6; MS-XLSX 2.1). */
const isNoTable = /\sType\s*=\s*["'][^"']*\/(?:chartsheet|dialogsheet|xl(?:Intl)?Macrosheet)["']/;

/** Which sheets of a workbook are charts, dialogs or macros: in its list they stand among the others. */
export class NoTables {
  #listed: (string | undefined)[] = [];
  readonly #ids = new Set<string | undefined>();

  /** Takes a part of the workbook, unpacked. */
  take(part: Buffer): void {
    const head = part.toString('latin1', 0, 2000);
    if (isParts.test(head)) {
      for (const [, said] of part.toString('latin1').matchAll(ofParts))
        if (isNoTable.test(` ${said}`)) this.#ids.add(/(?:^|\s)Id\s*=\s*["']([^"']*)["']/.exec(said!)?.[1]);
    } else if (isList.test(head))
      this.#listed = [...part.toString('latin1').matchAll(ofSheets)].map(
        ([, said]) => /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(` ${said}`)?.[1],
      );
  }

  /** @param index of a sheet in the workbook's list, from 0 */
  has(index: number): boolean {
    const id = this.#listed[index];
    return id !== undefined && this.#ids.has(id);
  }
}

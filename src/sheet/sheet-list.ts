/** A sheet in the list of a workbook, and what the workbook says of its parts; names may have a prefix. */
const ofSheets = /<(?:\w+:)?sheet\s([^<>]*)>/g;
const ofParts = /<(?:\w+:)?Relationship\s([^<>]*)>/g;
const isList = /<(?:\w+:)?workbook[\s>]/;
const isParts = /<(?:\w+:)?Relationships[\s>]/;
/** Kinds of sheets that have no cells, or none of a table (ECMA-376-1 §12.3.2, 12.3.6; MS-XLSX 2.1). */
const isNoTable = /\sType\s*=\s*["'][^"']*\/(?:chartsheet|dialogsheet|xl(?:Intl)?Macrosheet)["']/;

/** The list of a workbook's sheets: charts, dialogs and macros stand in it among the others. */
export class SheetList {
  #listed: (string | undefined)[] = [];
  #folder = '';
  readonly #noTables = new Set<string | undefined>();
  /** What the parts of a folder are named by, and where they are. */
  readonly #targets = new Map<string, string>();

  /** Takes a part of the workbook, unpacked. */
  take(part: Buffer, name: string): void {
    const head = part.toString('latin1', 0, 2000);
    if (isParts.test(head)) {
      const folder = folderOf(name.replace(/(?:^|\/)_rels\/[^/]*$/, '/x'));
      for (const [, said] of part.toString('latin1').matchAll(ofParts)) {
        const [id, target] = [saidOf('Id', said!), saidOf('Target', said!)];
        if (isNoTable.test(` ${said}`)) this.#noTables.add(id);
        if (id !== undefined && target !== undefined && isOfSheet.test(` ${said}`))
          this.#targets.set(`${folder} ${id}`, target);
      }
    } else if (isList.test(head)) {
      this.#folder = folderOf(name);
      this.#listed = [...part.toString('latin1').matchAll(ofSheets)].map(
        ([, said]) => /\s\w+:id\s*=\s*["']([^"']*)["']/.exec(` ${said}`)?.[1],
      );
    }
  }

  /** @param index of a sheet in the workbook's list, from 0 */
  isNoTable(index: number): boolean {
    const id = this.#listed[index];
    return id !== undefined && this.#noTables.has(id);
  }

  /** Name of the part that a sheet is in; undefined where that is not plain. */
  partOf(index: number): string | undefined {
    const target = this.#targets.get(`${this.#folder} ${this.#listed[index]}`);
    if (target === undefined || target.includes('..')) return undefined;
    return target.startsWith('/') ? target.slice(1) : `${this.#folder}${target.replace(/^\.\//, '')}`;
  }
}

const isOfSheet = /\sType\s*=\s*["'][^"']*\/worksheet["']/;

const folderOf = (part: string): string => part.replace(/[^/]*$/, '').replace(/^\//, '');

const saidOf = (name: string, said: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(` ${said}`)?.[1];

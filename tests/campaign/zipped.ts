import { crc32, deflateRawSync } from 'node:zlib';

/** An entry of a zip file, as a test wants it: what it says of itself may be wrong. */
export interface Entry {
  readonly name: string;
  readonly content: string | Uint8Array;
  /** What the directory says that it holds, bytes; else the truth. */
  readonly says?: number;
  readonly flags?: number;
  readonly method?: number;
}

/** A zip file (APPNOTE.TXT 4.3), packed with deflate. */
export function zipped(entries: readonly Entry[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, content, says, flags = 0, method = 8 } of entries) {
    const bytes = Buffer.from(content);
    const packed = method === 0 ? bytes : deflateRawSync(bytes);
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt16LE(flags, 2);
    fields.writeUInt16LE(method, 4);
    fields.writeUInt32LE(crc32Of(bytes), 10);
    fields.writeUInt32LE(packed.length, 14);
    fields.writeUInt32LE(says ?? bytes.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, Buffer.from(name), packed]);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(at, 10);
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, rest, Buffer.from(name)]),
    );
    parts.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, central, end]);
}

function crc32Of(bytes: Buffer): number {
  // Node 20.15 has it; the types of older ones do not say so.
  return (crc32 as (data: Buffer) => number)(bytes);
}

/**
 * A workbook of one sheet, whose rows are given as XML of its cells; `merges` are cells shown as one: `B2:B3`. `hidden` are
 * its rows that are not shown, `sheets` is the XML of others in the list of sheets. What is given beside takes the place of a
 * part of its name.
 */
export function workbook(
  rows: readonly string[],
  more: readonly Entry[] = [],
  merges: readonly string[] = [],
  {
    hidden = [],
    sheets = '',
    hiddenColumn,
    link,
    note,
    hasChart = false,
  }: {
    readonly hidden?: readonly number[];
    readonly sheets?: string;
    readonly hiddenColumn?: number;
    /** What the cell B2 opens, and what is written beside it. */
    readonly link?: string;
    readonly note?: string;
    /** A chart before the sheet, on a sheet of its own. */
    readonly hasChart?: boolean;
  } = {},
): Buffer {
  const merged =
    merges.length === 0
      ? ''
      : `<mergeCells count="${merges.length}">${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`;
  const xml = '<?xml version="1.0" encoding="UTF-8"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const own: readonly Entry[] = [
    {
      name: '[Content_Types].xml',
      content: `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${types}.styles+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${hasChart ? '<sheet name="Chart" sheetId="9" r:id="rId9"/>' : ''}<sheet name="Places" sheetId="1" r:id="rId1"/>${sheets}</sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${relations}/styles" Target="styles.xml"/>${hasChart ? `<Relationship Id="rId9" Type="${relations}/chartsheet" Target="chartsheets/sheet1.xml"/>` : ''}</Relationships>`,
    },
    {
      name: 'xl/styles.xml',
      content: `${xml}<styleSheet xmlns="${main}"><numFmts count="2"><numFmt numFmtId="164" formatCode="0## #### ####"/><numFmt numFmtId="165" formatCode="000-000-0000"/></numFmts><fonts count="2"><font/><font><strike/></font></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/><xf numFmtId="11" applyNumberFormat="1"/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    {
      name: 'xl/worksheets/sheet1.xml',
      content: `${xml}<worksheet xmlns="${main}" xmlns:r="${relations}">${hiddenColumn === undefined ? '' : `<cols><col min="${hiddenColumn}" max="${hiddenColumn}" width="9" hidden="1"/></cols>`}<sheetData>${rows.map((cells, i) => `<row r="${i + 1}"${hidden.includes(i + 1) ? ' hidden="1"' : ''}>${cells}</row>`).join('')}</sheetData>${merged}${link === undefined ? '' : '<hyperlinks><hyperlink ref="B2" r:id="rId1"/></hyperlinks>'}</worksheet>`,
    },
    {
      name: 'xl/worksheets/_rels/sheet1.xml.rels',
      content: `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${link === undefined ? '' : `<Relationship Id="rId1" Type="${relations}/hyperlink" Target="${link}" TargetMode="External"/>`}${note === undefined ? '' : `<Relationship Id="rId2" Type="${relations}/comments" Target="../comments1.xml"/>`}</Relationships>`,
    },
    {
      name: 'xl/comments1.xml',
      content: `${xml}<comments xmlns="${main}"><authors><author>Sam</author></authors><commentList>${note === undefined ? '' : `<comment ref="B2" authorId="0"><text><t>${note}</t></text></comment>`}</commentList></comments>`,
    },
  ];
  const isGiven = (name: string) => more.some((each) => each.name === name);
  return zipped([...own.filter(({ name }) => !isGiven(name)), ...more]);
}

/** A cell with a text, and one with a number; `style` 1 shows a date, 2 shows 8.01E+09, 3 is crossed out, 4 shows a 0 before it, 5 divides it. */
export const textCell = (at: string, text: string): string =>
  `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const numberCell = (at: string, value: number | string, style = 0): string =>
  `<c r="${at}" s="${style}"><v>${value}</v></c>`;
export const formulaCell = (at: string, formula: string, value: number | string): string =>
  `<c r="${at}"><f>${formula}</f><v>${value}</v></c>`;
export const errorCell = (at: string, error: string): string => `<c r="${at}" t="e"><v>${error}</v></c>`;
/** Another sheet in the list of a workbook's, which has the rows of the first. */
export const otherSheet = (name: string, more = ''): string =>
  `<sheet name="${name}" sheetId="2" r:id="rId1"${more}/>`;

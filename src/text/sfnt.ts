/** A table of a font file: where its bytes lie. */
export interface TableRecord {
  readonly offset: number;
  readonly length: number;
}

/** What of a font's tables the rest needs (OpenType 1.9: `head`, `hhea`, `maxp`, `OS/2`, `name`). */
export interface FontFacts {
  readonly tables: ReadonlyMap<string, TableRecord>;
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly xHeight: number;
  readonly weight: number;
  readonly glyphCount: number;
  readonly postScriptName: string;
  readonly family: string;
  readonly version: string;
}

const TRUETYPE = 0x00010000;
const NAME_FAMILY = 1;
const NAME_VERSION = 5;
const NAME_POSTSCRIPT = 6;
const NAME_TYPOGRAPHIC_FAMILY = 16;

const refused: ReadonlyMap<number, string> = new Map([
  [0x774f4646, 'it is a WOFF file; only TrueType (.ttf) is read'],
  [0x774f4632, 'it is a WOFF2 file; only TrueType (.ttf) is read'],
  [0x4f54544f, 'its outlines are CFF (OpenType .otf); only TrueType (.ttf) is read'],
  [0x74746366, 'it is a font collection (.ttc); only single TrueType fonts (.ttf) are read'],
]);

/** Says why the bytes are not a font that can be used. Thrown by {@link readFont}, turned into a Problem by `Faces`. */
export class FontFault extends Error {
  readonly hint: string;
  constructor(reason: string, hint = 'Use a static TrueType font file.') {
    super(reason);
    this.hint = hint;
  }
}

const otherFont = 'Use a font whose licence allows it, as the SIL Open Font License does.';

function readTables(view: DataView): Map<string, TableRecord> {
  if (view.byteLength < 12) throw new FontFault('it is too short to be a font');
  const tag = view.getUint32(0);
  const reason = refused.get(tag);
  if (reason !== undefined) throw new FontFault(reason);
  if (tag !== TRUETYPE) throw new FontFault('it does not begin like a TrueType font');
  const count = view.getUint16(4);
  if (12 + count * 16 > view.byteLength) throw new FontFault('its table directory is cut off');
  const tables = new Map<string, TableRecord>();
  for (let at = 12; at < 12 + count * 16; at += 16) {
    const name = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    );
    const record = { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) };
    if (record.offset + record.length > view.byteLength) throw new FontFault(`its table ${name} is cut off`);
    tables.set(name, record);
  }
  return tables;
}

/** A table as a view, refused when it is shorter than the fields that are read from it. */
function table(
  view: DataView,
  tables: ReadonlyMap<string, TableRecord>,
  tag: string,
  least: number,
): DataView {
  const record = tables.get(tag);
  if (record === undefined) throw new FontFault(`it has no table ${tag}`);
  if (record.length < least) throw new FontFault(`its table ${tag} is too short`);
  return new DataView(view.buffer, view.byteOffset + record.offset, record.length);
}

/** The Windows, Unicode, English (US) strings of the `name` table by name id. */
function readNames(names: DataView): Map<number, string> {
  const found = new Map<number, string>();
  const count = names.getUint16(2);
  const storage = names.getUint16(4);
  for (let i = 0, at = 6; i < count && at + 12 <= names.byteLength; i++, at += 12) {
    if (names.getUint16(at) !== 3 || names.getUint16(at + 2) !== 1 || names.getUint16(at + 4) !== 0x409)
      continue;
    const length = names.getUint16(at + 8);
    const from = storage + names.getUint16(at + 10);
    if (from + length > names.byteLength) throw new FontFault('its table name is damaged');
    let text = '';
    for (let k = 0; k + 1 < length; k += 2) text += String.fromCharCode(names.getUint16(from + k));
    found.set(names.getUint16(at + 6), text);
  }
  return found;
}

/** Usage permissions, bits 0 to 3 of `fsType`: of several, versions before 3 say, the least strict holds. */
const [RESTRICTED, PREVIEW_AND_PRINT, EDITABLE] = [0x2, 0x4, 0x8];
const [NO_SUBSETTING, BITMAPS_ONLY] = [0x100, 0x200];

/** What its maker forbids (OpenType 1.9 `OS/2` fsType): a file of ours holds outlines, of the glyphs it shows. */
function checkEmbedding(fsType: number): void {
  if ((fsType & RESTRICTED) !== 0 && (fsType & (PREVIEW_AND_PRINT | EDITABLE)) === 0)
    throw new FontFault('its licence forbids that it is embedded (OS/2 fsType)', otherFont);
  if ((fsType & NO_SUBSETTING) !== 0)
    throw new FontFault('its licence forbids that a part of it is embedded (OS/2 fsType)', otherFont);
  if ((fsType & BITMAPS_ONLY) !== 0)
    throw new FontFault('its licence lets only bitmaps be embedded (OS/2 fsType)', otherFont);
}

/** Holds what leads from a glyph to its outline and its advance to be whole (OpenType 1.9 `loca`, `hmtx`). */
function checkGlyphs(
  view: DataView,
  tables: ReadonlyMap<string, TableRecord>,
  glyphs: number,
  metrics: number,
  format: number,
): void {
  if (glyphs === 0) throw new FontFault('it has no glyphs');
  if (format !== 0 && format !== 1) throw new FontFault('its table head names no kind of loca');
  if (metrics === 0 || metrics > glyphs) throw new FontFault('its advances are not those of its glyphs');
  table(view, tables, 'hmtx', 4 * metrics + 2 * (glyphs - metrics));
  const loca = table(view, tables, 'loca', (glyphs + 1) * (format === 1 ? 4 : 2));
  const end = tables.get('glyf')!.length;
  for (let glyph = 0, before = 0; glyph <= glyphs; glyph++) {
    const offset = format === 1 ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
    if (offset < before || offset > end) throw new FontFault(`the outline of its glyph ${glyph} is nowhere`);
    before = offset;
  }
}

/** Reads a TrueType font's directory and metrics. Throws {@link FontFault}. */
export function readFont(bytes: Uint8Array): FontFacts {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readTables(view);
  if (!tables.has('glyf') && ['CBDT', 'sbix', 'SVG ', 'EBDT'].some((tag) => tables.has(tag)))
    throw new FontFault(
      'its letters are pictures, as those of emoji are',
      'Use a face whose letters are outlines.',
    );
  for (const tag of ['cmap', 'glyf', 'loca', 'hmtx'])
    if (!tables.has(tag)) throw new FontFault(`it has no table ${tag}`);
  const head = table(view, tables, 'head', 54);
  const hhea = table(view, tables, 'hhea', 36);
  const maxp = table(view, tables, 'maxp', 6);
  const os2 = table(view, tables, 'OS/2', 78);
  checkEmbedding(os2.getUint16(8));
  checkGlyphs(view, tables, maxp.getUint16(4), hhea.getUint16(34), head.getInt16(50));
  const names = readNames(table(view, tables, 'name', 6));
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new FontFault('its units per em are out of range');
  const ascent = hhea.getInt16(4);
  // The heights came with OS/2 version 2; half and seven tenths of an em are what most faces have.
  const heights = os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  return {
    tables,
    unitsPerEm,
    ascent,
    descent: hhea.getInt16(6),
    xHeight: (heights && os2.getInt16(86)) || Math.round(unitsPerEm * 0.5),
    capHeight: (heights && os2.getInt16(88)) || Math.round(unitsPerEm * 0.7),
    weight: os2.getUint16(4),
    glyphCount: maxp.getUint16(4),
    postScriptName: names.get(NAME_POSTSCRIPT) ?? '',
    family: names.get(NAME_TYPOGRAPHIC_FAMILY) ?? names.get(NAME_FAMILY) ?? '',
    version: names.get(NAME_VERSION) ?? '',
  };
}

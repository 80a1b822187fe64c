import { deflateSync } from 'node:zlib';

/** An indirect object as text: its value, and for a stream what is in it (one character a byte). */
export interface Obj {
  readonly value: string;
  readonly stream?: string;
}

/** Objects by number. */
export type Objects = ReadonlyMap<number, Obj>;

interface Options {
  /** Further entries of the trailer. */
  readonly trailer?: string;
  /** Streams are deflated. */
  readonly deflate?: boolean;
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** `<< … >> stream … endstream`, with the length filled in. */
function body({ value, stream }: Obj, deflate: boolean): string {
  if (stream === undefined) return value;
  const filtered = deflate && !value.includes('/Filter') && !value.includes('/Metadata');
  const data = filtered ? deflateSync(bytesOf(stream)).toString('latin1') : stream;
  const filter = filtered ? '/Filter /FlateDecode ' : '';
  return `${value.replace('<<', `<< ${filter}/Length ${data.length} `)}\nstream\n${data}\nendstream`;
}

function assemble(
  objects: Iterable<readonly [number, Obj]>,
  deflate: boolean,
): { text: string; offsets: Map<number, number> } {
  let text = '%PDF-1.7\n%\xe2\xe3\xcf\xd3\n';
  const offsets = new Map<number, number>();
  for (const [number, object] of objects) {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${body(object, deflate)}\nendobj\n`;
  }
  return { text, offsets };
}

/** A cross-reference table (ISO 32000-1 7.5.4) with one subsection an object. */
export function tableOf(offsets: ReadonlyMap<number, number>, trailer: string): string {
  const rows = [...offsets].map(([n, at]) => `${n} 1\n${String(at).padStart(10, '0')} 00000 n \n`);
  return `xref\n${rows.join('')}trailer\n<< ${trailer} >>\n`;
}

/** A file with a classic cross-reference table; object 1 is the catalog. */
export function classicFile(objects: Objects, { trailer = '', deflate = false }: Options = {}): Uint8Array {
  const { text, offsets } = assemble(objects, deflate);
  const table = tableOf(offsets, `/Size 1000 /Root 1 0 R ${trailer}`);
  return bytesOf(`${text}${table}startxref\n${text.length}\n%%EOF\n`);
}

/** A later version of an object, appended to a file as an incremental update (7.5.6). */
export function updated(file: Uint8Array, number: number, object: Obj): Uint8Array {
  const before = Buffer.from(file).toString('latin1');
  const previous = before
    .slice(before.lastIndexOf('startxref') + 9)
    .trim()
    .split('\n')[0];
  const text = `${before}${number} 0 obj\n${body(object, false)}\nendobj\n`;
  const table = tableOf(new Map([[number, before.length]]), `/Size 1000 /Root 1 0 R /Prev ${previous}`);
  return bytesOf(`${text}${table}startxref\n${text.length}\n%%EOF\n`);
}

/** The fields of a cross-reference stream (7.5.8), one byte, four bytes and two bytes a row, with the PNG predictor Up. */
function rowsOf(rows: readonly (readonly [number, number, number])[]): Buffer {
  const width = 7;
  const plain = rows.map(([kind, a, b]) => {
    const row = Buffer.alloc(width);
    row.writeUInt8(kind, 0);
    row.writeUInt32BE(a, 1);
    row.writeUInt16BE(b, 5);
    return row;
  });
  return Buffer.concat(
    plain.map((row, r) => Buffer.from([2, ...row.map((byte, i) => (byte - (plain[r - 1]?.[i] ?? 0)) & 255)])),
  );
}

/** A file with object streams and a cross-reference stream, as most of today's producers write it. */
export function modernFile(objects: Objects): Uint8Array {
  const container = 900;
  const table = 901;
  const packed = [...objects].filter(([, { stream }]) => stream === undefined);
  let header = '';
  let values = '';
  for (const [number, { value }] of packed) {
    header += `${number} ${values.length} `;
    values += `${value}\n`;
  }
  const { text, offsets } = assemble(
    [
      ...[...objects].filter(([, { stream }]) => stream !== undefined),
      [
        container,
        { value: `<< /Type /ObjStm /N ${packed.length} /First ${header.length} >>`, stream: header + values },
      ] as const,
    ],
    true,
  );
  const rows = Array.from({ length: table + 1 }, (_, number) => {
    const index = packed.findIndex(([n]) => n === number);
    if (index >= 0) return [2, container, index] as const;
    const offset = number === table ? text.length : offsets.get(number);
    return offset === undefined ? ([0, 0, 0] as const) : ([1, offset, 0] as const);
  });
  const value = `<< /Type /XRef /Size ${table + 1} /Root 1 0 R /W [1 4 2] /DecodeParms << /Predictor 12 /Columns 7 >> >>`;
  const xref = body({ value, stream: rowsOf(rows).toString('latin1') }, true);
  return bytesOf(`${text}${table} 0 obj\n${xref}\nendobj\nstartxref\n${text.length}\n%%EOF\n`);
}

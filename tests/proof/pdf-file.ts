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
  /** The text of the file after all was put together: byte for byte what is given. */
  readonly change?: (text: string) => string;
}

const bytesOf = (text: string) => Buffer.from(text, 'latin1');

/** `<< … >> stream … endstream`, with the length filled in; deflated where nothing says otherwise. */
function body({ value, stream }: Obj): string {
  if (stream === undefined) return value;
  const filtered = !value.includes('/Filter') && !value.includes('/Metadata');
  const data = filtered ? deflateSync(bytesOf(stream)).toString('latin1') : stream;
  const filter = filtered ? '/Filter /FlateDecode ' : '';
  return `${value.replace('<<', `<< ${filter}/Length ${data.length} `)}\nstream\n${data}\nendstream`;
}

const offset = (at: number) => String(at).padStart(10, '0');
const identifier = `<${'0123456789abcdef'.repeat(2)}>`;

/** A file as the press writes one; object 1 is the catalog. Numbers that are left out are objects that say nothing. */
export function pressFile(
  objects: Objects,
  { trailer = '', change = (text) => text }: Options = {},
): Uint8Array {
  let text = '%PDF-1.7\n%\xff\xff\xff\xff\n';
  const last = Math.max(...objects.keys());
  let rows = '0000000000 65535 f \n';
  for (let number = 1; number <= last; number++) {
    rows += `${offset(text.length)} 00000 n \n`;
    text += `${number} 0 obj\n${body(objects.get(number) ?? { value: '<<\n>>' })}\nendobj\n`;
  }
  const size = last + 1;
  const end = `xref\n0 ${size}\n${rows}trailer\n<< /Size ${size} /Root 1 0 R /Info 24 0 R /ID [${identifier} ${identifier}] ${trailer}>>\nstartxref\n${text.length}\n%%EOF\n`;
  return bytesOf(change(text + end));
}

/** A later version of an object, appended to a file as an incremental update (7.5.6). */
export function updated(file: Uint8Array, number: number, object: Obj): Uint8Array {
  const before = Buffer.from(file).toString('latin1');
  const previous = before
    .slice(before.lastIndexOf('startxref') + 9)
    .trim()
    .split('\n')[0];
  const text = `${before}${number} 0 obj\n${body(object)}\nendobj\n`;
  const rows = `xref\n${number} 1\n${offset(before.length)} 00000 n \n`;
  return bytesOf(
    `${text}${rows}trailer\n<< /Size 1000 /Root 1 0 R /Prev ${previous} >>\nstartxref\n${text.length}\n%%EOF\n`,
  );
}

/** The fields of a cross-reference stream (7.5.8): one byte, four bytes and two bytes a row. */
function rowsOf(rows: readonly (readonly [number, number, number])[]): Buffer {
  return Buffer.concat(
    rows.map(([kind, a, b]) => {
      const row = Buffer.alloc(7);
      row.writeUInt8(kind, 0);
      row.writeUInt32BE(a, 1);
      row.writeUInt16BE(b, 5);
      return row;
    }),
  );
}

/** A file with object streams and a cross-reference stream, as most of today's producers write it. */
export function modernFile(objects: Objects): Uint8Array {
  const [container, table] = [900, 901];
  const packed = [...objects].filter(([, { stream }]) => stream === undefined);
  let header = '';
  let values = '';
  for (const [number, { value }] of packed) {
    header += `${number} ${values.length} `;
    values += `${value}\n`;
  }
  let text = '%PDF-1.7\n%\xff\xff\xff\xff\n';
  const offsets = new Map<number, number>();
  const add = (number: number, object: Obj) => {
    offsets.set(number, text.length);
    text += `${number} 0 obj\n${body(object)}\nendobj\n`;
  };
  for (const [number, object] of objects) if (object.stream !== undefined) add(number, object);
  add(container, {
    value: `<< /Type /ObjStm /N ${packed.length} /First ${header.length} >>`,
    stream: header + values,
  });
  const rows = Array.from({ length: table + 1 }, (_, number) => {
    const index = packed.findIndex(([n]) => n === number);
    if (index >= 0) return [2, container, index] as const;
    const at = number === table ? text.length : offsets.get(number);
    return at === undefined ? ([0, 0, 0] as const) : ([1, at, 0] as const);
  });
  const value = `<< /Type /XRef /Size ${table + 1} /Root 1 0 R /W [1 4 2] >>`;
  const xref = body({ value, stream: rowsOf(rows).toString('latin1') });
  return bytesOf(`${text}${table} 0 obj\n${xref}\nendobj\nstartxref\n${text.length}\n%%EOF\n`);
}

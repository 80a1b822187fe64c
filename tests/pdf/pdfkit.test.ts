import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { PdfFile } from '../../src/pdf/file.ts';
import { makeReference, objectBytes, pdfText, srgbProfile } from '../../src/pdf/pdfkit.ts';

const require = createRequire(import.meta.url);
const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('pdfkit', () => {
  it('is the version whose private members are used', () => {
    const page = readFileSync(new URL('../package.json', pathToFileURL(require.resolve('pdfkit'))), 'utf8');
    expect((JSON.parse(page) as { version: string }).version).toBe('0.20.2');
  });

  it('is loaded for others with its fontkit, although we load it without', () => {
    makeReference(1);
    const kit = require('pdfkit') as new (options: object) => { font(path: string): unknown };
    const path = new URL('../../fonts/noto-sans/NotoSans-Regular.ttf', import.meta.url).pathname;
    expect(() => new kit({ font: path })).not.toThrow();
  });

  it('writes objects: names, texts, dates, numbers, references, arrays, dictionaries', () => {
    const other = makeReference(12);
    const dictionary = {
      Name: 'Page',
      Text: pdfText('a (b) \\'),
      Wide: pdfText('é'),
      Date: new Date(Date.UTC(2026, 0, 2, 3, 4, 5)),
      Number: 0.1234567,
      Absent: undefined,
      Nothing: null,
      List: [1, other, true],
      Within: { K: 2 },
    };
    expect(latin1(objectBytes(makeReference(3), dictionary))).toBe(
      '3 0 obj\n<<\n/Name /Page\n/Text (a \\(b\\) \\\\)\n/Wide (\xfe\xff\x00\xe9)\n/Date (D:20260102030405Z)\n/Number 0.123457\n/Nothing null\n/List [1 12 0 R true]\n/Within <<\n/K 2\n>>\n>>\nendobj\n',
    );
  });

  it('writes every kind of value as it writes a whole object by itself', () => {
    const kit = require('pdfkit') as new (
      options: object,
    ) => {
      ref(data: object): { end(): void };
      _write(data: string): void;
    };
    const texts = [
      '',
      'plain',
      '()',
      'a\\b',
      'a\nb\r\t\b\f',
      '~[]^_',
      '\x7f',
      '\x1f',
      'é',
      '๙',
      '\u{1f600}',
      '(ا)',
    ];
    const numbers = [0, -0, 1, -1, 0.1, 1e-7, -1e-7, 0.0000005, 123456.7891234, 1e15, 2 ** 31, 1e20];
    const dictionary = {
      Texts: texts.map(pdfText),
      Numbers: numbers,
      Names: ['Page', '', 'A-B.c'],
      Dates: [new Date(0), new Date(Date.UTC(2026, 11, 31, 23, 59, 59, 999))],
      Others: [true, false, null],
      Empty: { List: [], Dictionary: {}, Absent: undefined },
      Deep: [[{ A: [pdfText('x')] }]],
    };
    const document = new kit({ font: null, autoFirstPage: false, compress: false });
    let all = '';
    document._write = (data) => {
      all += `${data}\n`;
    };
    document.ref(dictionary).end();
    const own = latin1(objectBytes(makeReference(1), dictionary)).replace('1 0 obj\n', '');
    expect(all).toContain(own);
  });

  it('refuses what is no number of a file', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, 1e21])
      expect(() => objectBytes(makeReference(1), { N: value })).toThrow('no number');
  });

  it('writes streams with their length, and nothing of one object into the next', () => {
    const bytes = Uint8Array.of(1, 2, 255);
    const dictionary = { N: 3 };
    expect(latin1(objectBytes(makeReference(1), dictionary, bytes))).toBe(
      '1 0 obj\n<<\n/N 3\n/Length 3\n>>\nstream\n\x01\x02\xff\nendstream\nendobj\n',
    );
    expect(dictionary).toEqual({ N: 3 });
    expect(latin1(objectBytes(makeReference(2), {}))).toBe('2 0 obj\n<<\n>>\nendobj\n');
  });

  it('brings the sRGB profile', () => {
    expect(latin1(srgbProfile().subarray(36, 40))).toBe('acsp');
  });
});

describe('a file', () => {
  const write = (text: string) => {
    const file = new PdfFile<string>();
    const [catalog, info] = [file.reserve(), file.reserve()];
    const says = (now: string) => ({ dictionary: { Says: pdfText(now) } });
    file.fill(catalog, { Type: 'Catalog', Other: file.object({ A: 1 }) });
    file.varying(says(text), (now) => (now === text ? 'same' : now === '' ? undefined : says(now)), info);
    return file.end(catalog, info);
  };

  it('has its objects in order, a table that says where, and an identifier of its content', () => {
    const { bytes } = write('en');
    const text = latin1(bytes);
    expect(text).toMatch(/^%PDF-1\.7\n%\xff{4}\n1 0 obj\n/);
    expect(text).toMatch(/%%EOF\n$/);
    const table = /xref\n0 4\n0000000000 65535 f \n((?:\d{10} 00000 n \n){3})trailer\n/.exec(text)!;
    table[1]!.match(/\d{10}/g)!.forEach((offset, i) => {
      expect(text.startsWith(`${i + 1} 0 obj\n`, Number(offset))).toBe(true);
    });
    expect(text).toContain(`startxref\n${text.indexOf('xref\n0 ')}\n`);
    expect(text).toContain('/Root 1 0 R\n/Info 2 0 R\n');
    const id = (file: Uint8Array) => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(latin1(file))?.[1];
    expect(id(bytes)).toBeDefined();
    expect(id(write('en').bytes)).toBe(id(bytes));
    expect(id(write('es').bytes)).not.toBe(id(bytes));
  });

  it('that says something else is the file that would have been written anew, or none', () => {
    const file = write('en');
    expect(file.again('es')).toEqual(write('es').bytes);
    expect(file.again('en')).toEqual(file.bytes);
    expect(file.again('español')).toEqual(write('español').bytes);
    expect(file.again('')).toBeUndefined();
  });

  it('tells when an object was reserved and never written', () => {
    const file = new PdfFile<string>();
    const [catalog, info] = [file.object({}), file.reserve()];
    expect(() => file.end(catalog, info)).toThrow('2 was never filled');
  });
});

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { PdfFile, pdfText, srgbProfile } from '../../src/pdf/pdfkit.ts';

const require = createRequire(import.meta.url);

function newFile(): PdfFile {
  return new PdfFile({
    info: { Title: 'T', CreationDate: new Date(0) },
    xmp: '<own/>',
    viewerPreferences: { PrintScaling: 'None' },
  });
}

const latin1 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

describe('pdfkit', () => {
  it('is the version whose private members are used', () => {
    const page = readFileSync(new URL('../package.json', pathToFileURL(require.resolve('pdfkit'))), 'utf8');
    expect((JSON.parse(page) as { version: string }).version).toBe('0.20.2');
  });

  it('has the private members that are replaced or called', () => {
    const kit = require('pdfkit') as { prototype: Record<string, unknown> };
    for (const name of ['_write', '_finalize', '_addInfo', 'appendXML', 'ref', 'addPage', 'end', 'push']) {
      expect(kit.prototype[name], name).toBeTypeOf('function');
    }
  });

  it('is loaded for others with its fontkit, although we load it without', () => {
    newFile();
    const kit = require('pdfkit') as new (options: object) => { font(path: string): unknown };
    const path = new URL('../../fonts/noto-sans/NotoSans-Regular.ttf', import.meta.url).pathname;
    expect(() => new kit({ font: path })).not.toThrow();
  });

  it('writes the file at once, with our XMP, preferences and an identifier of its content', () => {
    const write = (title: string): string => {
      const file = newFile();
      const page = file.page(200, 100);
      page.write(Buffer.from('/Artifact BMC\n0 0 9 9 re f\nEMC\n'));
      page.set({ TrimBox: [0, 0, 200, 100] });
      file.catalog({ Lang: pdfText(title) });
      return latin1(file.end());
    };
    const one = write('en');
    expect(one).toMatch(/^%PDF-1\.7\n/);
    expect(one).toMatch(/%%EOF\n$/);
    expect(one).toContain('<own/>');
    expect(one).toContain('/PrintScaling /None');
    expect(one).toContain('/DisplayDocTitle true');
    expect(one).toContain('/TrimBox [0 0 200 100]');
    const id = (file: string) => /\/ID \[<([0-9a-f]{32})> <\1>\]/.exec(file)?.[1];
    expect(id(one)).toBeDefined();
    expect(id(write('en'))).toBe(id(one));
    expect(id(write('es'))).not.toBe(id(one));
  });

  it('gives every object the place that the cross-reference table says', () => {
    const file = newFile();
    file.page(200, 100);
    file.object({ Title: pdfText('Ünïcode (escaped)') });
    const bytes = latin1(file.end());
    const table = [...bytes.matchAll(/^(\d{10}) 00000 n $/gm)].map((row) => Number(row[1]));
    expect(table.length).toBeGreaterThan(5);
    table.forEach((offset, i) => {
      expect(bytes.slice(offset, offset + 20)).toMatch(new RegExp(`^${i + 1} 0 obj`));
    });
  });

  it('points the y axis of a page down, from the top left corner', () => {
    const file = newFile();
    file.page(200, 100).write(Buffer.from('% here\n'));
    const bytes = file.end();
    const start = latin1(bytes).indexOf('stream\n') + 'stream\n'.length;
    expect(inflateSync(bytes.subarray(start)).toString('latin1')).toMatch(/^1 0 0 -1 0 100 cm\n% here/);
  });

  it('keeps streams that are deflated already as they are', () => {
    const file = newFile();
    file.page(10, 10);
    file.stream({ Filter: 'FlateDecode' }, Buffer.from('raw bytes'));
    expect(latin1(file.end())).toContain('stream\nraw bytes\nendstream');
  });

  it('says when an object that was promised is never written', () => {
    const file = newFile();
    file.page(10, 10);
    file.reserve();
    expect(() => file.end()).toThrow('never filled');
  });

  it('brings an RGB profile along', () => {
    expect(latin1(srgbProfile()).slice(12, 20)).toBe('mntrRGB ');
  });
});

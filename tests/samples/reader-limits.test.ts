import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readers } from '../../scripts/read-back/readers.ts';
import { have } from '../tools.ts';

/** A page of Helvetica lines, each at its place: the least file that shows how a reader puts lines together. */
function page(lines: readonly (readonly [x: number, y: number, text: string])[]): Buffer {
  const content = lines.map(([x, y, text]) => `BT /F 12 Tf ${x} ${y} Td (${text}) Tj ET`).join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 400 200] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const at = file.length;
    file += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 6\n0000000000 65535 f \n${offsets.join('')}`;
  return Buffer.from(`${file}${table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`);
}

const words = (text: string) => text.split(/\s+/).filter((word) => word !== '');

/** What docs/reading-back.md says is a reader's limit, in files that none of our code wrote. */
describe("limits of readers that no writing of a file's text gets round", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'helpline-press-'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** Two columns of three lines, `leading` ems apart. */
  const columns = (leading: number) =>
    page(
      [0, 1, 2].flatMap((i) => [
        [20, 150 - i * 12 * leading, `left${i} one two three`] as const,
        [220, 150 - i * 12 * leading, `right${i} four five six`] as const,
      ]),
    );

  it.skipIf(!have('poppler'))('Poppler takes lines more than 1.5 em apart across columns', async () => {
    const order = async (leading: number) => {
      const file = join(folder, `columns-${leading}.pdf`);
      const bytes = columns(leading);
      writeFileSync(file, bytes);
      return words(await readers.pdftotext(file)).filter((word) => /\d/.test(word));
    };
    expect(await order(1.4)).toEqual(['left0', 'left1', 'left2', 'right0', 'right1', 'right2']);
    expect(await order(1.9)).toEqual(['left0', 'right0', 'left1', 'right1', 'left2', 'right2']);
  });

  it('PDFium takes lines for one whose ink overlaps', async () => {
    const read = async (leading: number) =>
      readers.PDFium(
        '',
        page([
          [150, 100, 'fly high'],
          [20, 100 - leading, 'lower'],
        ]),
      );
    expect(await read(14)).toMatch(/fly high\s*\n\s*lower/);
    expect(await read(5)).not.toContain('\n');
  });
});

/** Drawings with gradients, clips and transparency are forms, whose contents are read as those of the page. */
import { encodeQR } from 'qr';
import { describe, expect, it } from 'vitest';
import { type Code, PressError } from '../../src/diagnostics/index.ts';
import { prove, proveNew } from '../../src/proof/index.ts';
import { type Change, expectation, leafletObjects } from './leaflet.ts';
import { type Obj, pressFile } from './pdf-file.ts';

const [first, resources] = [6, 18];
const free = 70;
const form = (stream: string, more = '', inside = ''): Obj => ({
  value: `<< /Type /XObject /Subtype /Form /BBox [0 0 200 300] ${more} /Resources << ${inside} >> >>`,
  stream,
});
const blend = '<< /FunctionType 2 /Domain [0 1] /C0 [1 0 0] /C1 [0 0 1] /N 1 >>';
const gradient = (fn = blend) =>
  `<< /PatternType 2 /Matrix [1 0 0 1 0 0] /Shading << /ShadingType 2 /ColorSpace /DeviceRGB /Coords [0 0 1 0] /Extend [true true] /Function ${fn} >> >>`;
const patterns = `/Pattern << /P1 ${gradient()} >>`;
const half = '/ExtGState << /G1 << /ca 0.5 >> >>';

/** The leaflet with a drawing on its first page, painted after all else or before it. */
function fileWith(
  drawing: Obj,
  when: 'later' | 'sooner',
  more: Readonly<Record<number, Obj>> = {},
): Uint8Array {
  const paint = '/Artifact << /Type /Layout >> BDC q 1 0 0 1 0 0 cm /D1 Do Q EMC';
  const change: Change =
    when === 'later'
      ? [first, '110 20 Td «Who answers?» Tj ET EMC\n', `110 20 Td «Who answers?» Tj ET EMC\n${paint}\n`]
      : [first, '/H1 << /MCID 0 >>', `${paint} 0 g\n/H1 << /MCID 0 >>`];
  const objects = new Map(leafletObjects(change));
  const { value } = objects.get(resources)!;
  const named = value.includes('/XObject <<')
    ? value.replace('/XObject <<', `/XObject << /D1 ${free} 0 R`)
    : value.replace(/>>$/, `/XObject << /D1 ${free} 0 R >> >>`);
  objects.set(resources, { value: named });
  objects.set(free, drawing);
  for (const [number, object] of Object.entries(more)) objects.set(Number(number), object);
  return pressFile(objects);
}

const statusOf = (file: Uint8Array, code: Code) =>
  prove(file, expectation).checks.find((c) => c.code === code)?.status;
const square = (x: number, y: number, side: number) =>
  `${x} ${y} m ${x + side} ${y} l ${x + side} ${y + side} l ${x} ${y + side} l h f\n`;

/** A verdict, or the code of what was thrown. */
function outcome(file: Uint8Array): string {
  try {
    return proveNew(file, expectation, 'test').verdict;
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return error.problems.map(({ code }) => code).join();
  }
}

describe('a drawing', () => {
  it('away from all text changes nothing', () => {
    for (const [content, inside] of [
      [`q 1 0 0 rg ${square(150, 150, 20)}Q`, ''],
      [`q /Pattern cs /P1 scn ${square(150, 150, 20)}Q`, patterns],
      [`q /G1 gs 0 0 0 rg ${square(150, 150, 20)}Q`, half],
      [`q ${square(150, 150, 20).replace('f', 'W n')}${square(0, 0, 300)}Q`, ''],
      [
        'q /Pattern CS /P1 SCN 1 0 0 1 0 0 cm 1 w 0 J 0 j [1 2] 1 d 4 M 150 150 m 160 160 150 170 160 160 c S Q',
        patterns,
      ],
    ] as const)
      for (const when of ['later', 'sooner'] as const)
        expect(outcome(fileWith(form(content, '', inside), when))).toBe('proved');
  });

  it.each([
    ['in a colour', `q 1 1 1 rg ${square(0, 70, 50)}Q`, ''],
    ['in a gradient', `q /Pattern cs /P1 scn ${square(0, 70, 50)}Q`, patterns],
    ['half transparent', `q /G1 gs 1 1 1 rg ${square(0, 70, 50)}Q`, half],
    ['as a stroke', 'q 1 1 1 RG 20 w 0 J 0 j [] 0 d 0 80 m 60 80 l S Q', ''],
    [
      'cut by a clip that leaves it there',
      `q ${square(0, 70, 50).replace('f', 'W n')}1 1 1 rg ${square(0, 0, 200)}Q`,
      '',
    ],
  ])('that is painted over text is seen: %s', (_, content, inside) => {
    expect(statusOf(fileWith(form(content, '', inside), 'later'), 'TEXT_COVERED')).toBe('failed');
  });

  it('within a group is seen too', () => {
    const inner = form(
      `q 1 1 1 rg ${square(0, 70, 50)}Q`,
      '/Group << /S /Transparency /CS /DeviceRGB /I true >>',
    );
    const outer = form('q /G1 gs /D1 Do Q', '', `${half} /XObject << /D1 71 0 R >>`);
    expect(statusOf(fileWith(outer, 'later', { 71: inner }), 'TEXT_COVERED')).toBe('failed');
  });

  it('that shows through, or is cut, is no ground for text: what lies below counts, or cannot be told', () => {
    const dark = 'q 0 0 0 rg 0 0 m 200 0 l 200 300 l 0 300 l h f Q\n';
    const light = (more: string) => `${dark}q ${more} 1 1 1 rg 0 60 m 200 60 l 200 120 l 0 120 l h f Q`;
    const contrast = (content: string, inside: string) =>
      statusOf(fileWith(form(content, '', inside), 'sooner'), 'CONTRAST_LOW');
    expect(contrast(light('/G1 gs'), half)).toBe('failed');
    expect(contrast(light('0 0 m 200 0 l 200 300 l 0 300 l h W n'), '')).toBe('failed');
    expect(contrast(`q /Pattern cs /P1 scn ${square(0, 0, 200)}Q`, patterns)).toBe('failed');
  });

  it('of one gradient is a ground for text, by its worst colour under it', () => {
    const from = (a: string, b: string, more = '[0 0 200 0]') =>
      `/Pattern << /P1 ${gradient(`<< /FunctionType 2 /Domain [0 1] /C0 [${a}] /C1 [${b}] /N 1 >>`).replace('[0 0 1 0]', more)} >>`;
    const contrast = (
      inside: string,
      content = 'q /Pattern cs /P1 scn 0 0 m 200 0 l 200 300 l 0 300 l h f Q',
    ) => statusOf(fileWith(form(content, '', inside), 'sooner'), 'CONTRAST_LOW');
    expect(contrast(from('1 1 1', '0.9 0.9 0.9'))).toBe('passed');
    expect(contrast(from('1 1 1', '0.3 0.3 0.3'))).toBe('failed');
    // All that is light lies under the text, the rest beyond it.
    expect(contrast(from('1 1 1', '0 0 0', '[199 0 200 0]'))).toBe('passed');
    const half = 'q /G1 gs /Pattern cs /P1 scn 0 0 m 200 0 l 200 300 l 0 300 l h f Q';
    expect(contrast(`${from('1 1 1', '0.9 0.9 0.9')} /ExtGState << /G1 << /ca 0.5 >> >>`, half)).toBe(
      'failed',
    );
  });

  it('of a gradient is no ground for the number', () => {
    const faint = gradient('<< /FunctionType 2 /Domain [0 1] /C0 [1 1 1] /C1 [0.99 0.99 0.99] /N 1 >>');
    const content = 'q /Pattern cs /P1 scn 0 0 m 200 0 l 200 300 l 0 300 l h f Q';
    const file = fileWith(form(content, '', `/Pattern << /P1 ${faint} >>`), 'sooner');
    expect(statusOf(file, 'HELPLINE_COVERED')).toBe('failed');
  });

  it.each(['filled', 'cut out', 'of a gradient'])('is searched for codes: %s', (how) => {
    const modules = encodeQR('tel:+18005550199', 'raw', { ecc: 'medium', border: 4, scale: 1 });
    const paths = modules
      .flatMap((row, y) =>
        row.flatMap((dark, x) =>
          dark
            ? [
                `${100 + 2 * x} ${100 + 2 * y} m ${102 + 2 * x} ${100 + 2 * y} l ${102 + 2 * x} ${102 + 2 * y} l ${100 + 2 * x} ${102 + 2 * y} l h`,
              ]
            : [],
        ),
      )
      .join('\n');
    const content =
      how === 'cut out'
        ? `q ${paths} W n 0 0 0 rg ${square(90, 90, 100)}Q`
        : how === 'filled'
          ? `q 0 0 0 rg ${paths} f Q`
          : `q /Pattern cs /P1 scn ${paths} f Q`;
    const checks = prove(
      fileWith(form(content, '', how === 'of a gradient' ? patterns : ''), 'later'),
      expectation,
    ).checks;
    expect(checks.find(({ code }) => code === 'QR_WRONG')?.status).toBe('failed');
  });

  it.each([
    ['text', form('q BT ET Q')],
    ['a marked content', form('/Artifact BMC EMC')],
    ['an image', form('q /I1 Do Q')],
    ['what is not there', form('q /G1 gs Q')],
    ['a colour space', form('q /DeviceCMYK cs Q', '', patterns)],
    ['a state that does not end', form('q')],
    ['a state too few', form('Q')],
    ['a path that does not end', form('q 0 0 m Q')],
    ['a matrix of its own', form('q Q', '/Matrix [1 0 0 1 5 5]')],
    ['a box that is elsewhere', { ...form('q Q'), value: form('q Q').value.replace('[0 0', '[5 5') }],
    ['fonts', form('q Q', '', '/Font << >>')],
    ['a blend mode', form('q /G1 gs Q', '', '/ExtGState << /G1 << /BM /Multiply >> >>')],
    ['more than opaque', form('q /G1 gs Q', '', '/ExtGState << /G1 << /ca 1.5 >> >>')],
    ['a tiling pattern', form('q Q', '', '/Pattern << /P1 << /PatternType 1 >> >>')],
    [
      'a shading by a function of code',
      form('q Q', '', `/Pattern << /P1 ${gradient('<< /FunctionType 4 /Domain [0 1] >>')} >>`),
    ],
    ['itself', form('q Q', '', `/XObject << /D1 ${free} 0 R >>`)],
    // Else what is kept of a form would have to know of objects that are none of its streams.
    ['a state elsewhere', form('q /G1 gs Q', '', '/ExtGState << /G1 71 0 R >>'), '<< /ca 0.5 >>'],
    ['a pattern elsewhere', form('q Q', '', '/Pattern << /P1 71 0 R >>'), gradient()],
  ])('is not as the press writes it with %s', (_, drawing, elsewhere?: string) => {
    const more = elsewhere === undefined ? {} : { 71: { value: elsewhere } };
    expect(outcome(fileWith(drawing, 'later', more))).toMatch(/^PDF_(?:FOREIGN|UNREADABLE)$/);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Color, Rect } from '../../src/geometry/index.ts';
import { qrPicture, type RasterPicture, rectPath, type VectorPicture } from '../../src/image/index.ts';
import {
  checkContrast,
  checkPages,
  checkPictures,
  checkSizes,
  contrast,
  paintPages,
} from '../../src/paint/index.ts';
import { inkBounds } from '../../src/paint/ink.ts';
import { bold, box, element, lines, page, pictureFragment, regular, result, text } from './fragments.ts';

const paint = (...args: Parameters<typeof page>) => paintPages(result(page(...args)));
const p = element('p');
const word = (color: Color, size = 12, faces?: typeof bold) =>
  lines([
    { node: text('helpline', p), content: 'helpline', style: { color }, size, ...(faces ? { faces } : {}) },
  ]);
const grey: Color = [118, 118, 118];
const dark: Color = [18, 44, 58];
const white: Color = [255, 255, 255];
const codes = (problems: readonly { code: string }[]) => problems.map(({ code }) => code);

function vector(shapes: VectorPicture['shapes']): VectorPicture {
  return { kind: 'vector', name: 'v.svg', width: 100, height: 100, shapes };
}
const photo: RasterPicture = {
  kind: 'raster',
  name: 'p.png',
  width: 300,
  height: 150,
  format: 'png',
  data: new Uint8Array(),
  components: 3,
};
const under = (picture: Parameters<typeof pictureFragment>[1], x: number, width: number) =>
  pictureFragment(element('img', { alt: '' }), picture, { x, y: 0, width, height: 100 });

describe('checkContrast', () => {
  it('tells the place, both colours and the ratio', () => {
    const [found, ...more] = checkContrast(paint(word(grey)));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'CONTRAST_LOW',
      severity: 'error',
      place: { file: 'test.hbs', page: 'cover' },
    });
    expect(found!.place.key).toMatch(/^key\./);
    expect(found!.message).toBe('"helpline" in #767676 on #FFFFFF has a contrast of 4.54:1; it needs 7:1.');
  });

  it.each([
    [12, undefined, 1],
    [17.9, undefined, 1],
    [18, undefined, 0],
    [13.9, bold, 1],
    [14, bold, 0],
  ])('asks 4.5:1 of large text only: %s pt', (size, faces, count) => {
    expect(checkContrast(paint(word(grey, size, faces))).length).toBe(count);
  });

  it('looks at what lies on top, not at what it hides', () => {
    const hidden = box([0, 0, 240, 300], { backgroundColor: dark });
    const cover = box([10, 10, 200, 40], { backgroundColor: white });
    expect(checkContrast(paint([hidden, cover, ...word(dark)]))).toEqual([]);
    expect(codes(checkContrast(paint([cover, hidden, ...word(dark)])))).toEqual(['CONTRAST_LOW']);
  });

  it('finds a rectangle under any part of the text, however thin', () => {
    const [line] = word(dark);
    const { x, width } = line!.rect;
    fc.assert(
      fc.property(fc.double({ min: x, max: x + width - 0.2, noNaN: true }), (left) => {
        const sliver = box([left, 0, 0.1, 100], { backgroundColor: dark });
        expect(codes(checkContrast(paint([sliver, line!])))).toEqual(['CONTRAST_LOW']);
      }),
    );
    const beside = box([x + width + 0.02, 0, 5, 100], { backgroundColor: dark });
    expect(checkContrast(paint([beside, line!]))).toEqual([]);
  });

  it('looks into vector pictures, at their shapes and strokes, mirrored or not', () => {
    const half = (left: number) =>
      vector([{ path: rectPath(left, 0, 50, 100), fill: dark, rule: 'nonzero', stroke: undefined }]);
    const { x } = word(dark)[0]!.rect;
    expect(codes(checkContrast(paint([under(half(0), x, 200), ...word(dark)])))).toEqual(['CONTRAST_LOW']);
    expect(checkContrast(paint([under(half(50), x, 200), ...word(dark)]))).toEqual([]);
    const flipped = { ...under(half(50), x, 200), flipped: true };
    expect(codes(checkContrast(paint([flipped, ...word(dark)])))).toEqual(['CONTRAST_LOW']);
    const stroke = { color: dark, width: 30, cap: 'butt', join: 'miter', dash: [] } as const;
    const line = vector([
      {
        path: { verbs: 'ML', points: Float64Array.of(0, 27, 100, 27) },
        fill: undefined,
        rule: 'nonzero',
        stroke,
      },
    ]);
    expect(codes(checkContrast(paint([under(line, x, 200), ...word(dark)])))).toEqual(['CONTRAST_LOW']);
  });

  it.each([
    // WCAG 2.2 relative luminance: red 0.2126, green 0.7152, blue 0.0722.
    [[255, 0, 0], 21, '3.99'],
    [[0, 0, 255], 21, '8.59'],
    [[0, 255, 0], 21, '1.37'],
    [[254, 0, 0], 21, '4.02'],
  ] as const)('weighs red, green and blue as the eye does: %j on white', (color, size, ratio) => {
    const found = checkContrast(paint(word(color, size)));
    if (Number(ratio) >= 4.5) expect(found).toEqual([]);
    else expect(found[0]!.message).toContain(`contrast of ${ratio}:1`);
  });

  it.each([
    [[89, 89, 89], 0],
    [[90, 90, 90], 1],
  ] as const)('takes 7:1 and no less: %j on white gives %i', (color, count) => {
    expect(checkContrast(paint(word(color))).length).toBe(count);
  });

  it('asks 4.5:1 only where all of a text is large: a regular letter among bold ones is not', () => {
    const mixed = word(grey, 15, [bold[0]!, ...regular]);
    expect(checkContrast(paint(mixed))).toEqual([]);
    const arabic = lines([
      {
        node: text('a\u0628', p),
        content: 'a\u0628',
        style: { color: grey },
        size: 15,
        faces: [bold[0]!, regular[1]!],
      },
    ]);
    expect(codes(checkContrast(paint(arabic)))).toEqual(['CONTRAST_LOW']);
  });

  it('looks under each part of a text that another one divides where directions meet, and not between them', () => {
    const a = element('a');
    const between = (ground: Color) => {
      const link = { node: text('alpha', a), content: 'alpha', style: { color: white } };
      const rest = { node: text(' beta?', p), content: ' beta?', style: { color: dark } };
      const [line] = lines([link, rest], { direction: 'rtl' });
      // The sign at the end goes to the left of all, past the link.
      const [sign, named, last] = line!.line.runs;
      expect([sign!.span, named!.span, last!.span]).toEqual([1, 0, 1]);
      const { x, y, height } = line!.rect;
      const under = (run: typeof sign) =>
        box([x + run!.x, y, run!.width, height], { backgroundColor: ground });
      return { line: line!, link: under(named), sign: under(sign), last: under(last) };
    };
    const { line, link, sign, last } = between(dark);
    expect(checkContrast(paint([link, line]))).toEqual([]);
    for (const also of [sign, last])
      expect(codes(checkContrast(paint([link, also, line])))).toEqual(['CONTRAST_LOW']);
  });

  it('finds a thin line of a picture at any height of the letters', () => {
    const { y } = word(dark)[0]!.rect;
    for (const down of [6, 8, 10, 11.5]) {
      const thin = vector([
        {
          path: { verbs: 'ML', points: Float64Array.of(0, y + down, 100, y + down) },
          fill: undefined,
          rule: 'nonzero',
          stroke: { color: dark, width: 2, cap: 'butt', join: 'miter', dash: [] },
        },
      ]);
      expect(codes(checkContrast(paint([under(thin, 0, 200), ...word(dark)])))).toEqual(['CONTRAST_LOW']);
    }
  });

  it('looks through the holes of what lies on top', () => {
    const ground = box([0, 0, 240, 300], { backgroundColor: dark });
    const frame = vector([
      {
        path: {
          verbs: 'MLLLZMLLLZ',
          points: Float64Array.of(0, 0, 100, 0, 100, 100, 0, 100, 5, 5, 95, 5, 95, 95, 5, 95),
        },
        fill: white,
        rule: 'evenodd',
        stroke: undefined,
      },
    ]);
    expect(codes(checkContrast(paint([ground, under(frame, 0, 200), ...word(dark)])))).toEqual([
      'CONTRAST_LOW',
    ]);
    const [only] = frame.shapes;
    const whole = { ...frame, shapes: [{ ...only!, rule: 'nonzero' as const }] };
    expect(checkContrast(paint([ground, under(whole, 0, 200), ...word(dark)]))).toEqual([]);
  });

  it('does not trust photographs, unless the text is beside them or something lies between', () => {
    expect(checkContrast(paint([under(photo, 0, 200), ...word(dark)]))[0]?.message).toContain('photograph');
    expect(checkContrast(paint([under(photo, 150, 50), ...word(dark)]))).toEqual([]);
    const between = box([0, 0, 200, 100], { backgroundColor: white });
    expect(checkContrast(paint([under(photo, 0, 200), between, ...word(dark)]))).toEqual([]);
  });

  it('follows turned groups', () => {
    const [line] = word(dark);
    // Turned by a quarter about (120, 110), the text stands upright in the band, and lay beside it before.
    const band = box([110, 60, 20, 100], { backgroundColor: dark });
    const turned = box(
      [20, 100, 200, 20],
      {},
      lines([{ node: text('helpline', p), content: 'helpline' }], { x: 90, y: 103 }),
      { rotate: 90 },
    );
    expect(codes(checkContrast(paint([band, turned])))).toEqual(['CONTRAST_LOW']);
    expect(checkContrast(paint([band, line!]))).toEqual([]);
  });

  it('does not take a text’s own underline for its ground', () => {
    const a = element('a', { href: '#x' });
    const link = lines(
      [
        {
          node: text('twice as long as the measure is', a),
          content: 'twice as long as the measure is',
          style: { textDecoration: 'underline' },
        },
      ],
      { width: 90 },
    );
    expect(link.length).toBeGreaterThan(1);
    expect(checkContrast(paint(link))).toEqual([]);
  });

  it.each([
    [0.005, []],
    [0.5, ['CONTRAST_LOW']],
  ])('of what stands before a text and reaches %s pt into it', (reach, expected) => {
    const [line] = word(dark);
    const { x, y, width, height } = paint([line!])[0]!.items.find((item) => item.kind === 'text')!.rect;
    const at = (left: number, wide: number) => box([left, y, wide, height], { backgroundColor: dark });
    expect(codes(checkContrast(paint([at(x - 20, 20 + reach), line!])))).toEqual(expected);
    expect(codes(checkContrast(paint([at(x + width - reach, 20), line!])))).toEqual(expected);
  });

  it('tells many lines of one text once', () => {
    const long = lines(
      [
        {
          node: text('one two three four five six', p),
          content: 'one two three four five six',
          style: { color: grey },
        },
      ],
      { width: 60 },
    );
    expect(long.length).toBeGreaterThan(2);
    expect(checkContrast(paint(long)).length).toBe(1);
  });
});

describe('checkSizes', () => {
  it('tells text below its floor with its size, once', () => {
    const pages = paint([...word(dark, 8.5), ...word(dark, 12)]);
    const found = checkSizes(pages, (item) => (item.owner.kind === 'content' ? 9 : 0));
    expect(codes(found)).toEqual(['TEXT_TOO_SMALL']);
    expect(found[0]!.message).toBe('"helpline" is set in 8.50 pt; its floor is 9 pt.');
    expect(checkSizes(pages, () => 8.5)).toEqual([]);
  });

  it('says what a style must say where letters of a language are set smaller than that', () => {
    const hint = (factor?: number) => checkSizes(paint(word(dark, 11.16)), () => 12, factor)[0]?.hint;
    expect(hint()).toBe('Set it larger, or shorten the text around it.');
    expect(hint(1)).toBe(hint());
    expect(hint(0.93)).toBe(
      `${hint()} Letters of this language have 0.93 of the size that a style says, since they look as large: 12.91 pt there is enough.`,
    );
    expect(hint(0.8)).toContain(' 15 pt there is enough.');
  });

  it('tells a floor to a hundredth, without zeros that say nothing', () => {
    const floors = [9.126, 9.5, 10].map(
      (floor) => checkSizes(paint(word(dark, 8.516)), () => floor)[0]!.message,
    );
    expect(floors).toEqual([
      '"helpline" is set in 8.52 pt; its floor is 9.13 pt.',
      '"helpline" is set in 8.52 pt; its floor is 9.5 pt.',
      '"helpline" is set in 8.52 pt; its floor is 10 pt.',
    ]);
  });

  it.each([
    [8.9, 1],
    [8.99, 1],
    [8.998, 0],
    [9, 0],
  ])('takes %f pt for a floor of 9 pt: %i problems', (size, count) => {
    expect(checkSizes(paint(word(dark, size)), () => 9).length).toBe(count);
  });
});

describe('checkPages', () => {
  const at = (x: number, y: number, content = 'helpline') =>
    lines([{ node: text(content, p), content }], { x, y });

  it('finds blank pages: a running band is not content', () => {
    expect(checkPages(paint([]))).toMatchObject([
      {
        code: 'PAGE_BLANK',
        message: 'Page cover carries no text.',
        hint: expect.stringContaining('leave the page out'),
      },
    ]);
    const band = lines([{ node: text('Call', p), content: 'Call' }], { role: 'running' });
    expect(codes(checkPages(paint(band)))).toEqual(['PAGE_BLANK']);
    expect(checkPages(paint(at(20, 20)))).toEqual([]);
  });

  it('finds text printed over other text, and names both', () => {
    const found = checkPages(paint([...at(20, 20, 'one'), ...at(25, 24, 'other')]));
    expect(codes(found)).toEqual(['TEXT_COVERED']);
    expect(found[0]!.message).toMatch(/^"other" \(test\.hbs:\d+, key\.\d+\) is printed over "one"\.$/);
    expect(found[0]!.hint).toMatch(/move them apart/);
    expect(checkPages(paint([...at(20, 20), ...at(20, 31)]))).toEqual([]);
  });

  it('finds lines of one text that are too near, and says what of', () => {
    const node = text('one', p);
    const near = [20, 24].flatMap((y) => lines([{ node, content: 'one' }], { y }));
    const found = checkPages(paint(near));
    expect(codes(found)).toEqual(['TEXT_COVERED']);
    expect(found[0]!.hint).toMatch(/lines of one text.* leave line-height out/);
  });

  it('compares turned text as it stands, not by the box around it', () => {
    // Two lines side by side, both turned by 45 degrees: their upright bounds overlap, they do not.
    const turned = (y: number) => box([60, y, 100, 20], {}, at(60, y), { rotate: 45 });
    expect(checkPages(paint([turned(100), turned(125)]))).toEqual([]);
    expect(codes(checkPages(paint([turned(100), turned(104)])))).toEqual(['TEXT_COVERED']);
  });

  it('compares turned text with text that is not where its glyphs are turned to', () => {
    // Turned by a quarter about (120, 110), the letters stand from y = 70 down, and lay at y = 110 before.
    const upright = box([20, 100, 200, 20], {}, at(80, 103, 'HHHHHHHHHHH'), { rotate: 90 });
    expect(codes(checkPages(paint([...at(114, 72, 'HHH'), upright])))).toEqual(['TEXT_COVERED']);
    expect(checkPages(paint([...at(150, 103, 'HHH'), upright]))).toEqual([]);
  });

  it('finds text beyond each edge of the page by its ink, and none that ends there', () => {
    const o = paint(at(100, 100, 'o'))[0]!.items[0]!;
    const ink = inkBounds(o as Parameters<typeof inkBounds>[0])!;
    const [left, top] = [ink.x - 100, ink.y - 100];
    for (const [inside, outside] of [
      [at(-left, 100, 'o'), at(-left - 0.1, 100, 'o')],
      [at(240 - left - ink.width, 100, 'o'), at(240 - left - ink.width + 0.1, 100, 'o')],
      [at(100, -top, 'o'), at(100, -top - 0.1, 'o')],
      [at(100, 300 - top - ink.height, 'o'), at(100, 300 - top - ink.height + 0.1, 'o')],
    ]) {
      expect(checkPages(paint(inside!))).toEqual([]);
      expect(checkPages(paint(outside!))).toMatchObject([
        { code: 'TEXT_OVERFLOW', message: '"o" reaches 0.1 pt beyond page cover.' },
      ]);
    }
  });
});

describe('contrast', () => {
  it('is that of WCAG for the darkest colours too, whose light is a straight line', () => {
    expect(contrast([0, 0, 0], [255, 255, 255])).toBe(21);
    expect(contrast([10, 10, 10], [255, 255, 255])).toBeCloseTo(1.05 / (0.05 + 10 / 255 / 12.92), 9);
    // Where the line ends, the curve goes on.
    expect(contrast([11, 11, 11], [10, 10, 10])).toBeCloseTo(1.006, 3);
  });
});

describe('checkPictures', () => {
  const image = (width: number, height: number) =>
    paint([pictureFragment(element('img', { alt: 'x' }), photo, { x: 0, y: 0, width, height })]);

  const scaled = (across: number, down: number, drawn: Rect, clip: Rect) => {
    const img = element('img', { alt: 'x' });
    const matrix = [across, 0, 0, down, 0, 0] as const;
    const inner = pictureFragment(img, photo, clip, { drawn });
    return checkPictures(paint([box([0, 0, 240, 300], {}, [inner], { matrix })]), 'office').map(
      ({ code, severity }) => [code, severity],
    );
  };

  it('measures a picture in a scaled group as it is printed', () => {
    const at = { x: 7, y: 5, width: 288, height: 144 };
    expect(scaled(0.5, 0.5, at, at)).toEqual([]);
    for (const [across, down] of [
      [0.7, 0.5],
      [0.5, 0.7],
    ] as const)
      expect(scaled(across, down, at, at)).toEqual([['IMAGE_TOO_COARSE', 'warning']]);
    expect(scaled(0.8, 0.8, at, at)).toEqual([['IMAGE_TOO_COARSE', 'error']]);
  });

  it('has of a picture that is cut off what is left of it, in a scaled group too', () => {
    // Of ten across and down three are left, which are six where they are drawn twice as large.
    const drawn = { x: 20, y: 30, width: 10, height: 10 };
    for (const clip of [
      { x: 27, y: 30, width: 10, height: 10 },
      { x: 20, y: 37, width: 10, height: 10 },
      { x: 13, y: 30, width: 10, height: 10 },
      { x: 20, y: 23, width: 10, height: 10 },
    ]) {
      expect(scaled(1.9, 1.9, drawn, clip)).toEqual([['IMAGE_TOO_SMALL', 'error']]);
      expect(scaled(2.1, 2.1, drawn, clip)).toEqual([]);
    }
  });

  it.each([
    [144, 'office', []],
    [145, 'office', ['warning']],
    [216, 'office', ['warning']],
    [217, 'office', ['error']],
    [217, 'screen', ['warning']],
    [300, 'screen', ['warning']],
    [301, 'screen', ['error']],
  ] as const)('a 300 pixel picture printed %s pt wide for %s gives %j', (width, purpose, expected) => {
    const found = checkPictures(image(width, width / 2), purpose);
    expect(found.map(({ severity }) => severity)).toEqual(expected);
    for (const { code } of found) expect(code).toBe('IMAGE_TOO_COARSE');
  });

  it('takes a picture of one pixel for what it is', () => {
    const dot = { ...photo, width: 1, height: 1 };
    const shown = pictureFragment(element('img', { alt: 'x' }), dot, { x: 0, y: 0, width: 90, height: 90 });
    const [found, ...more] = checkPictures(paint([shown]), 'screen');
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'IMAGE_TOO_COARSE', severity: 'error' });
  });

  it.each([
    [6, 40, 'x', []],
    [5.9, 40, 'x', ['IMAGE_TOO_SMALL']],
    [40, 5.9, 'x', ['IMAGE_TOO_SMALL']],
    [1, 1, '', []],
  ] as const)('a picture squeezed to %f × %f pt with alt="%s" gives %j', (width, height, alt, expected) => {
    const drawing = vector([]);
    const img = element('img', { alt });
    const rect = { x: 0, y: 0, width, height };
    expect(codes(checkPictures(paint([pictureFragment(img, drawing, rect)]), 'office'))).toEqual(expected);
    // The same where it is drawn larger and cut off.
    const cut = pictureFragment(img, drawing, rect, { drawn: { x: -20, y: -20, width: 90, height: 90 } });
    expect(codes(checkPictures(paint([cut]), 'office'))).toEqual(expected);
  });

  it('knows a QR code by what it is, not by its name', () => {
    const named = { ...qrPicture('tel:988', dark), name: 'art.svg' };
    const shown = (picture: VectorPicture) =>
      codes(
        checkPictures(
          paint([
            pictureFragment(element('img', { alt: 'x' }), picture, { x: 0, y: 0, width: 30, height: 30 }),
          ]),
          'screen',
        ),
      );
    expect(shown(named)).toEqual(['QR_TOO_SMALL']);
    expect(shown({ ...vector([]), name: 'qr:tel:988' })).toEqual([]);
  });

  it('tells a resolution rounded down, and no extent below nothing', () => {
    expect(checkPictures(image(144.5, 72.25), 'office')[0]!.message).toBe(
      'p.png is printed at 149 dpi; it needs 150.',
    );
    const clip = { x: 0, y: 0, width: 5, height: 5 };
    const gone = pictureFragment(element('img', { alt: 'x' }), vector([]), clip, {
      drawn: { x: 20, y: 30, width: 9, height: 9 },
    });
    expect(checkPictures(paint([gone]), 'office')).toMatchObject([
      {
        message: 'v.svg is printed 0.0 pt wide and 0.0 pt high; it needs 6 pt.',
        hint: 'Give it more room, shorten the text beside it, or take it out.',
      },
    ]);
  });

  it('measures the worse direction', () => {
    expect(checkPictures(image(72, 100), 'office').length).toBe(1);
  });

  it('asks 20 mm of a QR code and 0.4 mm of its modules', () => {
    const code = (content: string, width: number) =>
      codes(
        checkPictures(
          paint([
            pictureFragment(element('img', { alt: 'x' }), qrPicture(content, dark), {
              x: 0,
              y: 0,
              width,
              height: width,
            }),
          ]),
          'screen',
        ),
      );
    expect(code('tel:988', 56.7)).toEqual([]);
    expect(code('tel:988', 56.6)).toEqual(['QR_TOO_SMALL']);
    expect(code('x'.repeat(200), 60)).toEqual(['QR_TOO_SMALL']);
  });
});

import { describe, expect, it } from 'vitest';
import type { Code } from '../../src/diagnostics/index.ts';
import { prove } from '../../src/proof/index.ts';
import { angle, type Change, expectation, leaflet, leafletWith, tall } from './leaflet.ts';

/*
 * On the first page «Ask for » stands at 10, 215 (85 from the top) in 10 pt: the ink of its A reaches from 10.5 to 14.5,
 * and from 80.35 to 85 from the top; that of its s begins at 15.5. The number stands at 10, 20 in 14 pt: its ink reaches
 * from 10.7 to 93.3 and 6.384 pt up; its zone 0.606 pt further.
 */
const [first] = [6];

const verdictOf = (bytes: Uint8Array, code: Code) => {
  const { status, detail } = prove(bytes, expectation).checks.find((c) => c.code === code)!;
  return status === 'failed' ? detail : status;
};

/** Something that is painted after, or before, all else of the first page; paths are y down. */
const later = (paint: string): Change => [
  first,
  '110 20 Td «Who answers?» Tj ET EMC\n',
  `110 20 Td «Who answers?» Tj ET EMC\n/Artifact << /Type /Layout >> BDC ${paint} EMC\n`,
];
const sooner = (paint: string): Change => [
  first,
  '/H1 << /MCID 0 >>',
  `/Artifact << /Type /Layout >> BDC ${paint} EMC 0 g\n/H1 << /MCID 0 >>`,
];
/** A text in an artifact of the first page. */
const writing = (text: string): Change => later(`BT ${text} ET`);

describe('TEXT_COVERED: what is painted later', () => {
  it.each([
    ['a fill a hair inside of the ink', '1 g 14.47 214 0.9 8 re f'],
    ['a fill in the middle of a letter', '1 g 12 217 0.5 0.5 re f'],
    ['a fill over all', '1 g 0 210 48 20 re f'],
    // A line's end keeps the shorthand away: one operator a rectangle.
    ['one of several rectangles', '1 g 150 200 5 5 re 0 70 48 20 re 150 220 5 5 re\nf'],
    ['a rectangle from its other corner', '1 g 48 90 -48 -20 re\nf'],
    ['a round fill that reaches in', '1 1 1 rg 14.6 90 m 14.6 80 10 80 14.3 84 c 14.6 90 l h f'],
    ['a stroke by half its width', '1 1 1 RG 2 w 5 85.97 m 30 85.97 l S'],
    ['a stroke by its corner', '1 1 1 RG 4 w 0 j 6 77.8 m 8.6 83 l 6 88.2 l S'],
    ['a stroke by its sharp corner', '1 1 1 RG 1 w 0 j 0 82.2 m 6.6 83 l 0 83.8 l S'],
    ['a stroke by its square end', '1 1 1 RG 4 w 2 J 2 j 2 78.36 m 8.6 78.36 l S'],
    ['a stroke that a matrix widens', 'q 4 0 0 1 0 0 cm 1 1 1 RG 1 w 2.15 78 m 2.15 88 l S Q'],
    ['the stroke of what is filled', '1 1 1 rg 1 1 1 RG 2 w 5 85.9 m 30 85.9 l 30 95 l h B'],
    ['a fill within its clip', 'q 0 0 20 300 re W n 1 g 0 210 100 20 re f Q'],
  ])('may not meet a letter: %s', (_, paint) => {
    expect(verdictOf(leaflet(later(paint)), 'TEXT_COVERED')).toBe('page 1: "Ask for" is painted over');
  });

  it.each([
    ['a fill right beside the ink', '1 g 14.49 214 0.9 8 re f'],
    ['a fill under the baseline', '1 g 5 200 30 14.99 re f'],
    ['a round fill that does not reach in', '1 1 1 rg 18 95 m 14 95 10 95 8 86 c 14.6 90 l h f'],
    ['a stroke beside the ink', '1 1 1 RG 2 w 5 86.01 m 30 86.01 l S'],
    ['a stroke whose corner is cut off', '1 1 1 RG 4 w 2 j 6 77.8 m 8.4 83 l 6 88.2 l S'],
    ['a stroke by its sharp corner', '1 1 1 RG 1 w 0 j 0 82.2 m 6.3 83 l 0 83.8 l S'],
    ['a stroke whose corner is too sharp', '1 1 1 RG 1 w 0 j 0 82.5 m 6.6 83 l 0 83.5 l S'],
    ['a stroke that ends before', '1 1 1 RG 4 w 0 J 2 j 2 83 m 8.4 83 l S'],
    ['a stroke that a matrix narrows', 'q 0.5 0 0 0.5 0 0 cm 1 1 1 RG 2 w 19.9 156 m 19.9 176 l S Q'],
    [
      'a frame by the even-odd rule',
      '1 1 1 rg 2 70 m 60 70 l 60 95 l 2 95 l h 4 76 m 55 76 l 55 90 l 4 90 l h f*',
    ],
    [
      'a frame by the winding rule',
      '1 1 1 rg 2 70 m 60 70 l 60 95 l 2 95 l h 4 76 m 4 90 l 55 90 l 55 76 l h f',
    ],
    ['rectangles around it', '1 g 0 70 2 20 re 48 70 20 20 re 0 60 48 10.01 re\nf'],
    ['a fill that its clip leaves out', 'q 60 0 40 300 re W n 1 g 0 210 100 20 re f Q'],
  ])('may stand beside a letter: %s', (_, paint) => {
    const detail = verdictOf(leaflet(later(paint)), 'TEXT_COVERED');
    expect(detail).not.toContain('Ask for');
  });

  it('is a frame only by the even-odd rule', () => {
    const frame = '1 1 1 rg 2 70 m 60 70 l 60 95 l 2 95 l h 4 76 m 55 76 l 55 90 l 4 90 l h f';
    expect(verdictOf(leaflet(later(frame)), 'TEXT_COVERED')).toContain('"Ask for" is painted over');
  });

  it('may be a ground that was painted before', () => {
    expect(verdictOf(leaflet(sooner('1 g 0 210 100 20 re f')), 'TEXT_COVERED')).toBe('passed');
  });

  it('may not be a picture', () => {
    const picture = leafletWith(
      {
        18: { value: '<< /Font 19 0 R /XObject << /I1 38 0 R >> >>' },
        38: {
          value:
            '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray >>',
          stream: '\xff',
        },
      },
      later('q 4 0 0 -4 10 86 cm /I1 Do Q'),
    );
    expect(verdictOf(picture, 'TEXT_COVERED')).toBe('page 1: "Ask for" is painted over');
  });
});

describe('TEXT_COVERED: text over text', () => {
  it.each([
    ['on one baseline', '/F1 10 Tf 12 215 Td «x» Tj'],
    ['a little higher', '/F1 10 Tf 12 216 Td «x» Tj'],
    ['much smaller', '/F1 2 Tf 12 217 Td «x» Tj'],
    ['without meeting its ink, but in its box', '/F1 10 Tf 13 217 Td «x» Tj'],
    ['turned', 'ET q 0 1 -1 0 12 79 cm BT /F1 10 Tf 1 0 0 -1 0 0 Tm «x» Tj ET Q BT'],
  ])('is not proved when it is written %s', (_, text) => {
    expect(verdictOf(leaflet(writing(text)), 'TEXT_COVERED')).toBe('page 1: "x" is written over "Ask for"');
  });

  it.each([
    ['after it', '/F1 10 Tf 75.1 235 Td «x» Tj'],
    ['under it', '/F1 4 Tf 12 211 Td «x» Tj'],
    ['over it', '/F1 4 Tf 12 220.2 Td «x» Tj'],
  ])('is proved when it is written %s', (_, text) => {
    expect(verdictOf(leaflet(writing(text)), 'TEXT_COVERED')).toBe('passed');
  });

  it('may share some of its ink with the next line of its colour, and none with one of another', () => {
    // The x is 0.42 em high, and stands 0.8 em under the A: of a size of 18 pt a little reaches in.
    const line = (color: string, y: number) =>
      leaflet(later(`${color} rg BT /F1 18 Tf 5 ${y} Td «x» Tj ET 0 0 0 rg`));
    expect(verdictOf(line('0 0 0', 207.6), 'TEXT_COVERED')).toContain('is written over');
    expect(verdictOf(line('0 0 0', 201.2), 'TEXT_COVERED')).toBe('passed');
  });

  it('may move a letter back by kerning, and not over the one before it', () => {
    const moved = (by: number): Change => [first, '[«You can»0« stop.»]', `[«You ca»${by}«n stop.»]`];
    expect(verdictOf(leaflet(moved(80)), 'TEXT_COVERED')).toBe('passed');
    expect(verdictOf(leaflet(moved(130)), 'TEXT_COVERED')).toBe('page 1: "You can stop." runs over itself');
    // Letters may touch.
    expect(verdictOf(leaflet(moved(103)), 'TEXT_COVERED')).toBe('passed');
    expect(verdictOf(leaflet(moved(106)), 'TEXT_COVERED')).toContain('runs over itself');
  });
});

describe('TEXT_COVERED: lines one below the other', () => {
  /** A tall letter 8 pt under the A or more, whose ink reaches up into it; the A is 4 pt wide and 4.65 pt high. */
  const under = (y: number, color = '0 0 0') =>
    leaflet(later(`${color} rg BT /F1 10 Tf 10 ${y} Td «${tall}» Tj ET 0 0 0 rg`));

  it.each([
    ['a little of its ink', 204.9, '0 0 0', 'passed'],
    ['a fifth of its ink', 205.1, '0 0 0', 'is written over "Ask for"'],
    ['a little of its ink in another colour', 204.9, '0.1 0 0', 'is written over "Ask for"'],
    ['nothing in another colour', 203.9, '0.1 0 0', 'passed'],
    ['much of its ink', 207.4, '0 0 0', 'is written over "Ask for"'],
  ])('share %s', (_, y, color, said) => {
    expect(verdictOf(under(y, color), 'TEXT_COVERED')).toContain(said);
  });

  it.each([
    ['within its box', 30, 'is written over'],
    ['with a quarter in its box', 34.3, 'is written over'],
    ['with less in its box', 34.7, 'passed'],
  ])('may not stand %s without meeting its ink, where lines are not apart', (_, x, said) => {
    // The L of 20 pt reaches from 21 to 29 and 22 pt up; its stroke ends at 22.2.
    const text = later(
      `BT /F1 20 Tf 20 150 Td «${angle}» Tj ET BT /F1 10 Tf ${(x - 7).toFixed(1)} 155 Td «x» Tj ET`,
    );
    expect(verdictOf(leaflet(text), 'TEXT_COVERED')).toContain(said);
  });

  it('is told of one fill among several', () => {
    const two = later('1 g 14.6 214 0.8 8 re f 1 g 12 217 0.5 0.5 re f');
    expect(verdictOf(leaflet(two), 'TEXT_COVERED')).toContain('"Ask for" is painted over');
  });
});

describe('CONTRAST_LOW: the worst colour under all of a letter', () => {
  const dark = '0.2 0.2 0.2 rg';
  it.each([
    ['a sliver under its edge', `${dark} 10 84.2 m 30 84.2 l 30 90 l 10 90 l h f`, /"A" of 10.0 pt/],
    ['less than a tip under its edge', `${dark} 10 84.8 m 30 84.8 l 30 90 l 10 90 l h f`, /^passed$/],
    ['a dark ground', `${dark} 5 70 m 50 70 l 50 90 l 5 90 l h f`, /"A" of 10.0 pt/],
    [
      'a dark ground that a light one hides',
      `${dark} 5 70 m 50 70 l 50 90 l 5 90 l h f 1 1 1 rg 4 69 m 51 69 l 51 91 l 4 91 l h f`,
      /^passed$/,
    ],
    [
      'a light ground that does not hide all of a dark one',
      `${dark} 5 70 m 50 70 l 50 90 l 5 90 l h f 1 1 1 rg 11 69 m 51 69 l 51 91 l 11 91 l h f`,
      /"A" of 10.0 pt/,
    ],
    ['a dark line', '0.2 0.2 0.2 RG 1 w 5 83 m 50 83 l S', /"A" of 10.0 pt/],
  ])('is found in %s', (_, paint, said) => {
    expect(verdictOf(leaflet(sooner(paint)), 'CONTRAST_LOW')).toMatch(said);
  });

  // Of sRGB 10, 10, 10 on 154, 153, 154 the ratio is 6.97:1, on 154, 154, 154 it is 7.03:1 (WCAG 2.2, relative luminance).
  it.each([
    ['0.603922 0.6 0.603922', /"A" of 10.0 pt/],
    ['0.603922 0.603922 0.603922', /^passed$/],
  ])('is measured where letters are nearly black: on %s', (ground, said) => {
    const paint = `${ground} rg 5 70 m 50 70 l 50 90 l 5 90 l h f`;
    const [place, from, to] = sooner(paint);
    expect(verdictOf(leaflet([place, from, to.replace(' 0 g\n', ' 0.039216 g\n')]), 'CONTRAST_LOW')).toMatch(
      said,
    );
  });

  it('is not known over a picture', () => {
    const picture = leafletWith(
      {
        18: { value: '<< /Font 19 0 R /XObject << /I1 38 0 R >> >>' },
        38: {
          value:
            '<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /BitsPerComponent 8 /ColorSpace /DeviceGray >>',
          stream: '\xff',
        },
      },
      sooner('q 60 0 0 -30 5 95 cm /I1 Do Q'),
    );
    expect(verdictOf(picture, 'CONTRAST_LOW')).toContain('"A" of 10.0 pt has 1.00:1');
  });
});

describe('TEXT_OVERFLOW: text off its page, or clipped', () => {
  it.each([
    ['right', '50 215 Td', '175.9 215 Td', 'passed'],
    ['right', '50 215 Td', '176.1 215 Td', /ayuda" is cut off/],
    ['left', '10 235 Td', '-0.9 235 Td', 'passed'],
    ['left', '10 235 Td', '-1.1 235 Td', /stop\." is cut off/],
    ['below', '10 215 Td', '10 -0.4 Td', 'passed'],
    ['below', '10 215 Td', '10 -0.6 Td', /Ask for" is cut off/],
    ['above', '10 260 Td', '10 292.1 Td', 'passed'],
    ['above', '10 260 Td', '10 292.5 Td', /heroin" is cut off/],
  ])('%s of its page: from %s to %s', (_, from, to, said) => {
    expect(verdictOf(leaflet([first, from, to]), 'TEXT_OVERFLOW')).toMatch(said);
  });

  it.each([
    ['0 80.3 200 100', 'passed'],
    ['0 80.4 200 100', 'cut off'],
    ['11 0 200 300', 'passed'],
    ['11.1 0 200 300', 'cut off'],
  ])('by a clip %s', (rectangle, said) => {
    const clip: readonly Change[] = [
      [first, 'BDC BT /F1 10 Tf 10 215', `BDC q ${rectangle} re Wn BT /F1 10 Tf 10 215`],
      [first, '«Ask for » Tj ET EMC', '«Ask for » Tj ET Q EMC'],
      // The shorthand of a clip is y up; this one is spelled out.
      [first, 're Wn', 're\nW\nn'],
    ];
    expect(verdictOf(leaflet(...clip), 'TEXT_OVERFLOW')).toContain(said);
  });

  it.each([
    [35, 'passed'],
    [25, 'cut off'],
  ])('by a clip of %i pt that is turned', (size, said) => {
    const turned = `0.8 0.6 -0.6 0.8 20 60 cm 0 0 ${size} ${size} re\nW\nn 0.8 -0.6 0.6 0.8 -52 -36 cm`;
    const clip: readonly Change[] = [
      [first, 'BDC BT /F1 10 Tf 10 215', `BDC q ${turned} BT /F1 10 Tf 10 215`],
      [first, '«Ask for » Tj ET EMC', '«Ask for » Tj ET Q EMC'],
    ];
    expect(verdictOf(leaflet(...clip), 'TEXT_OVERFLOW')).toContain(said);
  });
});

describe('HELPLINE_COVERED: the number stands alone', () => {
  it.each([
    ['a fill in its zone', later('1 g 20 26.9 5 5 re f'), 'something is painted over the number'],
    ['a fill over it', later('1 g 20 15 5 30 re f'), 'something is painted over the number'],
    [
      'a fill right after it',
      [first, '«800-315-1376» Tj ET', '«800-315-1376» Tj ET 1 g 20 22 2 2 re f'] as Change,
      'something is painted over the number',
    ],
    ['a line under it', later('0 0 0 RG 1 w 10 281 m 90 281 l S'), 'something is painted over the number'],
    ['an edge of its ground', sooner('0.9 g 5 10 50 30 re f'), 'does not stand on one plain ground'],
    [
      'a ground that is too narrow',
      sooner('0.9 g 10.2 10 100 30 re f'),
      'does not stand on one plain ground',
    ],
    ['a line that was there before', sooner('0.9 0.9 0.9 RG 1 w 10 281 m 90 281 l S'), 'one plain ground'],
    ['a figure after it', later('0 g 99.4 21 3 5 re f'), 'something is painted over the number'],
    ['a figure before it', later('0 g 1.6 21 3 5 re f'), 'something is painted over the number'],
    ['a figure that was there before', sooner('0 g 99.4 21 3 5 re f'), 'one plain ground'],
    [
      'a figure that its ground hides in part',
      sooner('0 g 92 21 4 5 re f 0.9 g 9.9 19 84.1 8.5 re f'),
      'one plain ground',
    ],
    [
      'a figure that is cut out of its ground',
      sooner('0.9 g 0 260 m 200 260 l 200 290 l 0 290 l h 95 275 m 95 279 l 98 279 l 98 275 l h f*'),
      'a ground with a figure in it',
    ],
    [
      'a ground with a bay beside it',
      sooner('0.9 g 0 260 m 200 260 l 200 275 l 95 277 l 200 279 l 200 290 l 0 290 l h f'),
      'a ground with a figure in it',
    ],
    ['a text above it', writing('/F1 4 Tf 20 26.9 Td «x» Tj'), '"x" comes too near'],
    ['a text below it', writing('/F1 4 Tf 20 18 Td «x» Tj'), '"x" comes too near'],
    ['a text beside it', writing('/F1 10 Tf 92.7 20 Td «x» Tj'), '"x" comes too near'],
    [
      'another ground that ends too soon',
      sooner('0.9 g 9.9 10 84.1 30 re f 0.8 g 94 10 11 30 re f'),
      'one plain ground',
    ],
    [
      'another ground after a gap',
      sooner('0.9 g 9.9 10 84.1 30 re f 0.8 g 94.2 10 50 30 re f'),
      'one plain ground',
    ],
    [
      'another ground that is less high',
      sooner('0.9 g 9.9 10 84.1 30 re f 0.8 g 94 22 50 30 re f'),
      'one plain ground',
    ],
    [
      'what goes on after a gap',
      sooner('0.9 g 9.9 10 84.1 30 re f 0.9 g 95 10 50 30 re f'),
      'one plain ground',
    ],
    [
      'what goes on less high',
      sooner('0.9 g 9.9 10 84.1 30 re f 0.9 g 94 22 50 30 re f'),
      'one plain ground',
    ],
    ['what goes on under it', sooner('0.9 g 9.9 10 84.1 30 re f 0.9 g 93 10 50 30 re f'), 'one plain ground'],
    [
      'what lies over a ground that goes on',
      sooner('0.9 g 9.9 10 84.1 30 re f 0.9 g 94 10 50 30 re f 0 g 94.2 22 2 5 re f'),
      'one plain ground',
    ],
    ['a text that is raised beside it', writing('/F1 10 Tf 93.2 21 Td «x» Tj'), '"x" comes too near'],
  ])('is not proved with %s', (_, change, said) => {
    expect(verdictOf(leaflet(change), 'HELPLINE_COVERED')).toContain(`cover on sheet 1: `);
    expect(verdictOf(leaflet(change), 'HELPLINE_COVERED')).toContain(said);
  });

  it.each([
    ['a fill outside of its zone', later('1 g 20 27.1 5 5 re f')],
    ['a line further under it', later('0 0 0 RG 1 w 10 281.2 m 90 281.2 l S')],
    ['its ground', sooner('0.9 g 10 10 100 30 re f')],
    ['what its ground hides', [...sooner('0.9 0.9 0.9 RG 1 w 10 281 m 90 281 l S 0.95 g 4 10 100 30 re f')]],
    ['a figure further after it', later('0 g 99.7 21 3 5 re f')],
    ['a figure further before it', later('0 g 1.4 21 3 5 re f')],
    ['a ground that ends beside it', sooner('0.9 g 9.9 19 84.1 8.5 re f')],
    ['a ground that ends beside it aslant', sooner('0.9 g 0 260 m 98 260 l 96 290 l 0 290 l h f')],
    ['another ground from there on', sooner('0.9 g 9.9 10 84.1 30 re f 0.8 g 94 10 13 30 re f')],
    [
      'what lies under a ground that goes on',
      sooner('0.9 g 9.9 10 84.1 30 re f 0 g 94 0 50 60 re f 0.9 g 94 10 50 30 re f'),
    ],
    ['a text higher above it', writing('/F1 4 Tf 20 27.1 Td «x» Tj')],
    // A number at 10, 20: the next panel's band, in the colour of its own ground, on from where that ends.
    ['a ground that goes on', [...sooner('0.9 g 9.9 10 84.1 30 re f 0.9 g 94 10 50 30 re f')]],
    ['a text right beside it', writing('/F1 10 Tf 92.9 20 Td «x» Tj')],
  ])('is proved with %s', (_, change) => {
    expect(verdictOf(leaflet(change as Change), 'HELPLINE_COVERED')).toBe('passed');
  });

  it('is proved with a ground that goes on and is painted later, and not where that is less high', () => {
    const own = sooner('0.9 g 9.9 10 84.1 30 re f');
    const verdict = (paint: string) => verdictOf(leaflet(own, later(paint)), 'HELPLINE_COVERED');
    expect(verdict('0.9 g 94 10 50 30 re f')).toBe('passed');
    expect(verdict('0.9 g 94 22 50 30 re f')).toContain('something is painted over the number');
  });
});

/** Gradients and pictures as grounds of boxes: printed and proved, or refused where a promise would break. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode } from 'fast-png';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { checkPictures } from '../../src/paint/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
  w.write('templates/art/noise.png', noise(300, 300));
});
afterEach(() => w.clear());

function noise(width: number, height: number): Uint8Array {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => (i * 7919) % 251);
  return encode({ width, height, data, channels: 3, depth: 8 });
}

/** Codes of the errors of a poster with more style. */
function codes(css: string): string[] {
  const file = 'templates/poster/style.css';
  w.write(file, `${w.read(file)}\n${css}`);
  try {
    const { plate } = w.set({ product: 'poster' });
    const errors = plate.problems.filter(({ severity }) => severity === 'error');
    return [...new Set(errors.map(({ code }) => code))];
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return [...new Set(error.problems.map(({ code }) => code))];
  }
}

/** A strip that nothing stands on. */
const strip = (css: string) => {
  w.change(
    'templates/poster/template.hbs',
    '<div class="light">',
    '<div class="strip-of-art"></div><div class="light">',
  );
  return `.strip-of-art { grid-column: 1; grid-row: 1; position: absolute; inset: 0 auto auto 0; width: 100%; height: 8pt; ${css} }`;
};

describe('a gradient as a ground', () => {
  it('is printed under text that stands out from all of it, and proved', () => {
    expect(
      codes(
        '.sheet .disclosure { background: linear-gradient(to bottom right, #ffffff, #f1ead9); border-radius: 6pt }',
      ),
    ).toEqual([]);
    const { verdict, checks } = w.set({ product: 'poster' }).print().proof;
    expect(verdict).toBe('proved');
    expect(checks.find(({ code }) => code === 'CONTRAST_LOW')?.status).toBe('passed');
  });

  it('that is too dark at one end is refused', () => {
    expect(codes('.disclosure { background: linear-gradient(to right, #ffffff, #777777) }')).toEqual([
      'CONTRAST_LOW',
    ]);
  });

  it('is refused under the number, and under one that is typed', () => {
    expect(codes('.sheet > .band { background: linear-gradient(#f6b737, #f6b73a) }')).toEqual([
      'HELPLINE_COVERED',
    ]);
  });

  it('under the number of another helpline or of danger is refused too', () => {
    expect(codes('.emergency.danger { background: radial-gradient(#102a3a, #0d2432) }')).toEqual([
      'HELPLINE_COVERED',
    ]);
  });
});

describe('a picture as a ground', () => {
  it('is an artifact, clipped to its box, and proved', () => {
    expect(codes(strip('background: url(template:art/noise.png) center / 72pt no-repeat'))).toEqual([]);
    const set = w.set({ product: 'poster' });
    const [page] = set.forme.pages;
    const item = page!.items.find((each) => each.kind === 'picture' && each.picture.name === 'art/noise.png');
    expect(item).toMatchObject({
      owner: { kind: 'artifact', type: 'Background' },
      clip: { height: 8 },
      drawn: { width: 72 },
    });
    expect(set.print().proof.verdict).toBe('proved');
  });

  it('is repeated over its box, to a bound', () => {
    expect(codes(strip('background: url(template:art/noise.png) 0 0 / 8pt'))).toEqual([]);
    const { forme } = w.set({ product: 'poster' });
    const tiles = forme.pages[0]!.items.filter(
      (each) => each.kind === 'picture' && each.picture.name === 'art/noise.png',
    );
    expect(tiles.length).toBe(Math.ceil(forme.pages[0]!.width / 8));
    expect(codes('.strip-of-art { background-size: 1pt }')).toEqual(['CSS_VALUE_INVALID']);
  });

  it('under text is refused, since nobody can tell what lies under each letter', () => {
    expect(codes('.disclosure { background: url(template:art/noise.png) center / cover }')).toContain(
      'CONTRAST_LOW',
    );
  });

  it('under a number is refused', () => {
    expect(codes('.sheet > .band { background: url(template:art/noise.png) center / cover }')).toContain(
      'HELPLINE_COVERED',
    );
  });

  it('that is too coarse is told, as other pictures are', () => {
    expect(codes(strip('background: url(template:art/noise.png) center / cover'))).toEqual([]);
    expect(() => w.set({ product: 'poster' }).print({ purpose: 'office' })).toThrow(/IMAGE_TOO_COARSE/);
  });

  it('is read by the one reader, from the folders of guide and templates alone', () => {
    writeFileSync(join(w.folder, 'secret.png'), noise(3, 3));
    expect(codes(strip('background-image: url(template:../secret.png)'))).toEqual(['PATH_OUTSIDE']);
    expect(codes('.strip-of-art { background-image: url(template:art/none.png) }')).toEqual([
      'FILE_NOT_FOUND',
    ]);
  });
});

describe('opacity', () => {
  it('of a picture is printed and proved, and the picture is still heard', () => {
    expect(codes('.scene { opacity: .6 }')).toEqual([]);
    const { proof } = w.set({ product: 'poster' }).print();
    expect(proof.verdict).toBe('proved');
  });

  it('of text is held to its contrast after it is blended', () => {
    expect(codes('.way { opacity: .9 }')).toEqual([]);
    expect(codes('.way { opacity: .5 }')).toEqual(['CONTRAST_LOW']);
  });

  it.each(['.number', '.band', '.disclosure', '.code img', '.emergency'])('on %s is refused', (selector) => {
    expect(codes(`.sheet ${selector} { opacity: .95 }`)).toEqual(['CSS_VALUE_INVALID']);
  });

  it('is a tint in black and white', () => {
    const file = 'templates/poster/style.css';
    w.write(file, `${w.read(file)}\n.scene { opacity: .6 }`);
    const { plate } = w.set({ product: 'poster', edition: 'high-contrast' });
    expect(plate.problems.map(({ code }) => code)).toContain('EDITION_COLOR');
  });
});

describe('a transform', () => {
  const turned = (value: string) => strip(`background: #14385c; transform: ${value}`);

  it('of a box without text is printed and proved', () => {
    expect(
      codes(turned('translate(3pt, 2pt) rotate(1deg) scale(.5, .9); transform-origin: left top')),
    ).toEqual([]);
    expect(w.set({ product: 'poster' }).print().proof.verdict).toBe('proved');
  });

  it('that takes it to a number is refused', () => {
    expect(codes(turned('scaleY(20); transform-origin: left top'))).not.toEqual([]);
    expect(
      codes('.strip-of-art { position: absolute; transform: scale(1, 20) translateY(30pt) }'),
    ).not.toEqual([]);
  });

  it('of what holds the number is refused, were it a hair', () => {
    expect(codes('.number { transform: scale(1.001) }')).toEqual(['CSS_VALUE_INVALID']);
    expect(codes('.band { transform: translateX(.01pt) }')).toContain('CSS_VALUE_INVALID');
  });

  it('makes a photograph as coarse as it is printed', () => {
    const photo = '<div class="wide"><img src="template:art/noise.png" alt=""></div>';
    w.change('templates/poster/template.hbs', '<div class="light">', `${photo}<div class="light">`);
    const css = (scale: number) =>
      `.wide { position: absolute; inset: 0 auto auto 0; transform: scale(${scale}); transform-origin: 0 0 } .wide img { width: 20pt; height: 10pt; object-fit: cover }`;
    const coarse = (scale: number) => {
      expect(codes(css(scale)).filter((code) => code !== 'TEXT_COVERED')).toEqual([]);
      const { forme } = w.set({ product: 'poster' });
      return checkPictures(forme.pages, 'office').map(({ code }) => code);
    };
    expect(coarse(1)).toEqual([]);
    // 300 pixels on 240 pt: 90 dpi.
    expect(coarse(12)).toEqual(['IMAGE_TOO_COARSE']);
  });
});

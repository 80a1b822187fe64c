import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Guide, loadGuide } from '../../src/content/index.ts';
import { formeOf, lookAt, Press, type SettingOptions, shippedGuides } from '../../src/press/index.ts';
import { taggedIn } from '../../src/proof/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const usual = { purpose: 'office', duplex: 'short', allowDrafts: true, date: undefined } as const;

describe('a plate that is looked at', () => {
  let press: Press;
  let guide: Guide;
  beforeAll(() => {
    press = new Press({}, { keepsLayout: true });
    guide = loadGuide(`${shippedGuides()}/heroin-detox`);
  });
  afterAll(() => press.close());
  const look = (setting: SettingOptions, impression: Partial<Parameters<typeof lookAt>[1]> = {}) =>
    lookAt(formeOf(press.plate(guide, setting), press)!, { ...usual, ...impression }, press);

  it.each(['short', 'long'] as const)(
    'knows where boxes, lines, pages and folds lie on the sheet, however it is turned (%s)',
    (duplex) => {
      const { sheets } = look({ product: 'pamphlet-trifold', locale: 'ar' }, { duplex });
      expect(sheets).toHaveLength(2);
      for (const { width, height, pages, folds, lines, boxes } of sheets) {
        expect(folds.map(({ x1, x2, y1, y2 }) => [x1 === x2, y1, y2])).toEqual([
          [true, 0, height],
          [true, 0, height],
        ]);
        expect(pages.reduce((sum, { trim }) => sum + trim.width, 0)).toBeCloseTo(width, 3);
        for (const { page, rect, baseline } of lines) {
          const { trim } = pages.find(({ name }) => name === page)!;
          expect(rect.x).toBeGreaterThan(trim.x);
          expect(rect.x + rect.width).toBeLessThan(trim.x + trim.width);
          expect(baseline.y1).toBeGreaterThan(rect.y);
          expect(baseline.y1).toBeLessThan(rect.y + rect.height);
        }
        expect(lines.length).toBeGreaterThan(20);
        expect(boxes.every(({ place }) => place.file !== undefined)).toBe(true);
      }
    },
  );

  it('finds the ink of what is read out within the lines of the layout: two readers of one page agree', () => {
    const { printed, sheets } = look({ product: 'pamphlet-trifold', locale: 'en' }, { duplex: 'long' });
    const tagged = taggedIn(printed!.bytes);
    const headings = tagged.filter(({ tag }) => /^H\d$/.test(tag));
    expect(headings.length).toBeGreaterThan(6);
    for (const { rect, page, text } of headings) {
      const middle = rect!.y + rect!.height / 2;
      const near = sheets[page]!.lines.some(
        (line) =>
          line.rect.y - 2 < middle &&
          middle < line.rect.y + line.rect.height * 5 &&
          line.rect.x < rect!.x + rect!.width &&
          rect!.x < line.rect.x + line.rect.width,
      );
      expect(near, text).toBe(true);
    }
    // In the order of reading: the cover's title is the first heading, whichever sheet it is on.
    expect(headings[0]).toMatchObject({ tag: 'H1', page: 0, language: 'en' });
  });

  it('knows no boxes where the press keeps none, and prints the same', () => {
    const other = new Press();
    const plate = other.plate(guide, { product: 'poster', locale: 'en' });
    const bare = lookAt(formeOf(plate, other)!, usual, other);
    expect(bare.sheets[0]).toMatchObject({ boxes: [], lines: [] });
    expect(bare.printed!.proof.sha256).toBe(look({ product: 'poster', locale: 'en' }).printed!.proof.sha256);
    other.close();
  });

  it('is refused for a draft with its pages and what they would promise', () => {
    const { printed, refused, proof, problems } = look(
      { product: 'poster', locale: 'ar' },
      { allowDrafts: false },
    );
    expect([printed, proof!.verdict]).toEqual([undefined, 'proved']);
    expect(refused!.length).toBeGreaterThan(1000);
    expect(problems[0]!.code).toBe('TRANSLATION_DRAFT');
  });

  it('is refused for what does not fit, with its pages and a proof that says so', () => {
    const workshop: Workshop = openWorkshop();
    workshop.change(
      'guide/guide.yaml',
      'line: Support is key.',
      `line: Support is key. ${'Nobody has to do it alone. '.repeat(40)}`,
    );
    const { forme } = workshop.set({ product: 'poster' });
    const { printed, refused, proof, problems, sheets } = lookAt(forme, usual, press);
    expect([printed, proof!.verdict]).toEqual([undefined, 'not proved']);
    expect(problems.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'TEXT_OVERFLOW',
    ]);
    expect(refused).toBeDefined();
    expect(sheets).toHaveLength(1);
    workshop.clear();
  });
});

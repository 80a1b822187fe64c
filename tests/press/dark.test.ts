/** White on black: two colours, no text and no line that ink would run into. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import type { Color } from '../../src/geometry/index.ts';
import { impose } from '../../src/imposition/index.ts';
import { type DisplayItem, type DisplayList, walkItems } from '../../src/paint/index.ts';
import { defaultJob } from '../../src/press/job.ts';
import { lineProblems, withPens } from '../../src/press/pens.ts';
import { formeOf } from '../../src/press/plate.ts';
import { Press } from '../../src/press/press.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

const edition = 'high-contrast-dark';
let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

const codes = (css = '') => {
  const file = 'templates/handout/style.css';
  w.write(file, `${w.read(file)}\n${css}`);
  const { plate } = w.set({ product: 'handout', edition });
  return plate.problems.filter(({ severity }) => severity === 'error').map(({ code }) => code);
};
const items = (pages: readonly DisplayList[]) => {
  const all: Exclude<DisplayItem, { kind: 'group' }>[] = [];
  for (const page of pages) walkItems(page, (item) => all.push(item));
  return all;
};

describe('the dark edition', () => {
  it.each(['pamphlet-trifold', 'poster', 'handout'])(
    'of the %s is white on black, large enough, and proved',
    (product) => {
      const set = w.set({ product, edition });
      expect(set.plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const { items: painted } of set.forme.pages)
        expect(painted[0]).toMatchObject({ kind: 'path', fill: [0, 0, 0] });
      const texts = items(set.forme.pages).flatMap((item) => (item.kind === 'text' ? [item] : []));
      const number = texts.filter((item) => item.number === 'main');
      expect(number.length).toBeGreaterThan(0);
      expect(number.every(({ color }) => color.join() === '255,255,255')).toBe(true);
      expect(Math.min(...texts.flatMap(({ runs }) => runs.map(({ size }) => size)))).toBeGreaterThanOrEqual(
        9.995,
      );
      expect(set.print().proof.verdict).toBe('proved');
    },
  );

  it.each(['letter', 'a4'])(
    'of the Japanese tri-fold on %s enlarges small letters alone: body text is as in black on white',
    (paper) => {
      const guide = loadGuide(join(import.meta.dirname, '../../guides/heroin-detox'));
      const press = new Press();
      const sizes = (name: 'high-contrast' | 'high-contrast-dark') => {
        const wanted = {
          ...defaultJob,
          product: 'pamphlet-trifold',
          locale: 'ja',
          paper,
          edition: name,
        } as const;
        const plate = press.plate(guide, wanted);
        expect(plate.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        const texts = items(formeOf(plate, press)!.pages).flatMap((item) =>
          item.kind === 'text' ? [item] : [],
        );
        return texts.flatMap(({ owner, runs }) => {
          const key = owner.kind === 'content' ? owner.node.origin.key : undefined;
          return runs.map(({ size }) => ({ key, size }));
        });
      };
      const least = (name: Parameters<typeof sizes>[0]) => Math.min(...sizes(name).map(({ size }) => size));
      const body = (name: Parameters<typeof sizes>[0]) =>
        sizes(name).find(({ key }) => key === 'sections.center.home')!.size;
      expect(least('high-contrast')).toBeLessThan(9.9);
      expect(least(edition)).toBeGreaterThanOrEqual(9.995);
      expect(least(edition)).toBeLessThan(10.4);
      expect(body(edition)).toBe(body('high-contrast'));
      press.close();
    },
  );

  it('has no line below 0.75 pt: near misses on both sides', () => {
    expect(codes('.run { border-block-start: .75pt solid var(--ink) }')).toEqual([]);
    expect(codes('.run { border-block-start: .72pt solid var(--ink) }')).toContain('EDITION_LINE');
  });

  it('has no text below 10 pt, though a style says so', () => {
    expect(codes('.run .who { font-size: 9pt }')).toEqual([]);
  });

  it('has no other colour', () => {
    expect(codes('.run { background: #111111 }')).toContain('EDITION_COLOR');
    expect(codes('.run { background: linear-gradient(#000000, #000001) }')).toContain('EDITION_COLOR');
  });

  it('shows its fold marks', () => {
    const { forme } = w.set({ product: 'pamphlet-trifold', edition });
    const { sheets } = impose(forme.pages, forme.plan, 'office', {
      direction: 'ltr',
      duplex: 'short',
      ink: forme.ink,
    });
    const colors = sheets.flatMap(({ marks }) =>
      marks.flatMap((mark) => (mark.kind === 'path' && mark.stroke ? [mark.stroke.color] : [])),
    );
    expect(colors.length).toBeGreaterThan(0);
    expect(colors.every((color) => color.join() === '255,255,255')).toBe(true);
  });
});

describe('pens', () => {
  const line = (width: number, scale: number): DisplayList => {
    const color: Color = [255, 255, 255];
    const stroke = { color, width, cap: 'round', join: 'round', dash: [] } as const;
    const path = { verbs: 'ML', points: Float64Array.of(0, 0, 10, 10) };
    const picture = {
      kind: 'vector',
      name: 'line',
      width: 10,
      height: 10,
      shapes: [{ path, fill: undefined, rule: 'nonzero', stroke }],
    } as const;
    const drawn = { x: 0, y: 0, width: 10 * scale, height: 10 * scale };
    const owner = { kind: 'artifact', type: 'Layout' } as const;
    const item = { kind: 'picture', owner, picture, drawn, clip: drawn, flipped: false } as const;
    return { page: 'p', index: 0, width: 99, height: 99, bleed: 0, items: [item], links: [], places: [] };
  };
  const widthOf = (page: DisplayList, thinnest?: number) => {
    const [wide] = withPens([page], thinnest === undefined ? {} : { thinnest });
    const [item] = wide!.items;
    if (item?.kind !== 'picture' || item.picture.kind !== 'vector') throw new Error('no drawing');
    return item.picture.shapes[0]!.stroke!.width;
  };

  it('are widened by how small a drawing is printed, and left where they are wide enough', () => {
    expect(widthOf(line(1, 0.5), 0.75)).toBe(1.5);
    expect(widthOf(line(1.5, 0.5), 0.75)).toBe(1.5);
    expect(widthOf(line(1.6, 0.5), 0.75)).toBe(1.6);
    expect(widthOf(line(1, 0.5))).toBe(1);
  });

  it('of a page without thin ones are not told', () => {
    expect(lineProblems({ kind: 'high-contrast', about: '', thinnest: 0.75 }, 'x', [line(0.1, 1)])).toEqual(
      [],
    );
  });
});

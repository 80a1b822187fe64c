import { describe, expect, it } from 'vitest';
import type { Color } from '../../src/geometry/index.ts';
import type { Fragment } from '../../src/layout/index.ts';
import { checkContrast, checkPages, type PathItem, paintPages } from '../../src/paint/index.ts';
import { box, element, lines, page, result, text } from './fragments.ts';

const dark: Color = [18, 44, 58];
const all = (radius: number | { percent: number }) => ({
  borderRadius: { startStart: radius, startEnd: radius, endEnd: radius, endStart: radius },
});
const paths = (fragment: Fragment) =>
  paintPages(result(page([fragment])))[0]!.items.filter((item): item is PathItem => item.kind === 'path');
const pairs = ({ path: { points } }: PathItem) =>
  Array.from({ length: points.length / 2 }, (_, i) => [points[2 * i], points[2 * i + 1]] as const);
const has = (item: PathItem, x: number, y: number) =>
  pairs(item).some(([px, py]) => Math.abs(px! - x) < 0.01 && Math.abs(py! - y) < 0.01);

describe('round corners', () => {
  it('cut the ground where they are, by lengths or by shares of both sides', () => {
    const [byLength] = paths(box([0, 0, 100, 40], { backgroundColor: dark, ...all(10) }));
    expect([has(byLength!, 10, 0), has(byLength!, 0, 10), has(byLength!, 0, 0)]).toEqual([true, true, false]);
    const [byShare] = paths(box([0, 0, 100, 40], { backgroundColor: dark, ...all({ percent: 10 }) }));
    expect([has(byShare!, 10, 0), has(byShare!, 0, 4)]).toEqual([true, true]);
  });

  it('are made smaller together where two do not fit a side (CSS Backgrounds 3 §4.5)', () => {
    const [pill] = paths(box([0, 0, 100, 40], { backgroundColor: dark, ...all(90) }));
    expect([has(pill!, 20, 0), has(pill!, 0, 20), has(pill!, 80, 40)]).toEqual([true, true, true]);
  });

  it('turn with the direction', () => {
    const one = { borderRadius: { startStart: 10, startEnd: 0, endEnd: 0, endStart: 0 } };
    const rtl = element('div', { dir: 'rtl' });
    const [left] = paths(box([0, 0, 100, 40], { backgroundColor: dark, ...one }));
    const [right] = paths(box([0, 0, 100, 40], { backgroundColor: dark, ...one }, [], { element: rtl }));
    expect([has(left!, 0, 0), has(left!, 100, 0)]).toEqual([false, true]);
    expect([has(right!, 0, 0), has(right!, 100, 0)]).toEqual([true, false]);
  });

  it('bend a border: a ring of which the inside is rounder by its width', () => {
    const side = { width: 4, style: 'solid', color: dark } as const;
    const border = { blockStart: side, blockEnd: side, inlineStart: side, inlineEnd: side };
    const [ring] = paths(box([0, 0, 100, 40], { border, ...all(10) }));
    expect(ring!.rule).toBe('evenodd');
    expect([has(ring!, 10, 0), has(ring!, 10, 4), has(ring!, 4, 10)]).toEqual([true, true, true]);
  });
});

describe('text on round ground', () => {
  const p = element('p');
  const word = (x: number, y: number) =>
    lines([{ node: text('words', p), content: 'words', size: 12, style: { color: [255, 255, 255] } }], {
      x,
      y,
    });
  const onGround = (x: number, y: number) =>
    paintPages(result(page([box([20, 20, 100, 60], { backgroundColor: dark, ...all(30) }), ...word(x, y)])));

  it('has its contrast where the ground is, and not in the corner that is cut', () => {
    expect(checkContrast(onGround(45, 45)).map(({ code }) => code)).toEqual([]);
    expect(checkContrast(onGround(21, 21)).map(({ code }) => code)).toEqual(['CONTRAST_LOW']);
  });

  it('is covered by what is painted later as the corner is, not as the box would', () => {
    const later = (x: number, y: number) =>
      checkPages(
        paintPages(
          result(
            page([
              ...word(20, 20),
              box([x, y, 200, 200], { backgroundColor: dark, position: 'absolute', ...all(60) }),
            ]),
          ),
        ),
      ).map(({ code }) => code);
    expect(later(21, 21)).toContain('TEXT_COVERED');
    expect(later(50, 32)).not.toContain('TEXT_COVERED');
  });
});

/** A photograph that the proof cannot read as every viewer does is told by its name. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PressError, problem } from '../../src/diagnostics/index.ts';
import type { DisplayList } from '../../src/paint/index.ts';
import { namingPhotographs } from '../../src/press/damaged.ts';
import { problemsOf } from '../content/folder.ts';

const grey = readFileSync(join(import.meta.dirname, '../proof/photographs/grey.jpg'));
const cut = Buffer.concat([grey.subarray(0, 900), Buffer.from([0xff, 0xd9])]);
const picture = (name: string, data: Buffer, format = 'jpeg') => ({
  kind: 'picture',
  picture: { kind: 'raster', format, name, data },
});
const pages = (...items: unknown[]) => [{ items }] as unknown as DisplayList[];
const fails = (code: 'PDF_FOREIGN' | 'PDF_UNREADABLE' | 'HELPLINE_WRONG') => () => {
  throw new PressError([problem(code, 'no', {}, 'no')]);
};

describe('a file that is not as the press writes it', () => {
  it('names each photograph that is the reason, once, wherever it stands', () => {
    const all = pages(
      picture('a.jpg', cut),
      picture('b.jpg', grey),
      { kind: 'text' },
      { kind: 'group', items: [picture('c.jpg', cut)] },
    );
    all.push(...pages(all[0]!.items[0]));
    const found = problemsOf(() => namingPhotographs(all, fails('PDF_FOREIGN')));
    expect(found.map(({ code, place, message }) => `${code} ${place.file}: ${message}`)).toEqual([
      'IMAGE_INVALID a.jpg: a.jpg has data that end early.',
      'IMAGE_INVALID c.jpg: c.jpg has data that end early.',
    ]);
    expect(found[0]?.hint).toContain('anew');
  });

  it.each<[string, DisplayList[], 'PDF_FOREIGN' | 'HELPLINE_WRONG']>([
    ['for another reason', pages(picture('a.jpg', grey)), 'PDF_FOREIGN'],
    ['for a picture that is no photograph', pages(picture('a.png', cut, 'png')), 'PDF_FOREIGN'],
    ['but is read', pages(picture('a.jpg', cut)), 'HELPLINE_WRONG'],
  ])('keeps its fault %s', (_, all, code) => {
    expect(problemsOf(() => namingPhotographs(all, fails(code))).map((p) => p.code)).toEqual([code]);
  });

  it('names the largest drawings where it takes too much work to read', () => {
    const drawing = (name: string, segments: number) => ({
      kind: 'picture',
      picture: { kind: 'vector', name, shapes: [{ path: { verbs: 'L'.repeat(segments) } }] },
    });
    const told = (...items: unknown[]) =>
      problemsOf(() => namingPhotographs(pages(...items), fails('PDF_UNREADABLE'))).map(
        ({ code, place }) => `${code} ${place.file}`,
      );
    const small = [drawing('a.svg', 10), drawing('b.svg', 9_000), drawing('c.svg', 4_000)];
    expect(told(...small, drawing('d.svg', 9_500), picture('e.jpg', grey))).toEqual([
      'IMAGE_TOO_LARGE d.svg',
      'IMAGE_TOO_LARGE b.svg',
      'IMAGE_TOO_LARGE c.svg',
    ]);
    expect(told(...small)).toEqual(['PDF_UNREADABLE undefined']);
  });

  it('gives what was asked for where nothing is wrong', () => {
    expect(namingPhotographs(pages(picture('a.jpg', cut)), () => 5)).toBe(5);
  });
});

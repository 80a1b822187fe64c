import { describe, expect, it } from 'vitest';
import { asWritten, type DocumentNode, type Wording } from '../../src/document/index.ts';
import { type Picture, qrPicture } from '../../src/image/index.ts';
import type { Fragment } from '../../src/layout/index.ts';
import { type DisplayItem, type DisplayList, paintPages, renumberPage } from '../../src/paint/index.ts';
import { bold, box, element, lines, page, pictureFragment, regular, result, text } from './fragments.ts';

const [old, now] = ['800-315-1376', '800-555-0199'];
const numbers = { main: { display: now, dial: '+18005550199' } };
/** What the document says with the other number. */
const reworded = (given: string) => given.replaceAll(old, now).replaceAll('+18003151376', '+18005550199');
const wording: Wording = {
  text: (node) => reworded(node.text),
  attribute: ({ attributes }, name) => attributes[name] && reworded(attributes[name]),
};
const same = (picture: Picture) => picture;
const paint = (...children: readonly Fragment[]): DisplayList => paintPages(result(page(children)))[0]!;
const renumber = (list: DisplayList, picture = same, by: Wording = wording) =>
  renumberPage(list, { numbers, wording: by, reshaped: new Map(), picture });

const p = element('p');
const set = (content: string, y = 20, parent = p) => lines([{ node: text(content, parent), content }], { y });
/** Digits of Noto Sans have all one width, those of Atkinson Hyperlegible Next have not. */
const number = (content: string, faces = bold) => {
  const node: DocumentNode = { ...text(content, p), number: 'main' };
  return lines([{ node, content, faces }], { y: 50 });
};
/** The texts of a page, of turned groups too, as its glyphs say them. */
function said(items: readonly DisplayItem[]): string[] {
  return items.flatMap((item) => {
    if (item.kind === 'group') return said(item.items);
    return item.kind === 'text' ? [item.paragraph.text.slice(item.start, item.end)] : [];
  });
}

describe('a page with another number', () => {
  const list = paint(...set('Call', 20), ...number(old));

  it('is what is painted anew with it, and everything else is the very item', () => {
    const renumbered = renumber(list)!;
    expect(said(renumbered.items)).toEqual(['Call', now]);
    const [anew] = paint(...number(now)).items;
    const [kept, changed] = renumbered.items;
    expect(kept).toBe(list.items[0]);
    if (anew?.kind !== 'text' || changed?.kind !== 'text') throw new Error('it paints a text');
    expect(changed.runs.map(({ glyphs }) => glyphs)).toEqual(anew.runs.map(({ glyphs }) => glyphs));
    expect([changed.x, changed.baseline, changed.rect]).toEqual([anew.x, anew.baseline, anew.rect]);
  });

  it('has it among the words of its line', () => {
    const node: DocumentNode = { ...text(old, p), number: 'main' };
    const [before, after] = [text('Call ', p), text(' now', p)];
    const line = paint(
      ...lines([
        { node: before, content: 'Call ' },
        { node, content: old, faces: bold },
        { node: after, content: ' now' },
      ]),
    );
    const renumbered = renumber(line)!;
    expect(said(renumbered.items)).toEqual(['Call ', now, ' now']);
    const changed = renumbered.items[1]!;
    expect(changed.kind === 'text' && changed.paragraph.text).toBe(`Call ${now} now`);
    expect([renumbered.items[0], renumbered.items[2]]).toEqual([line.items[0], line.items[2]]);
  });

  it('leaves the given page as it is', () => {
    renumber(list);
    expect(said(list.items)).toEqual(['Call', old]);
  });

  it('is the very page where it shows no number, or the same', () => {
    const plain = paint(...set(`Call ${old}`));
    expect(renumber(plain)).toBe(plain);
    const already = paint(...number(now));
    expect(renumber(already)).toBe(already);
  });

  it('is none where the digits would stand otherwise', () => {
    for (const other of ['800-315-137', '800-315-13766', '800.315.1376', '988'])
      expect(renumber(paint(...number(other))), other).toBeUndefined();
    expect(renumber(paint(...number(old, regular)))).toBeUndefined();
    expect(renumber(paint(box([0, 0, 200, 99], {}, number('988'), { rotate: 90 })))).toBeUndefined();
  });

  it('has it in turned groups', () => {
    const turned = (...children: Fragment[]) => box([0, 0, 200, 99], {}, children, { rotate: 90 });
    expect(said(renumber(paint(turned(...set('Call'), ...number(old))))!.items)).toEqual(['Call', now]);
    const plain = paint(turned(...set('Call')));
    expect(renumber(plain)).toBe(plain);
  });

  it('has its code, and every other picture as it is', () => {
    const rect = { x: 0, y: 100, width: 60, height: 60 };
    const [code, art] = [qrPicture('tel:+18003151376', [0, 0, 0]), qrPicture('https://a.org', [0, 0, 0])];
    const pictures = paint(
      pictureFragment(element('img', { alt: 'x' }), code, rect),
      pictureFragment(element('img', { alt: 'x' }), art, { ...rect, y: 200 }),
    );
    const other = qrPicture('tel:+18005550199', [0, 0, 0]);
    const [first, second] = renumber(pictures, (picture) => (picture === code ? other : picture))!.items;
    expect(first).toEqual({ ...pictures.items[0], picture: other });
    expect(second).toBe(pictures.items[1]);
    expect(renumber(pictures)).toBe(pictures);
  });
});

describe('the links of a page with another number', () => {
  const linked = (attributes: Record<string, string>, content: string) => {
    const marked = Object.entries(attributes).filter(([, value]) => reworded(value) !== value);
    const numbers = Object.fromEntries(marked.map(([name, value]) => [name, [value]]));
    const a = { ...element('a', attributes), ...(marked.length > 0 ? { numbers } : {}) };
    const [words, shown] = content.split(old);
    if (shown === undefined) return paint(...set(content, 20, a));
    const before = text(words!, a);
    const node: DocumentNode = { ...text(old, a), number: 'main' };
    a.children.splice(-1, 1, node);
    const pieces = [
      { node: before, content: words! },
      { node, content: old, faces: bold },
    ];
    return paint(...lines(pieces, { y: 20 }));
  };
  const saidBy = (list: DisplayList | undefined) =>
    list?.links.map(({ href, description }) => [href, description]);

  it.each([
    [{ href: 'tel:+18003151376', title: `Call ${old}` }, 'Call', 'tel:+18005550199', `Call ${now}`],
    // Each by itself: the address alone, the words alone.
    [{ href: 'tel:+18003151376' }, 'Call us', 'tel:+18005550199', 'Call us'],
    [{ href: '#help', title: `About ${old}` }, 'About', '#help', `About ${now}`],
    [{ href: '#help' }, `About ${old}`, '#help', `About ${now}`],
  ])('lead and say what it asks for: %j', (attributes, content, href, description) => {
    const before = linked(attributes, content);
    const after = renumber(before)!;
    expect(saidBy(after)).toEqual([[href, description]]);
    expect(after.links[0]!.rect).toEqual(before.links[0]!.rect);
    if (!content.includes(old)) expect(after.items).toBe(before.items);
  });

  it('are the very links where they show none', () => {
    const list = paint(...set('Call', 20, element('a', { href: '#a' })), ...number(old));
    const after = renumber(list)!;
    expect(after).not.toBe(list);
    expect(after.links[0]).toBe(list.links[0]);
    const unchanged = linked({ href: 'tel:+18003151376', title: `Call ${old}` }, 'us');
    expect(renumber(unchanged, same, asWritten)).toBe(unchanged);
  });
});

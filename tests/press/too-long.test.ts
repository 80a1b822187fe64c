/** What does not fit, or cannot be set, as it is told: by numbers that can be checked. */
import { describe, expect, it } from 'vitest';
import type { Guide } from '../../src/content/index.ts';
import { elementsOf, parseDocument } from '../../src/document/index.ts';
import { Stock } from '../../src/files/index.ts';
import type { LayoutResult, Overflow, PageFragment } from '../../src/layout/index.ts';
import type { Locale } from '../../src/locale/index.ts';
import { layoutProblems } from '../../src/press/layout-problems.ts';
import { sectionHeights, sectionsOn } from '../../src/press/section-heights.ts';
import { refuseFew, type TooLong, tooLongProblem } from '../../src/press/suits.ts';
import { loadProduct } from '../../src/product/index.ts';
import { problemsOf } from '../content/folder.ts';
import { folderOf } from '../files/folder.ts';

/** An element of a document, with what is in it. */
function elementOf(html: string) {
  const { root } = parseDocument(
    `<!doctype html><html lang="en"><head><title>t</title></head><body>${html}</body></html>`,
    { file: 'a.hbs', numbers: {} },
  );
  return [...elementsOf(root)].find(({ attributes, id }) => id === 'it' || attributes.id === 'it')!;
}
const overflow = (more: Partial<Overflow> = {}): Overflow =>
  ({
    page: 'inside',
    element: elementOf('<p id="it">Some words</p>'),
    by: 30,
    axis: 'block',
    lines: 2,
    ...more,
  }) as Overflow;
const result = (more: Partial<LayoutResult>): LayoutResult => ({
  pages: [],
  overflows: [],
  missing: [],
  stacked: [],
  ...more,
});
const range = { min: 11.5, max: 14, step: 0.5, air: 1 };
const told = (more: Partial<LayoutResult>, tooLong?: Parameters<typeof layoutProblems>[2]) =>
  layoutProblems(result(more), range, tooLong).map(({ code, message, place, hint }) => ({
    code,
    message,
    page: place.page,
    hint,
  }));

describe('characters that cannot be set', () => {
  const node = elementOf('<p id="it">x</p>').children[0]!;
  const missing = (character: string, lacking?: string) =>
    ({ character, node, language: 'hi', lacking }) as LayoutResult['missing'][number];

  it('are told with their number in Unicode, each once where it stands', () => {
    const found = told({
      missing: [missing('\u2603'), missing('\u2603'), missing('\u{1f600}'), missing('!')],
    });
    expect(found.map(({ code, message }) => [code, message])).toEqual([
      ['GLYPH_MISSING', 'No face for hi has "☃" (U+2603).'],
      ['GLYPH_MISSING', 'No face for hi has "😀" (U+1F600).'],
      ['GLYPH_MISSING', 'No face for hi has "!" (U+0021).'],
    ]);
    expect(found[0]!.hint).toMatch(/^Take the character out, or add a face/);
  });

  it('are told of a face of one’s own, by its name', () => {
    expect(told({ missing: [missing('\u2603', 'Mine'), missing('\u2603')] })).toMatchObject([
      {
        code: 'FONT_LACKS',
        message: 'Your face Mine has no "☃" (U+2603), and would be mixed with another within a word.',
        hint: expect.stringContaining('Take hi out of "locales"'),
      },
      { code: 'GLYPH_MISSING' },
    ]);
  });

  it('that are marks upon marks are told by the letter and their count', () => {
    const stacked = [{ character: 'o\u0302\u0303\u0304', node }] as unknown as LayoutResult['stacked'];
    expect(told({ stacked })).toMatchObject([
      {
        code: 'MARKS_STACKED',
        message: '"o" has 3 marks on it, which reach into other lines.',
        hint: 'Take the marks away.',
      },
    ]);
  });
});

describe('what does not fit', () => {
  it('is told by itself, with how much there is too much', () => {
    const element = elementOf('<div id="it" class="card loud">x</div>');
    expect(told({ overflows: [overflow({ element })] })).toEqual([
      {
        code: 'TEXT_OVERFLOW',
        message:
          'The content of <div class="card loud"> is 30.0 pt (about 2 lines) longer than its room, at 11.5 pt, the smallest size allowed.',
        page: 'inside',
        hint: 'Shorten the text, move a block to another section, or choose a larger paper.',
      },
    ]);
    expect(told({ overflows: [overflow({ lines: 1 })] })[0]!.message).toContain(
      '<p> is 30.0 pt (about 1 line) longer',
    );
  });

  it('is told of a foot or a head of the pages by their margin', () => {
    const foot = elementOf('<footer id="it">x</footer>');
    const pages = [{ children: [{ kind: 'box', role: 'running', element: foot, children: [] }] }];
    const more = { pages: pages as unknown as LayoutResult['pages'] };
    const hint = (element: Overflow['element']) =>
      told({ ...more, overflows: [overflow({ element })] })[0]!.hint;
    expect(hint(foot)).toBe(
      'It stands in the margin of its page: shorten it, or in a template of your own make that margin larger in @page.',
    );
    expect(hint(elementOf('<p id="it">x</p>'))).toMatch(/^Shorten the text/);
  });

  it('is told all at once where that can be said, and what is too wide still by itself', () => {
    const all = { code: 'TEXT_OVERFLOW', severity: 'error', message: 'all', place: {} } as const;
    const seen: unknown[] = [];
    const tooLong = (overflows: readonly Overflow[], sections: unknown) => {
      seen.push(overflows.length, sections);
      return all;
    };
    const wide = overflow({ axis: 'inline', by: 4 });
    expect(told({ overflows: [overflow(), overflow()] }, tooLong).map(({ message }) => message)).toEqual([
      'all',
    ]);
    expect(told({ overflows: [overflow(), wide] }, tooLong)).toHaveLength(2);
    expect(seen[0]).toBe(2);
    expect(seen[1]).toEqual(new Map());
    expect(told({ overflows: [overflow(), wide] }, () => undefined)).toHaveLength(2);
    expect(told({}, () => all)).toEqual([]);
  });

  it('is told by the longest word where a line is too wide, and otherwise where it is a number', () => {
    const line = (html: string) =>
      told({ overflows: [overflow({ axis: 'inline', by: 4.25, element: elementOf(html) })] })[0]!;
    const words = line('<p id="it">So an over\u00adwhelming-ly <em>longestwordofall</em> is</p>');
    expect(words.message).toBe(
      'A line in <p> is 4.3 pt wider than its room, at 11.5 pt, the smallest size allowed: perhaps the word "longestwordofall" does not fit on it.',
    );
    expect(words.hint).toContain('soft hyphen');
    expect(line('<p id="it">Of two alike one1 two2</p>').message).toContain('the word "alike"');
    const element = elementOf('<p id="it">Call <em>now</em></p>');
    Object.assign(element.children[0]!, { number: 'main' });
    const number = told({ overflows: [overflow({ axis: 'inline', element })] })[0]!;
    expect(number.message).toBe(
      'A line in <p> is 30.0 pt wider than its room, at 11.5 pt, the smallest size allowed.',
    );
    expect(number.hint).toMatch(/^A number stands on one line/);
  });
});

describe('the sections of pages', () => {
  const line = (key: string | undefined, y: number, height: number, more: object = {}) => ({
    kind: 'line',
    role: 'content',
    rect: { x: 0, y, width: 9, height },
    pieces: [{ node: { origin: { key } } }],
    ...more,
  });
  const picture = (key: string, y: number, height: number) => ({
    kind: 'picture',
    role: 'content',
    rect: { x: 0, y, width: 9, height },
    element: { origin: { key } },
  });
  const box = (...children: object[]) => ({ kind: 'box', role: 'content', children });
  const page = (name: string, ...children: object[]) => ({ name, children }) as unknown as PageFragment;

  it('are as high as from their first line to the end of their last, in any order', () => {
    const heights = sectionHeights([
      page(
        'a',
        box(line('sections.one.line', 40, 10), box(line('sections.one.text', 60, 12))),
        picture('sections.one.pic.alt', 20, 15),
        line('sections.two.x', 100, 5),
        line('title', 0, 500),
        line(undefined, 0, 500),
        line('sections.three', 0, 9),
        line('sections.four.x', 0, 9, { role: 'running' }),
        line('sections.five.x', 0, 9, { pieces: [] }),
      ),
      page('b', line('sections.six.text', 7, 3)),
    ]);
    expect([...heights]).toEqual([
      ['one', 52],
      ['two', 5],
      ['six', 3],
    ]);
  });

  it('that are only named in a list are none', () => {
    expect([
      ...sectionHeights([page('a', line('sections.one.line', 0, 9), line('sections.one.line', 20, 9))]),
    ]).toEqual([]);
  });

  it('are listed by the pages that hold some', () => {
    const pages = [
      page('a', line('sections.one.text', 0, 9), line('sections.two.text', 9, 9)),
      page('b', line('title', 0, 9)),
      page('c', line('sections.three.text', 0, 9)),
    ];
    expect([...sectionsOn(pages)]).toEqual([
      ['a', ['one', 'two']],
      ['c', ['three']],
    ]);
  });
});

describe('a guide that is too long for a product', () => {
  const yaml = (id: string, more: string) => `id: ${id}
name: ${id}
papers: [a4, letter, a3]
fit: { min: 11.5, max: 14 }
carries: [title, sections, disclosure]
floors: { text: 9, body: 11.5, disclosure: 9 }
helpline: { loud: [${more.includes('flow') ? 'one-1' : 'one'}], minSize: 14 }
${more}`;
  const lend = (products: Readonly<Record<string, string>>) => {
    const templates = folderOf(
      Object.fromEntries(
        Object.entries(products).map(([id, more]) => [`${id}/product.yaml`, yaml(id, more)]),
      ),
    );
    return { folders: { templates, locales: '', fonts: '' }, stock: new Stock(0) };
  };
  const pages = 'pages: [one, two]\n';
  const flowing = 'pages: { flow: one, most: 9 }\n';
  const texts: Record<string, string> = {
    'sections.a.text': 'x'.repeat(60),
    'sections.b.text': 'x'.repeat(20),
    'sections.c.text': 'x'.repeat(14),
    'sections.d.text': 'x'.repeat(6),
  };
  const guide = {
    folder: 'guides/rest',
    data: {
      helplines: { main: {}, other: {} },
      locale: 'en',
      country: 'US',
      emergency: [],
      sections: ['a', 'b', 'c', 'd'].map((id) => ({ id })),
    },
    texts: new Map(
      Object.keys(texts).map((key) => [key, { key, text: texts[key], forms: ['short', 'long'] }]),
    ),
    place: (key: string) => ({ file: 'guide.yaml', key }),
  } as unknown as Guide;
  const locale = { tag: 'en', text: (key: string) => texts[key]! } as unknown as Locale;
  const spread = [
    { name: 'one', width: 400, height: 600 },
    { name: 'two', width: 400, height: 600 },
  ] as TooLong['pages'];
  function too(
    overflows: readonly Overflow[],
    products: Record<string, string> = { p: pages },
    more: Partial<TooLong> = {},
  ) {
    const lent = lend(products);
    const product = { ...loadProduct('p', lent.folders.templates), ...(more.product as object | undefined) };
    return tooLongProblem(
      overflows,
      {
        guide,
        locale,
        setting: { paper: 'a4' } as never,
        pages: spread,
        sections: new Map(),
        ...more,
        product,
      },
      lent,
    );
  }

  it('is told by how much, and where, the worst page first, and of each page its worst', () => {
    const found = too([
      overflow({ page: 'one', by: 30, lines: 2 }),
      overflow({ page: 'two', by: 90, lines: 6 }),
      overflow({ page: 'two', by: 60, lines: 4 }),
      overflow({ page: 'one', by: 500, axis: 'inline' }),
    ])!;
    expect(found).toMatchObject({ code: 'TEXT_OVERFLOW', place: { page: 'two' } });
    expect(found.message).toBe(
      'The guide is too long for p, by about 8 lines at 11.5 pt, the smallest size allowed: page two by about 6 lines, 15% of its height; page one by about 2 lines, 5% of its height.',
    );
    expect(too([overflow({ page: 'one', by: 2.9, lines: 1 })])!.message).toContain(
      'page one by about 1 line.',
    );
    expect(too([overflow({ page: 'one', by: 3.1, lines: 1 })])!.message).toContain(
      '1 line, 1% of its height.',
    );
  });

  it('is not told so of what is only too wide, of nothing, and of pages that flow', () => {
    expect(too([])).toBeUndefined();
    expect(too([overflow({ axis: 'inline' })])).toBeUndefined();
    expect(too([overflow({ by: 0 })])).toBeUndefined();
    expect(too([overflow({ page: 'one' })], { p: pages }, { pages: { flow: {} } as never })).toBeUndefined();
  });

  it('is told with the long sections, three at most, none of which is short; or to shorten a little', () => {
    expect(too([overflow({ page: 'one', lines: 5 })])!.hint).toContain(
      "Long here: section 1 (a) with 60% of the sections' text, 2 (b) 20%.",
    );
    expect(too([overflow({ page: 'one', lines: 4 })])!.hint).toContain(
      'Shorten a text of that page by so much.',
    );
    // Nobody knows what a flap holds.
    const said = [
      'opening.a',
      'press:source',
      'helplines.other.call',
      'sections.a.line',
      'sections.b.line',
    ].map((key) => ({ kind: 'text', origin: { key } }));
    const element = {
      parent: { name: 'body' },
      children: said,
      origin: {},
    } as unknown as Overflow['element'];
    expect(too([overflow({ page: 'one', lines: 4, element })])!.hint).toContain(
      'by so much: it has opening, helplines.other, the lines of the sections.',
    );
    const both = [overflow({ page: 'one', lines: 2 }), overflow({ page: 'two', lines: 2 })];
    expect(too(both)!.hint).toContain('Shorten texts of those pages by so much.');
  });

  it('is told with the longest of what it prints, where that is not what the sections say', () => {
    const said: Record<string, string> = {
      title: 'x'.repeat(10),
      'helplines.main.call': 'x'.repeat(20),
      'helplines.main.answers': 'x'.repeat(20),
      'helplines.other.call': 'x'.repeat(5),
      'sections.a.line': 'x'.repeat(10),
      'sections.b.line': 'x'.repeat(10),
      'sections.a.text': 'x'.repeat(900),
      'disclosure.heading': 'x'.repeat(5),
      'disclosure.a.text': 'x'.repeat(20),
    };
    const card = {
      ...guide,
      texts: new Map(
        Object.keys(said).map((key) => [key, { key, text: said[key], forms: ['short', 'long'] }]),
      ),
    } as unknown as Guide;
    const more = {
      guide: card,
      locale: { tag: 'en', text: (key: string) => said[key]! } as unknown as Locale,
    };
    const hint = (carries: string[], lines = 5) =>
      too(
        [overflow({ page: 'one', lines })],
        { p: pages, book: flowing },
        {
          ...more,
          product: { carries, leaves: ['sections'] } as never,
        },
      )!.hint;
    const lines = ['title', 'helplines.*', 'sections.*.line', 'disclosure'];
    for (const count of [1, 9])
      expect(hint(lines, count)).toMatch(
        /^Long here: helplines\.main 40% of all that it prints, disclosure 25%, the lines of the sections 20%\. /,
      );
    expect(hint(lines)).toContain('Or write forms: [long] at sections that p can do without.');
    expect(hint(['title', 'disclosure'])).toMatch(
      /^Long here: disclosure 71% of all that it prints, title 29%\./,
    );
    expect(hint(['title', 'disclosure'])).not.toContain('forms: [long]');
    expect(hint(['title', 'helplines.~main', 'disclosure'])).toContain(
      'Or write forms: [long] at helplines but main that p can do without.',
    );
    expect(hint([...lines, 'helplines.~main'])).toContain(
      'Or write forms: [long] at sections and helplines but main that p can do without.',
    );
  });

  it('is told with how it was divided, what takes it whole, and a paper that is larger', () => {
    const one = [overflow({ page: 'one', lines: 2 })];
    const sections = new Map([
      ['one', ['a', 'b']],
      ['two', ['c']],
    ]);
    expect(too(one, { p: pages }, { sections })!.hint).toContain('So divided: one a, b; two c.');
    expect(too(one, { p: pages }, { sections: new Map([['one', ['a']]]) })!.hint).not.toContain('So divided');
    const two = { p: pages, book: flowing, other: pages };
    expect(too(one, two)!.hint).toContain(
      'What takes it whole: helpline-press print guides/rest --product book.',
    );
    expect(too(one, two)!.hint).toContain(
      'Or write forms: [long] at blocks and sections that p can do without.',
    );
    expect(too(one, two, { locale: { ...locale, tag: 'es' } })!.hint).toContain(
      '--product book --locale es.',
    );
    expect(too(one)!.hint).not.toContain('What takes it whole');
    // letter is hardly larger than a4.
    expect(too(one)!.hint).toContain('Or choose a larger paper: --paper a3.');
    expect(too(one, { p: pages }, { setting: { paper: 'a3' } as never })!.hint).not.toContain('larger paper');
  });

  it('with too few sections is refused before anything is set', () => {
    const lent = lend({
      p: `${pages}leastSections: 3\n`,
      q: `${pages}leastSections: 2\n`,
      r: `${pages}leastSections: 3\n`,
    });
    const product = loadProduct('p', lent.folders.templates);
    const few = (ids: readonly string[], forms?: readonly string[]) => {
      const data = { sections: ids.map((id) => ({ id, forms })) };
      return problemsOf(() => refuseFew({ ...guide, data } as unknown as Guide, product, lent));
    };
    expect(few(['a', 'b', 'c'])).toEqual([]);
    expect(few(['a', 'b'])).toMatchObject([
      {
        code: 'PAGE_BLANK',
        message: 'p needs 3 sections, and the guide has 2 sections for it: a page would stay blank.',
        hint: 'Divide a section in two, or print what takes fewer: helpline-press print guides/rest --product q.',
        place: { key: 'sections', product: 'p' },
      },
    ]);
    expect(few(['a'])).toMatchObject([
      {
        message: 'p needs 3 sections, and the guide has 1 section for it: a page would stay blank.',
        hint: 'Divide a section in two.',
      },
    ]);
    expect(few(['a', 'b', 'c'], [product.form === 'short' ? 'long' : 'short'])).toMatchObject([
      {
        code: 'FORM_EMPTY',
        message: `p is a ${product.form} product, and every section of the guide is for ${product.form === 'short' ? 'long' : 'short'} ones.`,
      },
    ]);
  });
});

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type GuideText, loadGuide } from '../../src/content/index.ts';
import { mostTold } from '../../src/diagnostics/index.ts';
import {
  allPapers,
  carriedKeys,
  leftOut,
  likesOf,
  listProducts,
  loadProduct,
  pagesOf,
  papers,
} from '../../src/product/index.ts';
import { compileTemplate } from '../../src/template/index.ts';
import { problemsOf, whole } from '../content/folder.ts';

const root = join(import.meta.dirname, '../..');
const templates = join(root, 'templates');
const { texts } = loadGuide(join(root, 'guides/heroin-detox'));
const few = loadGuide(whole).texts;
const trifold = loadProduct('pamphlet-trifold', templates);
const poster = loadProduct('poster', templates);

/** A shipped product, its product.yaml changed. */
function changed(
  from: string,
  to: string,
  id = 'poster',
  others: readonly (readonly [from: string, to: string])[] = [],
): string {
  const folder = mkdtempSync(join(tmpdir(), 'templates-'));
  cpSync(join(templates, id), join(folder, id), { recursive: true });
  const file = join(folder, id, 'product.yaml');
  let text = readFileSync(file, 'utf8');
  for (const [old, own] of [[from, to] as const, ...others]) {
    if (!text.includes(old)) throw new Error(`product.yaml does not hold ${old}`);
    text = text.replace(old, () => own);
  }
  writeFileSync(file, text);
  return folder;
}

describe('papers and folds', () => {
  it('are as long as the standards say', () => {
    const mm = (pt: number) => (pt * 25.4) / 72;
    expect(papers.letter).toEqual({ width: 612, height: 792 });
    expect(papers.tabloid).toEqual({ width: 792, height: 1224 });
    for (const [name, width, height] of [
      ['a4', 210, 297],
      ['a3', 297, 420],
      ['a2', 420, 594],
    ] as const) {
      expect(mm(papers[name]!.width)).toBeCloseTo(width, 9);
      expect(mm(papers[name]!.height)).toBeCloseTo(height, 9);
    }
  });

  it('flow where a product says so: numbered, as many as asked for', () => {
    const flowing = { ...trifold, fold: undefined, papers: ['a4'], pages: { flow: 'sheet', most: 12 } };
    const { pages, sides, sheet } = pagesOf(flowing, 'a4', undefined);
    if (!('flow' in pages)) throw new Error('the pages do not flow');
    expect(pages).toMatchObject({ flow: sheet, most: 12 });
    expect([pages.name(0), pages.name(11)]).toEqual(['sheet-1', 'sheet-12']);
    expect(sides).toBeUndefined();
  });

  it.each([
    ['letter', 3.6875 * 72, 3.625 * 72],
    ['a4', (100 * 72) / 25.4, (97 * 72) / 25.4],
    // In the proportions of Letter.
    ['tabloid', (1224 * 177) / 528, (1224 * 174) / 528],
  ])('fold %s in three, the flap and the panel behind it narrower', (paper, wide, narrow) => {
    const { pages: boxes, sides, sheet } = pagesOf({ ...trifold, papers: [paper] }, paper, undefined);
    if ('flow' in boxes) throw new Error('the pages of a fold do not flow');
    const pages = boxes;
    expect(pages.map(({ name }) => name)).toEqual([
      'cover',
      'flap',
      'inside-1',
      'inside-2',
      'inside-3',
      'back',
    ]);
    for (const { name, width, height } of pages) {
      expect(width, name).toBeCloseTo(name === 'flap' || name === 'inside-3' ? narrow : wide, 9);
      expect(height).toBe(sheet.height);
    }
    for (const side of sides!) {
      const sum = side.reduce((all, name) => all + pages.find((page) => page.name === name)!.width, 0);
      expect(sum).toBeCloseTo(sheet.width, 9);
    }
    // The narrow panel is folded in: left on the outside, right on the inside, so that both lie back to back.
    expect(sides![0]).toEqual(['flap', 'back', 'cover']);
    expect(sides![1].at(-1)).toBe('inside-3');
  });

  it('turn a poster as asked', () => {
    expect(pagesOf(poster, 'tabloid', 'portrait').pages).toEqual([
      { name: 'poster', width: 792, height: 1224 },
    ]);
    expect(pagesOf(poster, 'tabloid', undefined).pages).toEqual([
      { name: 'poster', width: 1224, height: 792 },
    ]);
  });

  it('are refused where a product is not made so', () => {
    expect(problemsOf(() => pagesOf(trifold, 'leter', undefined))[0]).toMatchObject({
      code: 'PRODUCT_INVALID',
      hint: 'Did you mean "letter"?',
    });
    expect(problemsOf(() => pagesOf(trifold, 'letter', 'portrait'))).toMatchObject([
      { code: 'PRODUCT_INVALID', hint: 'It is made in landscape.' },
    ]);
    expect(
      problemsOf(() => pagesOf({ ...poster, orientations: ['landscape'] }, 'a2', 'portrait')),
    ).toMatchObject([{ code: 'PRODUCT_INVALID', hint: 'It is made in landscape.' }]);
    expect(pagesOf({ ...poster, orientations: undefined }, 'letter', undefined).orientation).toBe('portrait');
    expect(problemsOf(() => pagesOf(trifold, '__proto__', undefined))[0]?.code).toBe('PRODUCT_INVALID');
  });
});

describe('papers of a product', () => {
  const poster24 = (paper: string) => changed('papers: [letter,', `papers: [${paper}, letter,`);
  const own = '{ name: 18x24in, width: 24in, height: 457.2 mm }';

  it('may be its own, by width and height, upright whichever is said first', () => {
    const product = loadProduct('poster', poster24(own));
    expect(product.papers.slice(0, 2)).toEqual(['18x24in', 'letter']);
    expect(pagesOf(product, '18x24in', 'portrait').sheet.width).toBeCloseTo(18 * 72, 9);
    expect(pagesOf(product, '18x24in', 'portrait').sheet.height).toBe(24 * 72);
    expect(pagesOf(product, '18x24in', undefined).sheet.width).toBe(24 * 72);
  });

  it('are among those that can be asked for; a folder whose product cannot be read has those of the others', () => {
    const folder = poster24(own);
    expect(Object.keys(allPapers(folder))).toEqual([...Object.keys(papers), '18x24in']);
    writeFileSync(join(folder, 'poster', 'product.yaml'), 'id: [');
    expect(Object.keys(allPapers(folder))).toEqual(Object.keys(papers));
  });

  it.each([
    ['a name that is none', 'lettr', 'papers.0: there is no paper "lettr".'],
    ['the name of a prototype', 'constructor', 'papers.0: there is no paper "constructor".'],
    ['a name of the table', '{ name: a4, width: 9in, height: 9in }', 'papers.0: a4 is a paper of the table'],
    ['one twice', `${own}, ${own}`, 'papers.1: 18x24in stands there twice.'],
    [
      'a name that says how it lies',
      '{ name: x-portrait, width: 9in, height: 9in }',
      'is not called "x-portrait"',
    ],
    ['a side too short', '{ name: x, width: 35.9pt, height: 9in }', '35.9pt × 9in is no size of paper.'],
    ['a side too long', '{ name: x, width: 9in, height: 14400.1pt }', 'is no size of paper.'],
    ['a length without its unit', '{ name: x, width: 9, height: 9in }', 'papers.0'],
    ['a unit that is none', '{ name: x, width: 9px, height: 9in }', 'papers.0'],
    ['a name that leads elsewhere', '{ name: ../x, width: 9in, height: 9in }', 'papers.0'],
  ])('are refused with %s', (_, paper, message) => {
    const [found] = problemsOf(() => loadProduct('poster', poster24(paper)));
    expect(found).toMatchObject({ code: 'PRODUCT_INVALID', message: expect.stringContaining(message) });
    expect(found!.place.line).toBeGreaterThan(0);
  });

  it('are forty at most', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, i) => `{ name: own-${i}, width: 9in, height: ${9 + i}in }`).join(
        ', ',
      );
    const faults = (count: number) =>
      problemsOf(() =>
        loadProduct(
          'poster',
          changed('papers: [letter, tabloid, a4, a3, a2, a1]', `papers: [${many(count)}]`),
        ),
      );
    expect(faults(40)).toEqual([]);
    expect(faults(41)).toMatchObject([
      { code: 'PRODUCT_INVALID', message: expect.stringContaining('papers: ') },
    ]);
  });

  it.each(['36pt', '14400pt'])('may have a side of %s', (side) => {
    expect(
      problemsOf(() => loadProduct('poster', poster24(`{ name: x, width: ${side}, height: 5cm }`))),
    ).toEqual([]);
  });
});

describe('a product that is like another', () => {
  const like = (name: string) => changed('like: pamphlet-trifold', `like: ${name}`, 'pamphlet-zfold');

  it.each(['pamphlet-zfold', 'pamphlet-trifld', 'base.css', '..'])('is not like %s', (name) => {
    const [found] = problemsOf(() => loadProduct('pamphlet-zfold', [like(name), templates]));
    expect(found).toMatchObject({ code: 'PRODUCT_INVALID', message: expect.stringContaining('like: ') });
  });

  it('takes none of its fields: what to copy is told', () => {
    const without = changed('floors: { text: 9, body: 11.5, disclosure: 9 }\n', '', 'pamphlet-zfold');
    const [found] = problemsOf(() => loadProduct('pamphlet-zfold', [without, templates]));
    expect(found).toMatchObject({
      message: 'floors: it is missing.',
      hint: expect.stringContaining('copy floors from the product.yaml of pamphlet-trifold'),
    });
  });

  it('is like what that is like, and so on, but not itself in the end', () => {
    const chain = ([id, other]: readonly [string, string]) =>
      changed(
        /like: .*/.exec(readFileSync(join(templates, id, 'product.yaml'), 'utf8'))![0],
        `like: ${other}`,
        id,
      );
    const layers = [chain(['pamphlet-zfold', 'pamphlet-bifold']), templates];
    expect(likesOf(loadProduct('pamphlet-zfold', layers), layers)).toEqual([
      'pamphlet-bifold',
      'pamphlet-trifold',
    ]);
    const circle = [
      chain(['pamphlet-zfold', 'pamphlet-bifold']),
      chain(['pamphlet-bifold', 'pamphlet-zfold']),
      templates,
    ];
    expect(problemsOf(() => loadProduct('pamphlet-zfold', circle)).map(({ message }) => message)).toEqual([
      'like: "pamphlet-bifold" is like "pamphlet-zfold", which is like "pamphlet-bifold".',
    ]);
  });

  it('has the template of the other, and its own style over that of the other', () => {
    const { file, css } = compileTemplate('pamphlet-zfold', templates, 'dawn', undefined, [
      'pamphlet-trifold',
    ]);
    expect(file).toBe(join(templates, 'pamphlet-trifold', 'template.hbs'));
    expect(css.slice(-2).map((sheet) => sheet.file)).toEqual([
      join(templates, 'pamphlet-trifold', 'style.css'),
      join(templates, 'pamphlet-zfold', 'style.css'),
    ]);
    const own = compileTemplate('pamphlet-bifold', templates, 'dawn', undefined, ['pamphlet-trifold']);
    expect(own.file).toBe(join(templates, 'pamphlet-bifold', 'template.hbs'));
  });
});

describe('a fold of a product', () => {
  const fold = (text: string) =>
    changed('fold: tri-fold', `fold:\n${text.replace(/^/gm, '  ')}`, 'pamphlet-trifold', [
      ['loud: [cover, back]', 'loud: [cover]'],
    ]);
  const roll = `outside: [o3, o2, back, cover]
inside: [i1, i2, i3, i4]
reading: [cover, o3, o2, i1, i2, i3, i4, back]
narrower: { i3: 1.5, i4: 2.5 }
folding:
  - { line: 3, part: right, goes: over }
  - { line: 2, part: right, goes: over }
  - { line: 1, part: left, goes: over }`;

  it('may be its own: pages and their sizes come from it', () => {
    const product = loadProduct('pamphlet-trifold', fold(roll));
    const { pages, sides, sheet } = pagesOf(product, 'letter', undefined);
    if ('flow' in pages) throw new Error('the pages of a fold do not flow');
    const widths = Object.fromEntries(pages.map(({ name, width }) => [name, width]));
    expect(widths.i1).toBe(widths.cover);
    expect(widths.i4).toBe(widths.o3);
    expect(widths.i1! - widths.i3!).toBeCloseTo(1.5 * 4.5, 9);
    expect(widths.i1! - widths.i4!).toBeCloseTo(2.5 * 4.5, 9);
    for (const side of sides!)
      expect(side.reduce((sum, name) => sum + widths[name]!, 0)).toBeCloseTo(sheet.width, 9);
  });

  it('may say the width of a column by both of its pages, if they agree', () => {
    const both = roll.replace('i4: 2.5', 'i4: 2.5, o3: 2.5');
    expect(problemsOf(() => loadProduct('pamphlet-trifold', fold(both)))).toEqual([]);
  });

  it('divides the paper by shares, as a gate does', () => {
    const gate = `outside: [right, back, left]
inside: [a, b, c]
reading: [left, right, a, b, c, back]
shares: { b: 2 }
folding: [{ line: 1, part: left, goes: over }, { line: 2, part: right, goes: over }]`;
    const text = fold(gate);
    const file = join(text, 'pamphlet-trifold', 'product.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('loud: [cover]', 'loud: [left]'));
    const { pages } = pagesOf(loadProduct('pamphlet-trifold', text), 'letter', undefined);
    if ('flow' in pages) throw new Error('the pages of a fold do not flow');
    expect(pages.map(({ width }) => width)).toEqual([198, 198, 198, 396, 198, 396]);
  });

  it.each([
    ['a name that is none', undefined, 'there is no fold "tri-fol"'],
    ['sides that differ', roll.replace('[i1, i2, i3, i4]', '[i1, i2, i3]'), 'rows of one length'],
    ['a page on both sides', roll.replace('[o3, o2', '[o3, i1'), 'i1 stands twice on the sheet'],
    ['a page that is not read', roll.replace('i4, back]', 'back]'), 'i4 is not in the reading order'],
    [
      'a page that is read twice',
      roll.replace('i4, back]', 'i4, i4, back]'),
      'stands twice in the reading order',
    ],
    ['a page that is none', roll.replace('{ i3: 1.5', '{ i9: 1.5'), 'there is no page i9'],
    ['a line that is none', roll.replace('line: 3', 'line: 4'), 'there is no such line'],
    [
      'too little paper beside a line',
      roll.replace('line: 3, part: right', 'line: 3, part: left'),
      'too little paper',
    ],
    [
      'a fold too few',
      roll.replace('\n  - { line: 1, part: left, goes: over }', ''),
      'come together in one pile',
    ],
    [
      'a panel that is folded in and no narrower',
      roll.replace('i3: 1.5, i4: 2.5', 'i3: 1, i4: 1'),
      'i4 is folded in',
    ],
    ['a page upside down', `${roll}\nturned: [i2]`, 'i2 is upside down'],
    [
      'two widths of one column',
      roll.replace('i4: 2.5', 'i4: 2.5, o3: 3'),
      'i4 and o3 are in one column, and narrower says 2.5 and 3 of it',
    ],
    [
      'two shares of one column',
      `${roll}\nshares: { back: 2, i1: 1, i2: 1, i3: 1 }`,
      'back and i2 are in one column, and shares says 2 and 1 of it',
    ],
  ])('is refused with %s', (_, text, message) => {
    const folder = text === undefined ? changed('tri-fold\n#', 'tri-fol\n#', 'pamphlet-trifold') : fold(text);
    const [found] = problemsOf(() => loadProduct('pamphlet-trifold', folder));
    expect(found).toMatchObject({ code: 'PRODUCT_INVALID', message: expect.stringContaining(message) });
    expect(found!.place.line).toBeGreaterThan(0);
  });
});

describe('product.yaml', () => {
  it('is there for each product that is listed', () => {
    const listed = listProducts(templates);
    for (const id of [
      'handout',
      'pamphlet-bifold',
      'pamphlet-trifold',
      'pamphlet-zfold',
      'poster',
      'rack-card',
      'wallet-card',
    ])
      expect(listed).toContain(id);
    expect(listed.map((id) => loadProduct(id, templates).id)).toEqual(listed);
    expect(listProducts('/nowhere')).toEqual([]);
  });

  it('is looked for by name only', () => {
    expect(problemsOf(() => loadProduct('postre', templates))[0]).toMatchObject({
      code: 'TEMPLATE_NOT_FOUND',
      hint: 'Did you mean "poster"?',
    });
    expect(problemsOf(() => loadProduct('../templates/poster', templates))[0]?.code).toBe(
      'TEMPLATE_NOT_FOUND',
    );
  });

  it.each([
    ['an unknown field', 'id: poster', 'idd: x\nid: poster', 'PRODUCT_INVALID', 'Did you mean "id"?'],
    [
      'an unknown field inside',
      'fit: { min',
      'fit: { mini: 1, min',
      'PRODUCT_INVALID',
      'Did you mean "min"?',
    ],
    ['an unknown paper', 'letter, tabloid', 'letter, tabloit', 'PRODUCT_INVALID', undefined],
    [
      'both a fold and pages',
      'pages: [poster]',
      'pages: [poster]\nfold: tri-fold',
      'PRODUCT_INVALID',
      undefined,
    ],
    ['neither', 'pages: [poster]', '', 'PRODUCT_INVALID', undefined],
    ['a range the wrong way round', 'min: 10, max: 44', 'min: 44, max: 10', 'PRODUCT_INVALID', undefined],
    [
      'a loud page that is none',
      'loud: [poster]',
      'loud: [postr]',
      'PRODUCT_INVALID',
      'Did you mean "poster"?',
    ],
    [
      'a page twice',
      'pages: [poster]',
      'pages: [poster, poster]',
      'PRODUCT_INVALID',
      'Each page has a name of its own.',
    ],
    ['YAML that does not parse', 'id: poster', 'id: [poster', 'YAML_SYNTAX', undefined],
    ['an alias', 'id: poster', 'id: &a poster\nname: *a', 'YAML_SYNTAX', undefined],
  ])('is refused with %s', (_, from, to, code, hint) => {
    const problems = problemsOf(() => loadProduct('poster', changed(from, to)));
    expect(problems[0]?.code).toBe(code);
    expect(problems[0]!.place.file).toContain('product.yaml');
    if (hint !== undefined) expect(problems[0]!.hint).toBe(hint);
  });
});

describe('each field of product.yaml has its limits', () => {
  const flow = 'pages: [poster]';
  const read = (from: string, to: string) => {
    const others: [string, string][] =
      from === flow
        ? [
            ['body: 9.5', 'body: 11.5'],
            ['min: 10,', 'min: 12,'],
            ['loud: [poster]', 'loud: [poster-1]'],
            ['qr: [poster]', 'qr: [poster-1]'],
          ]
        : [];
    return () => loadProduct('poster', changed(from, to, 'poster', others));
  };

  it.each([
    ['name: Poster', 'name: P', "name: ''", 'name'],
    ['max: 44', 'max: 2000', 'max: 2000.1', 'fit.max'],
    ['max: 44', 'max: 44, step: 0.01', 'max: 44, step: 0', 'fit.step'],
    ['air: 0.3', 'air: 0.2', 'air: 0.19', 'fit.air'],
    ['air: 0.3', 'air: 1', 'air: 1.01', 'fit.air'],
    ['air: 0.3', 'air: 0.3, room: 0', 'air: 0.3, room: -0.01', 'fit.room'],
    ['air: 0.3', 'air: 0.3, room: 1', 'air: 0.3, room: 1.01', 'fit.room'],
    ['id: poster', 'id: poster\nleastSections: 1', 'id: poster\nleastSections: 0', 'leastSections'],
    ['id: poster', 'id: poster\nleastSections: 12', 'id: poster\nleastSections: 13', 'leastSections'],
    ['id: poster', 'id: poster\nleastSections: 2', 'id: poster\nleastSections: 2.5', 'leastSections'],
    ['id: poster', 'id: poster\ncontents: 2', 'id: poster\ncontents: 1', 'contents'],
    ['id: poster', 'id: poster\ncontents: 100', 'id: poster\ncontents: 101', 'contents'],
    ['minSize: 60', 'minSize: 2000', 'minSize: 2001', 'helpline.minSize'],
    [flow, 'pages: { flow: poster, most: 1 }', 'pages: { flow: poster, most: 0 }', 'pages.most'],
    [flow, 'pages: { flow: poster, most: 500 }', 'pages: { flow: poster, most: 501 }', 'pages.most'],
    [flow, 'pages: { flow: poster, most: 2 }', 'pages: { flow: poster, most: 1.5 }', 'pages.most'],
    [flow, 'pages: { flow: poster, most: 2 }', 'pages: { flow: Poster, most: 2 }', 'pages.flow'],
    ['id: poster', 'id:  poster', 'id: 2-p', 'id'],
    ['loud: [poster]', 'loud: [poster, poster]', 'loud: []', 'helpline.loud'],
    ['qr: [poster]', 'qr: []', 'qr: poster', 'qr'],
  ])('%s: takes %s, and not %s', (from, taken, refused, field) => {
    expect(problemsOf(read(from, taken))).toEqual([]);
    const [found, ...more] = problemsOf(read(from, refused));
    expect(more).toEqual([]);
    expect(found).toMatchObject({
      code: 'PRODUCT_INVALID',
      message: expect.stringContaining(`${field}: `),
      hint: 'docs/templates.md lists the fields of product.yaml.',
    });
    expect(found!.place.line).toBeGreaterThan(0);
  });

  it('has what it does not say by default', () => {
    const { fit, leaves, qr } = loadProduct(
      'pamphlet-trifold',
      changed(', air: 0.2', '', 'pamphlet-trifold'),
    );
    expect([fit.step, fit.air, leaves, qr]).toEqual([0.25, 1, [], []]);
    expect(poster.leastSections).toBe(1);
    const facing = (...said: [string, string]) =>
      loadProduct('booklet', [changed(...said, 'booklet'), templates]).binding;
    expect(facing('saddle, facing: true', 'saddle')).toEqual({ kind: 'saddle', leaf: 0, facing: false });
    expect(facing('saddle', 'saddle, leaf: 1pt')).toEqual({ kind: 'saddle', leaf: 1, facing: true });
  });

  it.each([
    ['qr: [poster]', 'qr: [postr]', 'There is no page "postr" for a QR code.'],
    ['loud: [poster]', 'loud: [postr]', 'There is no page "postr" for a loud helpline.'],
  ])('names only pages that are there: not %s', (from, to, message) => {
    expect(problemsOf(read(from, to))).toMatchObject([{ message, hint: 'Did you mean "poster"?' }]);
  });

  it('may have a fitting range of one size', () => {
    expect(read('min: 10, max: 44', 'min: 44, max: 44')().fit).toMatchObject({ min: 44, max: 44 });
    expect(problemsOf(read('min: 10, max: 44', 'min: 44, max: 43.9'))).toHaveLength(1);
  });

  it('is told with the others that are wrong, unknown names a hundred at most', () => {
    const many = Array.from({ length: mostTold + 1 }, (_, i) => `x${i}: 1`).join('\n');
    const found = problemsOf(read('id: poster', `${many}\nid: 1`));
    expect(found.filter(({ message }) => message.startsWith('The product: there is no "x')).length).toBe(
      mostTold,
    );
    expect(found.filter(({ message }) => message.startsWith('id: ')).length).toBe(1);
  });
});

describe('what a product carries', () => {
  const carries = (...patterns: string[]) => ({ ...poster, carries: patterns });

  it('is in the order of its patterns, and within one in the order of the guide', () => {
    expect(carriedKeys(carries('disclosure', 'title', 'sections.*.line'), few)).toEqual([
      'disclosure.heading',
      'disclosure.who',
      'title',
      'sections.one.line',
      'sections.two.line',
    ]);
  });

  it('is twice what it prints twice', () => {
    expect(carriedKeys(carries('title', 'title'), few)).toEqual(['title', 'title']);
  });

  it('is no term by itself, which its definition names', () => {
    expect(carriedKeys(carries('opening'), few)).toEqual(['opening.heading', 'opening.word.text']);
  });

  it('is the whole disclosure, in every product, or where it says so the short form, and never both', () => {
    for (const id of listProducts(templates)) {
      const product = loadProduct(id, templates);
      const both = new Map<string, Pick<GuideText, 'role'>>([
        ...texts,
        ['disclosure.short.text', { role: 'said' }],
      ]);
      const disclosed = carriedKeys(product, both).filter((key) => key.startsWith('disclosure.'));
      if (product.disclosure === 'short') {
        expect(disclosed).toEqual(['disclosure.heading', 'disclosure.short.text']);
        continue;
      }
      expect(disclosed).not.toContain('disclosure.short.text');
      const carried = carriedKeys(product, texts);
      for (const key of [...texts.keys()].filter((k) => k.startsWith('disclosure.')))
        expect(carried).toContain(key);
    }
  });

  it('is by its own disclosure, whatever another with the same patterns carried of the guide', () => {
    const both = new Map<string, Pick<GuideText, 'role'>>([
      ...few,
      ['disclosure.short.text', { role: 'said' }],
    ]);
    const product = carries('disclosure');
    const long = ['disclosure.heading', 'disclosure.who'];
    const short = ['disclosure.heading', 'disclosure.short.text'];
    for (const [disclosure, keys] of [
      ['whole', long],
      ['short', short],
      ['short', short],
      ['whole', long],
    ] as const)
      expect(carriedKeys({ ...product, disclosure }, both)).toEqual(keys);
  });

  it('may lack what a guide may lack', () => {
    const bare = new Map([...few].filter(([key]) => !/^(?:kicker|opening|closing|emergency)/.test(key)));
    expect(
      carriedKeys(
        carries('kicker', 'opening', 'opening.heading', 'closing', 'emergency', 'helplines.main.claims'),
        bare,
      ),
    ).toEqual([]);
  });

  it.each([
    ['titel', 'title'],
    ['sections.*.lin', undefined],
    ['sections.on.line', 'sections.one.line'],
    ['opening.headin', 'opening.heading'],
    ['helplines.main.cal', 'helplines.main.call'],
    ['__proto__', undefined],
  ])('is refused when it names what no guide has: %s', (pattern, near) => {
    const problems = problemsOf(() => carriedKeys(carries(pattern), few));
    expect(problems.map(({ code }) => code)).toEqual(['CONTENT_KEY_UNKNOWN']);
    if (near !== undefined) expect(problems[0]!.hint).toBe(`Did you mean "${near}"?`);
  });
});

describe('a pattern', () => {
  const lacking = (pattern: string, lost: RegExp) => {
    const texts = new Map([...few].filter(([key]) => !lost.test(key)));
    return problemsOf(() => carriedKeys({ ...poster, carries: [pattern] }, texts)).length;
  };

  it.each([
    ['kicker', /^kicker/],
    ['overview', /^overview/],
    ['opening', /^opening/],
    ['opening.heading', /^opening/],
    ['closing', /^closing/],
    ['emergency', /^emergency/],
    ['sources', /^sources/],
    ['helplines.main.claims', /claims/],
    ['helplines.*.hours', /hours/],
    ['helplines.main.cost', /cost/],
    ['helplines.main.languages', /languages/],
  ])('may meet nothing in a guide that lacks it: %s', (pattern, lost) => {
    expect(lacking(pattern, lost)).toBe(0);
  });

  it.each([
    ['title', /^title/],
    ['sections', /^sections/],
    ['sections.*.line', /line$/],
    ['disclosure', /^disclosure/],
    ['disclosure.heading', /heading/],
    ['helplines.main.call', /call$/],
    ['helplines.main.answers', /answers$/],
    // The part is there, and the text in it is not.
    ['opening.heading', /^opening.heading/],
    ['closing.farewell', /^nothing/],
  ])('must meet something where a guide has it: %s', (pattern, lost) => {
    expect(lacking(pattern, lost)).toBe(1);
  });
});

describe('a pattern for the other helplines', () => {
  it('may meet none where a guide has one alone, and does not stand for the one that it leaves out', () => {
    const alone = new Map([...few].filter(([key]) => !key.startsWith('helplines.crisis')));
    expect(carriedKeys({ ...poster, carries: ['helplines.~main'] }, alone)).toEqual([]);
    const keys = carriedKeys({ ...poster, carries: ['helplines.~main'] }, few);
    expect(keys.length).toBeGreaterThan(0);
    expect(keys.every((key) => key.startsWith('helplines.crisis.'))).toBe(true);
    // A helpline that is named, and is not there, is a mistake.
    expect(
      problemsOf(() => carriedKeys({ ...poster, carries: ['helplines.crisi.call'] }, few)).map(
        ({ code }) => code,
      ),
    ).toEqual(['CONTENT_KEY_UNKNOWN']);
  });
});

describe('what a product leaves out', () => {
  const leaves = (...patterns: string[]) => leftOut({ ...poster, leaves: patterns });

  it('is what its patterns name, whole or in parts', () => {
    const isLeft = leaves('kicker', 'sections.*.said', 'helplines.*.hours');
    for (const key of ['kicker', 'sections.one.said.text', 'sections.two.said', 'helplines.crisis.hours'])
      expect(isLeft(key), key).toBe(true);
    for (const key of ['title', 'kickers', 'sections.one.line', 'sections.one', 'helplines.crisis.cost'])
      expect(isLeft(key), key).toBe(false);
    expect(leaves()('title')).toBe(false);
  });

  it('is something that a guide may have', () => {
    expect(problemsOf(() => leaves('kikcer', 'version', 'title', '__proto__'))).toMatchObject([
      { code: 'CONTENT_KEY_UNKNOWN', hint: 'Did you mean "kicker"?' },
      { code: 'CONTENT_KEY_UNKNOWN' },
      { code: 'CONTENT_KEY_UNKNOWN' },
    ]);
  });
});

describe('floors', () => {
  const accepted = (
    from: string,
    to: string,
    id = 'poster',
    others: readonly (readonly [string, string])[] = [],
  ) => loadProduct(id, changed(from, to, id, others));

  it.each([
    ['poster', 'text: 9,', 'text: 8.99,', 'floors.text', 9],
    ['poster', 'body: 9.5,', 'body: 9.49,', 'floors.body', 9.5],
    ['poster', 'disclosure: 9 }', 'disclosure: 8.99 }', 'floors.disclosure', 9],
    ['poster', 'minSize: 60', 'minSize: 11.99', 'helpline.minSize', 12],
    ['pamphlet-trifold', 'body: 11.5,', 'body: 11.49,', 'floors.body', 11.5],
  ])(
    'of a %s below the promises count as those, and that is told: %s to %s',
    (id, from, to, field, promised) => {
      const product = accepted(from, to, id);
      const [group, name] = field.split('.') as ['floors', 'text'];
      expect(product[group][name]).toBe(promised);
      expect(product.raised).toMatchObject([
        {
          code: 'FLOOR_RAISED',
          severity: 'warning',
          place: { file: product.file },
          hint: `Say ${name}: ${promised}.`,
        },
      ]);
      expect(product.raised[0]!.message).toContain(`${field} is `);
      expect(product.raised[0]!.place.line).toBeGreaterThan(1);
    },
  );

  it('of pages that flow are those of what is read in the hand', () => {
    const flowing = (body: string) =>
      accepted('pages: [poster]', 'pages: { flow: poster, most: 9 }', 'poster', [
        ['body: 9.5', `body: ${body}`],
        ['min: 10,', 'min: 12,'],
        ['loud: [poster]', 'loud: [poster-1]'],
        ['qr: [poster]', 'qr: [poster-1]'],
      ]);
    expect(flowing('11.4')).toMatchObject({ floors: { body: 11.5 }, raised: [{ code: 'FLOOR_RAISED' }] });
    expect(flowing('11.5')).toMatchObject({ floors: { body: 11.5 }, raised: [] });
  });

  it('may be the promises themselves, and more', () => {
    expect(accepted('minSize: 60', 'minSize: 12').helpline.minSize).toBe(12);
    expect(accepted('text: 9,', 'text: 9.5,').floors.text).toBe(9.5);
    expect(accepted('text: 9,', 'text: 9.5,').raised).toEqual([]);
    expect(trifold.floors).toEqual({ text: 9, body: 11.5, disclosure: 9 });
    expect(poster.floors).toEqual({ text: 9, body: 9.5, disclosure: 9 });
  });

  it('of the body is not undercut by the fitting range', () => {
    expect(() => accepted('body: 9.5', 'body: 10.01')).toThrow(
      /PRODUCT_INVALID: Copyfitting may go down to 10 pt/,
    );
    expect(accepted('body: 9.5', 'body: 10').floors.body).toBe(10);
  });
});

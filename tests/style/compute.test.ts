import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf } from '../../src/document/index.ts';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { documentOf, problemsOf, styleOf } from './setting.ts';

const sides = (blockStart: unknown, inlineEnd: unknown, blockEnd: unknown, inlineStart: unknown) => ({
  blockStart,
  inlineEnd,
  blockEnd,
  inlineStart,
});
const ink = [0, 0, 0];
const solid = { width: 2, style: 'solid', color: ink };
const none = { width: 0, style: 'none', color: ink };

describe('a declaration', () => {
  it.each([
    // lengths, at 1rem = 10pt, in an element whose font size is 10pt
    ['width: 3pt', { width: 3 }],
    ['width: 1in', { width: 72 }],
    ['width: 4px', { width: 3 }],
    ['width: 2.54cm', { width: 72 }],
    ['width: 25.4mm', { width: 72 }],
    ['width: 2rem', { width: 20 }],
    ['font-size: 20pt; width: 2em', { width: 40 }],
    ['width: 2em; font-size: 20pt', { width: 40 }],
    ['width: 50%', { width: { percent: 50 } }],
    ['width: 0', { width: 0 }],
    ['inline-size: 5pt; block-size: 6pt', { width: 5, height: 6 }],
    [
      'width: auto; max-width: none; min-height: 3%',
      { width: 'auto', maxWidth: 'none', minHeight: { percent: 3 } },
    ],
    ['width: calc(1in - 2 * (1rem + 1pt) / 2)', { width: 61 }],
    ['width: calc(calc(2) * 3pt)', { width: 6 }],
    ['width: calc(4pt + 6pt * env(air))', { width: 10 }],
    ['width: calc(1pt - 3pt)', { width: 0 }],
    ['margin-block-start: calc(1pt - 3pt)', { margin: sides(-2, 0, 0, 0) }],
    ['width: min(3pt, 1rem)', { width: 3 }],
    ['width: max(3pt, calc(1rem / 2))', { width: 5 }],
    ['width: clamp(3pt, 1rem, 4pt)', { width: 4 }],
    ['width: clamp(3pt, 1pt, 4pt)', { width: 3 }],
    ['width: clamp(3pt, 3.5pt, 2pt)', { width: 3 }],
    ['width: calc(100% - 2 * 8pt)', { width: { percent: 100, plus: -16, least: 0 } }],
    ['width: calc((50% + 4pt) / 2)', { width: { percent: 25, plus: 2, least: 0 } }],
    ['width: calc(20% * 3)', { width: { percent: 60 } }],
    ['width: calc(20% - 20% + 3pt)', { width: 3 }],
    ['margin-inline-start: calc(1rem - 100%)', { margin: sides(0, 0, 0, { percent: -100, plus: 10 }) }],
    ['font-size: calc(100% + 2pt)', { fontSize: 12 }],
    // sides
    ['margin: 1pt', { margin: sides(1, 1, 1, 1) }],
    ['margin: 1pt auto', { margin: sides(1, 'auto', 1, 'auto') }],
    ['margin: 1pt 2pt 3pt', { margin: sides(1, 2, 3, 2) }],
    ['margin: 1pt 2pt 3pt 4pt', { margin: sides(1, 2, 3, 4) }],
    ['margin: 1pt; margin-block: 2pt 3pt', { margin: sides(2, 1, 3, 1) }],
    ['margin-inline: 4pt; margin-inline-end: -5pt', { margin: sides(0, -5, 0, 4) }],
    ['padding-inline: 4pt; padding-block-end: 5%', { padding: sides(0, 4, { percent: 5 }, 4) }],
    ['inset: 0; inset-block-start: auto', { inset: sides('auto', 0, 0, 0) }],
    ['inset-inline: 1pt 2pt', { inset: sides('auto', 2, 'auto', 1) }],
    ['border: 2pt solid', { border: sides(solid, solid, solid, solid) }],
    ['border-block-start: solid 2pt', { border: sides(solid, none, none, none) }],
    ['border: 2pt solid; border-inline-end: none', { border: sides(solid, none, solid, solid) }],
    ['border: calc(1pt + 1pt) solid currentcolor', { border: sides(solid, solid, solid, solid) }],
    [
      'border-block-end: 2pt dashed #010203; color: #fff',
      { border: expect.objectContaining({ blockEnd: { width: 2, style: 'dashed', color: [1, 2, 3] } }) },
    ],
    [
      'border-block-end: 2pt solid; color: #010203',
      { border: expect.objectContaining({ blockEnd: { width: 2, style: 'solid', color: [1, 2, 3] } }) },
    ],
    ['border: 0', { border: sides(none, none, none, none) }],
    // colours
    ['color: #1aF', { color: [17, 170, 255] }],
    ['color: #102030', { color: [16, 32, 48] }],
    ['color: rgb(1, 2, 3)', { color: [1, 2, 3] }],
    ['color: rgb(1 2 3)', { color: [1, 2, 3] }],
    ['color: WHITE', { color: [255, 255, 255] }],
    ['color: white; background-color: currentcolor', { backgroundColor: [255, 255, 255] }],
    ['background-color: #000; background-color: transparent', { backgroundColor: undefined }],
    // text
    ['font-size: 150%', { fontSize: 15 }],
    ['font-size: 2em', { fontSize: 20 }],
    ['font-weight: bold', { fontWeight: 700 }],
    ['font-weight: 400', { fontWeight: 400 }],
    ['font-weight: 1', { fontWeight: 400 }],
    ['font-weight: 500', { fontWeight: 400 }],
    ['font-weight: 500.5', { fontWeight: 700 }],
    ['font-weight: 1000', { fontWeight: 700 }],
    ['font-weight: bolder', { fontWeight: 700 }],
    ['font-weight: 700; font-weight: lighter', { fontWeight: 400 }],
    ['width: 10vw', { width: 61.2 }],
    ['height: calc(50VH - 96pt)', { height: 300 }],
    ['line-height: 1.5', { lineHeight: 1.5 }],
    ['line-height: 15pt', { lineHeight: { pt: 15 } }],
    ['font-size: 20pt; line-height: 1.2em', { lineHeight: { pt: 24 } }],
    ['line-height: normal', { lineHeight: 'normal' }],
    ['white-space: nowrap', { textWrap: 'nowrap' }],
    ['word-break: auto-phrase', { wordBreak: 'auto-phrase' }],
    ['text-wrap: balance; white-space: normal', { textWrap: 'wrap' }],
    ['text-fit: grow', { textFit: 'grow' }],
    ['text-fit: fewer', { textFit: { fewer: 0 } }],
    ['text-fit: fewer 25pt', { textFit: { fewer: 25 } }],
    // layout
    ['position: running(band)', { position: { running: 'band' } }],
    ['page: cover', { page: 'cover' }],
    [
      'grid-template-columns: 10pt 20% 1fr auto',
      {
        gridTemplateColumns: [
          { kind: 'length', value: 10 },
          { kind: 'length', value: { percent: 20 } },
          { kind: 'fr', value: 1 },
          { kind: 'auto' },
        ],
      },
    ],
    [
      'grid-template-rows: repeat(2, 1rem minmax(12pt, 1fr))',
      {
        gridTemplateRows: [
          { kind: 'length', value: 10 },
          { kind: 'minmax', min: 12, max: { fr: 1 } },
          { kind: 'length', value: 10 },
          { kind: 'minmax', min: 12, max: { fr: 1 } },
        ],
      },
    ],
    ['grid-template-rows: 1fr; grid-template-rows: none', { gridTemplateRows: [] }],
    ['grid-column: 2', { gridColumn: { start: 2, span: 1 } }],
    ['grid-column: 1 / 3', { gridColumn: { start: 1, span: 2 } }],
    ['grid-row: 2 / span 3', { gridRow: { start: 2, span: 3 } }],
    ['grid-row: 2; grid-row: auto', { gridRow: undefined }],
    ['order: -20', { order: -20 }],
    ['order: 20', { order: 20 }],
    ['gap: 1pt 2pt', { rowGap: 1, columnGap: 2 }],
    ['gap: 3pt', { rowGap: 3, columnGap: 3 }],
    ['object-position: left', { objectPosition: [0, 0.5] }],
    ['object-position: bottom', { objectPosition: [0.5, 1] }],
    ['object-position: top right', { objectPosition: [1, 0] }],
    ['object-position: center bottom', { objectPosition: [0.5, 1] }],
    ['object-position: 20% top', { objectPosition: [0.2, 0] }],
  ])('%s', (css, style) => {
    const computed = styleOf(`#x { ${css} }`);
    for (const [name, value] of Object.entries(style))
      expect(computed[name as keyof typeof computed]).toEqual(value);
  });
});

describe('the cascade', () => {
  it.each([
    ['the later of two equal selectors wins', 'p { width: 1pt } p { width: 2pt }', 2],
    ['a class beats any number of types', '.a { width: 1pt } html body p { width: 2pt }', 1],
    ['an id beats a class', '#x { width: 1pt } p.a { width: 2pt }', 1],
    ['the universal selector counts nothing', 'p { width: 1pt } * { width: 2pt }', 1],
    [':not() counts its argument', 'p:not(#y) { width: 1pt } p.a { width: 2pt }', 1],
  ])('%s', (_, css, width) => {
    expect(styleOf(css, '<p id="x" class="a">text</p>').width).toBe(width);
  });

  it('takes later sheets over earlier ones', () => {
    const document = documentOf('<p id="x">text</p>');
    const sheets = ['p { width: 1pt; height: 1pt }', 'p { width: 2pt }'].map((css, i) =>
      parseStyleSheet(css, `${i}.css`),
    );
    expect(styleDocument(document, sheets, 10).style(document.ids.get('x')!)).toMatchObject({
      width: 2,
      height: 1,
    });
  });

  it('inherits what CSS inherits, and nothing else', () => {
    const style = styleOf(
      'div { color: #123; font-size: 20pt; line-height: 2em; text-align: end; orphans: 3; page: cover; width: 9pt; padding: 9pt; text-fit: grow }',
      '<div><p id="x">text</p></div>',
    );
    expect(style).toMatchObject({
      color: [17, 34, 51],
      fontSize: 20,
      lineHeight: { pt: 40 },
      textAlign: 'end',
      orphans: 3,
      page: 'cover',
      width: 'auto',
      padding: sides(0, 0, 0, 0),
      textFit: 'none',
    });
  });

  it('gives page: auto the page of the parent', () => {
    expect(
      styleOf('div { page: cover } p { page: back } #x { page: auto }', '<div><p id="x">text</p></div>').page,
    ).toBe('cover');
    expect(styleOf('#x { page: auto }').page).toBe('');
  });

  it('makes headings, strong, b and em bold, and knows no other default than display', () => {
    const initial = styleOf('');
    expect(initial).toMatchObject({
      display: 'block',
      fontSize: 10,
      fontWeight: 400,
      fontFamily: 'text',
      orphans: 2,
      widows: 2,
      margin: sides(0, 0, 0, 0),
    });
    for (const name of ['strong', 'b', 'em'])
      expect(styleOf('', `<p>a <${name} id="x">b</${name}></p>`)).toEqual({
        ...initial,
        display: 'inline',
        fontWeight: 700,
      });
    expect(styleOf('', '<h1 id="x">a</h1>')).toEqual({ ...initial, fontWeight: 700 });
    expect(styleOf('', '<ul><li id="x">a</li></ul>')).toEqual({ ...initial, display: 'list-item' });
  });
});

describe('custom properties', () => {
  it.each([
    ['are replaced', ':root { --a: 3pt } p { width: var(--a) }', 3],
    ['refer to one another', ':root { --a: var(--b); --b: 3pt } p { width: var(--a) }', 3],
    ['inherit', 'body { --a: 3pt } p { width: var(--a) }', 3],
    ['set by a class hold below it', ':root { --a: 1pt } .a { --a: 3pt } p { width: var(--a) }', 3],
    ['set for a language hold in it', ':root { --a: 1pt } :lang(en) { --a: 3pt } p { width: var(--a) }', 3],
    ['fall back', 'p { width: var(--a, 3pt) }', 3],
    ['fall back on another', ':root { --b: 3pt } p { width: var(--a, var(--c, var(--b))) }', 3],
    ['stand in functions', ':root { --a: 1pt } p { width: calc(2 * (var(--a) + .5pt)) }', 3],
    ['carry several values', ':root { --a: 1pt 3pt } p { padding: var(--a); width: 3pt }', 3],
    [
      'are replaced where they are set, not where they are used',
      ':root { --b: 3pt; --a: var(--b) } p { --b: 9pt; width: var(--a) }',
      3,
    ],
  ])('%s', (_, css, width) => {
    expect(styleOf(css, '<div class="a"><p id="x">text</p></div>').width).toBe(width);
  });

  it.each([
    ['never set', 'p { width: var(--gap) }', 'CSS_VARIABLE_UNKNOWN'],
    ['set elsewhere only', '.b { --a: 1pt } p { width: var(--a) }', 'CSS_VARIABLE_UNKNOWN'],
    [
      'that need themselves',
      ':root { --a: var(--b); --b: var(--a) } p { width: var(--a) }',
      'CSS_VARIABLE_UNKNOWN',
    ],
    ['set to what is never set', ':root { --a: var(--b) }', 'CSS_VARIABLE_UNKNOWN'],
    ['of a page, never set', '@page { margin: var(--gap) }', 'CSS_VARIABLE_UNKNOWN'],
    [
      'with a value the property does not take',
      ':root { --a: 12pt } p { color: var(--a) }',
      'CSS_VALUE_INVALID',
    ],
    [
      'with a value the page does not take',
      ':root { --a: 5% } @page { margin: var(--a) }',
      'CSS_VALUE_INVALID',
    ],
  ])('%s are refused', (_, css, code) => {
    const document = documentOf('<p id="x">text</p><p class="b">text</p>');
    const found = problemsOf(() =>
      styleDocument(document, [parseStyleSheet(css, 'style.css')], 10).page('cover'),
    );
    expect(new Set(found.map((p) => p.code))).toEqual(new Set([code]));
    expect(found[0]!.place).toMatchObject({ file: 'style.css', line: 1, column: expect.any(Number) });
  });

  it('that are misspelled bring the nearest name, once for all elements', () => {
    const document = documentOf('<p>text</p><p>text</p>');
    const found = problemsOf(() =>
      styleDocument(
        document,
        [parseStyleSheet(':root { --accent: #123 } p { color: var(--acent) }', 'style.css')],
        10,
      ),
    );
    expect(found.map((p) => p.hint)).toEqual(['Did you mean "--accent"?']);
  });

  it('cannot be made to grow without bound', () => {
    const doubling = Array.from({ length: 30 }, (_, i) => `--a${i}: var(--a${i + 1}) var(--a${i + 1});`).join(
      '',
    );
    const found = problemsOf(() => styleOf(`:root { ${doubling} --a30: 1pt } p { padding: var(--a0) }`));
    expect(found.length).toBeGreaterThan(0);
  });
});

describe('@page', () => {
  const document = documentOf('<p>text</p>');
  const pageOf = (css: string, name: string) =>
    styleDocument(document, [parseStyleSheet(css, 'style.css')], 10).page(name);

  it('gives margins, bleed, background and margin boxes', () => {
    expect(
      pageOf(
        '@page cover { margin: 1pt 2pt 3pt 4pt; bleed: 9pt; background-color: #102030; @top-center { content: element(head) } @bottom-center { content: element(band) } }',
        'cover',
      ),
    ).toEqual({
      name: 'cover',
      margin: sides(1, 2, 3, 4),
      bleed: 9,
      backgroundColor: [16, 32, 48],
      marginBoxes: [
        { side: 'top', element: 'head' },
        { side: 'bottom', element: 'band' },
      ],
    });
  });

  it('names more than one page: inside-2 is also inside, and every page is unnamed too', () => {
    const css =
      '@page inside-2 { margin-inline-end: 3pt } @page inside { margin-block: 0; }'.replace(
        'margin-block: 0;',
        'margin-block-end: 2pt',
      ) +
      ' @page { margin: 1pt; @bottom-center { content: element(a) } } @page inside { @bottom-center { content: element(b) } }';
    expect(pageOf(css, 'inside-2')).toMatchObject({
      margin: sides(1, 3, 2, 1),
      marginBoxes: [{ side: 'bottom', element: 'b' }],
    });
    expect(pageOf(css, 'inside-1').margin).toEqual(sides(1, 1, 2, 1));
    expect(pageOf(css, 'back')).toMatchObject({
      margin: sides(1, 1, 1, 1),
      marginBoxes: [{ side: 'bottom', element: 'a' }],
    });
  });

  it('takes custom properties of the root, and rem', () => {
    expect(pageOf(':root { --gap: 2rem } @page { margin: var(--gap) }', 'a').margin.blockStart).toBe(20);
  });
});

describe('computing again at another rem', () => {
  const document = documentOf('<p id="x">text</p>');
  const sheet = parseStyleSheet(
    'p { width: calc(1rem + 10pt); font-size: 2rem; padding: 1em; padding-inline: calc(20pt - 1rem) }',
    'style.css',
  );

  it('follows the rem', () => {
    const at = (rem: number) => styleDocument(document, [sheet], rem).style(document.ids.get('x')!);
    expect(at(10)).toMatchObject({ width: 20, fontSize: 20, padding: sides(20, 10, 20, 10) });
    expect(at(12)).toMatchObject({ width: 22, fontSize: 24, padding: sides(24, 8, 24, 8) });
    expect(at(30)).toMatchObject({ padding: sides(60, 0, 60, 0) });
    expect(at(10)).toEqual(at(10));
  });

  it('matches anew when the sheets are others', () => {
    styleDocument(document, [sheet], 10);
    expect(
      styleDocument(document, [parseStyleSheet('p { width: 1pt }', 'other.css')], 10).style(
        document.ids.get('x')!,
      ).width,
    ).toBe(1);
  });
});

describe('any declarations', () => {
  const length = fc.oneof(
    fc
      .tuple(
        fc.double({ min: -500, max: 500, noNaN: true }),
        fc.constantFrom('pt', 'mm', 'in', 'px', 'rem', 'em', '%'),
      )
      .map(([n, unit]) => `${n.toFixed(3)}${unit}`),
    fc.constantFrom(
      '0',
      'auto',
      'calc(1rem - 2em)',
      'calc(3pt / 7 * 2)',
      'min(1rem, 3pt)',
      'var(--a)',
      'var(--b, 2em)',
      '1e5pt',
      '-1e5pt',
      'calc(1e5pt * 2)',
      'calc(0pt * -1)',
    ),
  );
  const property = fc.constantFrom(
    'width',
    'height',
    'min-width',
    'max-height',
    'margin',
    'padding-block',
    'inset-inline',
    'font-size',
    'line-height',
    'column-gap',
    'row-gap',
    'grid-template-columns',
    'border-block-start',
  );
  const declaration = fc
    .tuple(property, length)
    .map(([name, value]) => `${name}: ${value}${name.startsWith('border') ? ' solid' : ''};`);

  const numbers = (value: unknown): number[] =>
    typeof value === 'number'
      ? [value]
      : typeof value === 'object' && value !== null
        ? Object.values(value).flatMap(numbers)
        : [];

  it('compute to finite numbers, or are refused', () => {
    const document = documentOf('<div><p>a <b>b</b></p></div>');
    let computed = 0;
    fc.assert(
      fc.property(
        fc.array(declaration, { maxLength: 4 }),
        fc.array(declaration, { maxLength: 4 }),
        fc.integer({ min: 4, max: 40 }),
        (outer, inner, rem) => {
          const css = `:root { --a: 1.5rem } div { ${outer.join('')} } p { ${inner.join('')} }`;
          problemsOf(() => {
            const styled = styleDocument(document, [parseStyleSheet(css, 'style.css')], rem);
            for (const element of elementsOf(document.root))
              for (const n of numbers(styled.style(element))) expect(Number.isFinite(n)).toBe(true);
            computed++;
          });
        },
      ),
      { numRuns: 500, seed: 7 },
    );
    expect(computed).toBeGreaterThan(100);
  });
});

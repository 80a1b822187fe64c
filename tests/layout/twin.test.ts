import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DocumentNode, type HtmlDocument, parseDocument, walk } from '../../src/document/index.ts';
import { partsAlike } from '../../src/layout/fit-like.ts';
import {
  fit as copyfit,
  type Fitted,
  type Fragment,
  type LayoutResult,
  type PageBox,
} from '../../src/layout/index.ts';
import { matchStyles, parseStyleSheet, RuleSet } from '../../src/style/index.ts';
import { inputFor } from './setting.ts';

const css = `.front { page: front } .in { page: in; break-before: page } .odd { padding: 2pt }
.in, .front { height: 100%; display: grid; align-content: start; row-gap: calc(2pt + 8pt * env(air)) }
.row { display: flex; column-gap: 4pt } .over { position: relative } .over b { position: absolute; inset-block-start: 2pt }
.two { column-count: 2 } .two p { margin: 0 } .grows { min-height: calc(4pt + 20pt * env(room)) }
.even { display: grid; grid-template-columns: 1fr auto } img { width: 20pt } ol { margin: 0; padding-inline-start: 12pt }
.level { level: row 40pt } .counted > p { display: list-item; list-style-type: decimal }`;
const names = ['front', 'in-1', 'in-2', 'in-3'];
const pages: PageBox[] = names.map((name) => ({ name, width: 140, height: 120 }));
const range = { min: 6, max: 12, step: 0.5, air: 0.4, room: 0.5 };
const { language } = inputFor();
const [english, arabic] = [language('en'), language('ar')];
/** One object for each language, as a press gives them. */
const input = { ...inputFor(), pages, language: (tag: string) => (tag === 'ar' ? arabic : english) };

/** Parts of pages, of all kinds of layout. */
const parts = [
  ...[
    '<p>One two three four five.</p>',
    '<p>One two three four six.</p>',
    '<p>a <b>b</b> <a href="#x">c</a> <bdi>d</bdi></p>',
  ],
  ...[
    '<ol><li>a</li><li>b c d</li></ol>',
    '<ol><li>z</li><li>a</li><li>b c d</li></ol>',
    '<ul><li><p>a</p></li></ul>',
  ],
  ...['<div class="row"><p>a b</p><p>c</p></div>', '<div class="row"><b>a b</b> <b>c</b></div>'],
  ...['<div class="over"><p>a</p><b>x</b></div>', '<div class="two"><p>a b c d e f g h</p><p>i</p></div>'],
  ...[
    '<div class="even"><p>a</p><p>b c</p></div>',
    '<div class="grows"><p>a</p></div>',
    '<div class="level"><p>a</p></div>',
  ],
  ...[
    '<figure><img src="art:10x5" alt=""><figcaption>a</figcaption></figure>',
    '<p><img src="art:10x5" alt=""></p>',
  ],
  ...[
    '<div role="heading" aria-level="1"><p>a</p><p>b</p></div>',
    '<div role="heading" aria-level="1"><p>a</p></div>',
  ],
  ...['<div class="odd"><p>a</p><p>b</p></div>', '<div><p>a</p><p>b</p></div>', '<p>\u{13000} a</p>'],
  ...['<div class="counted"><p>a</p><p>b</p></div>', '<div class="counted"><p>z</p><p>a</p><p>b</p></div>'],
];
const page = fc.array(fc.nat(parts.length - 1), { maxLength: 5 });
const document = fc.tuple(page, page, page, page);

const html = (all: readonly (readonly number[])[]) =>
  `<!doctype html><html lang="en" dir="ltr"><head><title>Case</title></head><body>${all
    .map(
      (own, i) =>
        `<div class="${i === 0 ? 'front' : 'in'}"><h1 id="p${i}">x</h1>${own.map((part) => parts[part]).join('')}</div>`,
    )
    .join('')}</body></html>`.replaceAll('href="#x"', 'href="#p0"');
const read = (all: readonly (readonly number[])[]) => parseDocument(html(all), { file: 'case.html' });

/** A layout to its last number, with the nodes that it is of, which are of one document. */
function told({ rem, air, airs, result }: Fitted, document: HtmlDocument) {
  const nodes = new Set(walk(document.root));
  const placeOf = (node: DocumentNode | undefined) => {
    if (node !== undefined && !nodes.has(node)) throw new Error('a node of another document');
    return node?.index;
  };
  const fragment = (each: Fragment): unknown => {
    if (each.kind === 'line') {
      const { paragraph, line, pieces, ...rest } = each;
      const own = pieces.map(({ node, element, ...piece }) => [placeOf(node), placeOf(element), piece]);
      return [rest, paragraph.text, line.width, own];
    }
    if (each.kind === 'picture') return { ...each, element: placeOf(each.element) };
    return { ...each, element: placeOf(each.element), children: each.children.map(fragment) };
  };
  const { overflows, missing, stacked }: LayoutResult = result;
  return {
    ...{ rem, air, airs },
    pages: result.pages.map(({ children, ...rest }) => [rest, children.map(fragment)]),
    overflows: overflows.map(({ element, ...rest }) => [placeOf(element), rest]),
    unset: [...missing, ...stacked].map(({ node, ...rest }) => [placeOf(node), rest]),
  };
}

describe('what was laid out of a document', () => {
  it('serves another where both say the same, and changes nothing', () => {
    let shared = 0;
    fc.assert(
      fc.property(document, document, fc.nat(15), fc.nat(15), (one, two, mask, more) => {
        const mixed = one.map((own, i) => ((mask >> i) & 1 ? two[i]! : own));
        const last = mixed.map((own, i) => ((more >> i) & 1 ? own.slice(1) : own));
        const rules = new RuleSet([parseStyleSheet(css, 'case.css')]);
        let known: Fitted['found'] = [];
        for (const all of [one, mixed, last]) {
          const own = read(all);
          const styles = matchStyles(own, rules);
          if (known.length > 0) shared += partsAlike(styles.at(12), known[0]!.run.styled).length;
          const fitted = copyfit(styles.at, input, range, known);
          const alone = read(all);
          const byItself = copyfit(
            matchStyles(alone, new RuleSet([parseStyleSheet(css, 'case.css')])).at,
            input,
            range,
          );
          expect(told(fitted, own)).toEqual(told(byItself, alone));
          known = fitted.found;
        }
      }),
      { numRuns: 40 },
    );
    expect(shared).toBeGreaterThan(100);
  });
});

describe('what was laid out of an earlier document', () => {
  const rules = () => new RuleSet([parseStyleSheet(css, 'case.css')]);
  const fitted = (all: readonly (readonly number[])[], own = rules(), given = input, before?: Fitted) => {
    const document = read(all);
    return {
      document,
      found: copyfit(matchStyles(document, own).at, given, range, [], before?.sizes),
    };
  };

  it('serves the next of its kind, and changes nothing', () => {
    let alike = 0;
    fc.assert(
      fc.property(document, document, fc.nat(15), (one, two, mask) => {
        const mixed = one.map((own, i) => ((mask >> i) & 1 ? two[i]! : own));
        const shared = rules();
        let before: Fitted | undefined;
        for (const all of [one, mixed, two]) {
          const { document: own, found } = fitted(all, shared, input, before);
          const alone = fitted(all);
          expect(told(found, own)).toEqual(told(alone.found, alone.document));
          alike += found.sizes.alike;
          before = found;
        }
      }),
      { numRuns: 20 },
    );
    expect(alike).toBeGreaterThan(10);
  });

  it('is of no use where its pictures were of another size, or its languages others', () => {
    const all = [[13], [13, 14], [0], [1]];
    const wide = inputFor().picture;
    const high: typeof input = {
      ...input,
      picture: (element) => {
        const picture = wide(element);
        return { ...picture, width: picture.height, height: picture.width };
      },
    };
    const others: typeof input = { ...input, language: (tag) => ({ ...input.language(tag) }) };
    const shared = rules();
    const first = fitted(all, shared).found;
    const same = fitted(all, shared, input, first);
    expect(same.found.sizes.alike).toBeGreaterThan(0.7);
    const turned = fitted(all, shared, high, first);
    expect(turned.found.sizes.alike).toBeLessThan(same.found.sizes.alike);
    const alone = fitted(all, rules(), high);
    expect(told(turned.found, turned.document)).toEqual(told(alone.found, alone.document));
    expect(fitted(all, shared, others, first).found.sizes.alike).toBe(0);
    expect(fitted(all, rules(), input, first).found.sizes.alike).toBe(0);
  });
});

describe('parts of two documents', () => {
  const rules = new RuleSet([parseStyleSheet(`${css} .none { display: block }`, 'case.css')]);
  const styledOf = (body: string) =>
    matchStyles(
      parseDocument(
        `<!doctype html><html lang="en" dir="ltr"><head><title>Case</title></head><body>${body}</body></html>`,
        {
          file: 'case.html',
        },
      ),
      rules,
    ).at(10);
  const alike = (a: string, b: string) =>
    partsAlike(styledOf(a), styledOf(b)).map(([own, other]) => `${own.name} ${own.index - other.index}`);

  it.each([
    ['all of them', '<p>a</p><p>b</p>', '<p>a</p><p>b</p>', ['p 0', 'p 0']],
    [
      'those before and after others',
      '<p>a</p><p>b</p><p>c</p>',
      '<p>a</p><ul><li>x</li></ul><p>c</p>',
      ['p 0', 'p -1'],
    ],
    ['those within others', '<div><p>a</p><p>b</p></div>', '<div><p>a</p><p>x</p></div>', ['p 0']],
    ['none in another element', '<div><p>a</p><p>b</p></div>', '<section><p>a</p><p>x</p></section>', []],
    ['none in another style', '<div><p>a</p><p>b</p></div>', '<div class="none"><p>a</p><p>x</p></div>', []],
    ['none in another direction', '<div><p>a</p><p>b</p></div>', '<div dir="rtl"><p>a</p><p>x</p></div>', []],
    ['no items, which are counted', '<ol><li>a</li><li>b</li></ol>', '<ol><li>x</li><li>b</li></ol>', []],
    [
      'no blocks that are counted, but what is in them',
      '<div class="counted"><p>a</p><div><p>b</p></div></div>',
      '<div class="counted"><p>x</p><p>a</p><div><p>b</p></div></div>',
      ['div -2'],
    ],
    [
      'those that stand among other blocks that are counted, and are not',
      '<div class="counted"><p>a</p><ul><li>b</li></ul></div>',
      '<div class="counted"><p>x</p><ul><li>b</li></ul></div>',
      ['ul 0'],
    ],
    [
      'no end of a heading that goes on elsewhere',
      '<div role="heading" aria-level="1"><p>a</p></div>',
      '<div role="heading" aria-level="1"><p>a</p><p>b</p></div>',
      [],
    ],
  ])('are alike: %s', (_, a, b, expected) => {
    expect(alike(a, b)).toEqual(expected);
  });

  it('say other numbers where they are counted otherwise', () => {
    const own = () => new RuleSet([parseStyleSheet(css, 'case.css')]);
    const shared = own();
    const fitted = (part: number, rules: RuleSet, before?: Fitted) => {
      const document = read([[part], [], [], []]);
      const found = copyfit(matchStyles(document, rules).at, input, range, [], before?.sizes);
      return { found, told: told(found, document) };
    };
    const last = parts.length - 1;
    const before = fitted(last - 1, shared).found;
    expect(fitted(last, shared, before).told).toEqual(fitted(last, own()).told);
  });

  it('are not known to be alike where style sheets put texts beside them', () => {
    const own = new RuleSet([parseStyleSheet('p::before { content: "·" }', 'case.css')]);
    const styled = matchStyles(read([[0], [], [], []]), own).at(10);
    expect(partsAlike(styled, styled)).toEqual([]);
  });
});

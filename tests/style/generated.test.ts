import { describe, expect, it } from 'vitest';
import { numberMark, pageMark, parseDocument } from '../../src/document/index.ts';
import { parseStyleSheet, styleDocument } from '../../src/style/index.ts';
import { problemsOf } from './setting.ts';

const body = '<h1 id="h">Title</h1><p id="p">text <b>of</b> <a href="#h">a link</a></p>';
const faults = (css: string, html = body) =>
  problemsOf(() => {
    const document = parseDocument(
      `<!doctype html><html lang="en" dir="ltr"><head><title>Help</title></head><body>${html}</body></html>`,
      { file: 'page.hbs', numbers: { main: { display: '800-315-1376', dial: '+18003151376' } } },
    );
    styleDocument(document, [parseStyleSheet(`\n${css}`, 'style.css')], 10);
  }).map(({ code, place }) => [code, place.line]);

describe('what a style sheet puts before and after texts', () => {
  it.each([
    '"Call"',
    '"9"',
    '"\\39 11"',
    '"①"',
    '"½"',
    '"٣"',
    '"™"',
    '"é"',
    '"→ 9"',
    'counters(a, "x")',
    '"•" / "bullet"',
  ])('is no text of its own: %s', (value) => {
    const [first] = faults(`p::before { content: ${value} }`);
    expect(first?.[0]).toMatch(/^(?:TEMPLATE_TEXT|CSS_VALUE_INVALID)$/);
    expect(first?.[1]).toBe(2);
  });

  it('stands beside a text: where there is none, it is told how to say one', () => {
    const [found] = problemsOf(() => {
      const document = parseDocument(
        '<!doctype html><html lang="en" dir="ltr"><head><title>Help</title></head><body><h1>Week</h1><table><thead><tr><th></th><th>b</th></tr></thead><tbody><tr><th>a</th><td></td></tr></tbody></table></body></html>',
        { file: 'page.hbs', numbers: {} },
      );
      styleDocument(
        document,
        [parseStyleSheet('th { counter-increment: day } th::before { content: counter(day) }', 's.css')],
        10,
      );
    });
    expect(found).toMatchObject({
      message: expect.stringContaining('the element has no text that it could stand beside'),
      hint: expect.stringContaining('words/<tag>.json'),
    });
  });

  it('is told as text of its own', () => {
    expect(faults('p::before { content: "9" }')).toEqual([['TEMPLATE_TEXT', 2]]);
    expect(faults(':root { --m: "9" }\np::before { content: var(--m) }')).toEqual([['CSS_VALUE_INVALID', 3]]);
  });

  it.each([
    'p { content: "•" }',
    'p::before { content: attr(href) }',
    'p::before { content: url(a) }',
    'p::before { content: "\\200b" }',
    `p::before { content: "${'-'.repeat(21)}" }`,
    'p::before { content: counter(a) counter(b) }',
    'p::before { content: counter(a) " " counter(b) }',
    'p::before { content: counter(a) "-" counter(b) }',
    'p::before { content: counter(a) "." counter(b) "." counter(c) }',
    'p::before { content: counter(a, upper-alpha) }',
    'p::before { content: counter(page, thai) }',
    'p::before { content: counters(a, "") }',
    'p::before { content: counters(a, "-") }',
    'p::after { content: counter(a) }',
    'b::before { content: counter(a) }',
    'p::before { content: target-counter(attr(href), page) }',
    'a::after { content: target-counter(attr(title), page) }',
    'p { counter-reset: a 911 }',
    'p { counter-reset: 9 }',
    'p { counter-increment: a 9 }',
    'p { counter-increment: a -1 }',
    'p { counter-increment: page }',
    'p { counter-increment: a a }',
    'p::after { content: counter(page) " " counter(pages) }',
    'p::after { content: counter(page) "." counter(pages) }',
    'p::before { content: "•"; display: block }',
    'p::before { content: "•"; position: absolute }',
    'p::before { content: "•"; margin-inline-end: 4pt }',
    'p::before { content: "•"; background-color: #fff }',
    'body::before { content: "•" }',
    'p { display: grid } p::before { content: "•" }',
  ])('is refused: %s', (css) => {
    expect(faults(css)).toEqual([['CSS_VALUE_INVALID', 2]]);
  });

  it.each([
    ['"9"', 'TEMPLATE_TEXT'],
    ['"Page " counter(page)', 'TEMPLATE_TEXT'],
    ['counter(chapter)', 'CSS_VALUE_INVALID'],
    ['counter(page) " " counter(pages)', 'CSS_VALUE_INVALID'],
    ['target-counter(attr(href), page)', 'CSS_VALUE_INVALID'],
    ['attr(href)', 'CSS_VALUE_INVALID'],
  ])('in a margin box is of pages alone: %s', (value, code) => {
    expect(faults(`@page { @top-center { content: ${value} } }`)).toEqual([[code, 2]]);
    expect(faults('@page { @top-center { content: counter(page) " / " counter(pages) } }')).toEqual([]);
  });

  it.each([
    'p:before { content: "•" }',
    'p::first-letter { color: #000 }',
    ':is(p::before) { content: "•" }',
    'p::before b { color: #000 }',
  ])('is of the two pseudo-elements at the end of a selector: %s', (css) => {
    expect(faults(css).map(([code]) => code)).toEqual(['CSS_SELECTOR_UNKNOWN']);
  });

  it.each([
    'p::before { content: "• " } p::after { content: " →" / "" }',
    'p::before { content: none } p::after { content: normal }',
    'h1 { counter-increment: a 1; counter-reset: b 0 c } h1::before { content: counter(a) ". " }',
    'p::before { content: counter(a, thai) "." counter(b) " " }',
    'p::before { content: counters(a, ".") ") "; font-weight: bold; color: #123 }',
    'a::after { content: " " target-counter(attr(href), page) }',
    'p::after { content: " " counter(page) " / " counter(pages) }',
    'b::before { content: "«" } b::after { content: "»" }',
  ])('is taken: %s', (css) => {
    expect(faults(css)).toEqual([]);
  });

  const number = `<h1>Call</h1><p class="n"><a href="tel:${numberMark('main', 'dial')}">${numberMark('main', 'display')}</a></p>`;
  it.each(['"+"', '"• "', 'counter(a) ". "', '"→ " / ""', 'counter(page)'])(
    'never stands right beside a helpline’s number: %s',
    (value) => {
      expect(faults(`.n::before { content: ${value} }`, number)).toEqual([['CSS_VALUE_INVALID', 2]]);
      if (!value.startsWith('counter(a'))
        expect(faults(`.n::after { content: ${value} }`, number)).toEqual([['CSS_VALUE_INVALID', 2]]);
    },
  );

  const digits = '<h1>Call</h1><p class="n">24 hours, in 7 days of 7</p>';
  it.each([
    ['counter(a)', false],
    ['counter(a) " "', false],
    ['counter(a) "-"', false],
    ['counter(a) "."', false],
    ['counter(a) ") "', false],
    ['counter(a) ". "', true],
    ['counter(a) ": "', true],
    ['"+"', false],
    ['"• "', true],
  ])('before a text that begins with digits %s is taken: %s', (value, isTaken) => {
    expect(faults(`.n::before { content: ${value} }`, digits).length).toBe(isTaken ? 0 : 1);
  });

  it.each([
    ['counter(page)', false],
    ['" " counter(page)', false],
    ['". " counter(page)', true],
    ['"-"', false],
    ['" →"', true],
  ])('after a text that ends with digits %s is taken: %s', (value, isTaken) => {
    expect(faults(`.n::after { content: ${value} }`, digits).length).toBe(isTaken ? 0 : 1);
  });

  it('is refused beside the number of a page, as beside any', () => {
    const page = `<h1>Call</h1><p class="n">${pageMark('this')}</p>`;
    expect(faults('.n::before { content: counter(a) "-" }', page)).toEqual([['CSS_VALUE_INVALID', 2]]);
    expect(faults('.n::before { content: "– " }', page)).toEqual([]);
  });
});

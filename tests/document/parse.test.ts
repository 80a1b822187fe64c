import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PressError } from '../../src/diagnostics/index.ts';
import {
  type DocumentElement,
  elements,
  elementsOf,
  parseDocument,
  textContent,
  walk,
} from '../../src/document/index.ts';
import { page, problemsOf } from './problems.ts';

const parse = (body: string, attributes?: string) =>
  parseDocument(page(body, attributes), { file: 'page.hbs' });
const find = (root: DocumentElement, name: string) => [...elementsOf(root)].find((e) => e.name === name)!;

describe('parseDocument', () => {
  it('gives title, language, direction and ids of the document', () => {
    const document = parse('<h1 id="top">مساعدة</h1>', 'lang="ar" dir="rtl"');
    expect(document).toMatchObject({ title: 'Five things', lang: 'ar', dir: 'rtl' });
    expect(document.ids.get('top')!.name).toBe('h1');
  });

  it('hands language and direction down to what does not set its own', () => {
    const { body } = parse(
      '<div lang="es-mx"><p>hola <bdi dir="ltr">988</bdi></p></div>',
      'lang="ar" dir="rtl"',
    );
    expect(find(body, 'p')).toMatchObject({
      lang: 'es-MX',
      dir: 'rtl',
      declares: { lang: false, dir: false },
    });
    expect(find(body, 'div').declares).toEqual({ lang: true, dir: false });
    expect(find(body, 'bdi')).toMatchObject({ lang: 'es-MX', dir: 'ltr', isolates: true });
  });

  it('numbers nodes in document order', () => {
    const { root } = parse('<h1>One <b>two</b> three</h1><p>four</p>');
    const indexes = [...walk(root)].map((node) => node.index);
    expect(indexes).toEqual(indexes.map((_, i) => i));
    expect(textContent(find(root, 'h1'))).toBe('One two three');
  });

  it('resolves character references and keeps white space as written', () => {
    expect(textContent(find(parse('<p>a &amp;  b&nbsp;c</p>').body, 'p'))).toBe('a &  b\u00A0c');
  });

  it('counts data-o into the origins, and drops it', () => {
    const origins = [{ file: 'a.hbs', line: 7, column: 3 }];
    const { body } = parseDocument(page('<p data-o="0">text</p><p>text</p>'), { file: 'made.html', origins });
    const [first, second] = [...elementsOf(body)].filter((e) => e.name === 'p');
    expect(first!.origin).toEqual(origins[0]);
    expect(first!.attributes).toEqual({});
    expect(first!.children[0]!.origin).toEqual(origins[0]);
    expect(second!.origin).toEqual({ file: 'made.html', line: 2, column: 23 });
  });

  it('places the marks of a text where the template says the text: lines of the made HTML are nobody’s', () => {
    const origins = [{ file: 'a.hbs', line: 7, column: 3 }];
    const html = page(
      '<p data-o="0"><!--key:x.y-->one <strong>two <em>three</em></strong><!--/key--></p><p>four <b>five</b></p>',
    );
    const { body } = parseDocument(html, { file: 'a.hbs', origins });
    const at = (name: string) => [...elementsOf(body)].find((e) => e.name === name)!;
    expect(at('strong').origin).toEqual({ ...origins[0], key: 'x.y' });
    expect(at('em').children[0]!.origin).toEqual({ ...origins[0], key: 'x.y' });
    // Where nothing of the template is known, its own line is the best there is.
    expect(at('b').origin.line).toBe(2);
  });

  it('tells problems at the place in the template', () => {
    const origins = [{ file: 'a.hbs', line: 7, column: 3 }];
    expect(() =>
      parseDocument(page('<marquee data-o="0">x</marquee>'), { file: 'made.html', origins }),
    ).toThrow(expect.objectContaining({ problems: [expect.objectContaining({ place: origins[0] })] }));
  });

  describe('content keys', () => {
    const keys = (body: string) =>
      [...walk(parse(body).body)].flatMap((node) =>
        node.kind === 'text'
          ? node.text.trim() === ''
            ? []
            : [[node.text.trim(), node.origin.key]]
          : [[node.name, node.origin.key]],
      );

    it('hold from their comment to its end', () => {
      expect(keys('<p>before <!--key:center.line-->inside <b>bold</b><!--/key--> after</p>')).toEqual([
        ['body', undefined],
        ['p', undefined],
        ['before', undefined],
        ['inside', 'center.line'],
        ['b', 'center.line'],
        ['bold', 'center.line'],
        ['after', undefined],
      ]);
    });

    it('end with their parent, and belong to an element that starts with them', () => {
      expect(keys('<p><!--key:title-->in</p><p>out</p>')).toEqual([
        ['body', undefined],
        ['p', 'title'],
        ['in', 'title'],
        ['p', undefined],
        ['out', undefined],
      ]);
    });

    it('are not taken by text after their end, even where the element has the key', () => {
      expect(keys('<p><!--key:title-->in<!--/key--> <b>out</b> out</p>').slice(1)).toEqual([
        ['p', 'title'],
        ['in', 'title'],
        ['b', undefined],
        ['out', undefined],
        ['out', undefined],
      ]);
    });

    it('inside one another: the inner holds', () => {
      expect(keys('<div><!--key:outer--><p><!--key:inner-->a<!--/key--> b</p></div>').slice(1)).toEqual([
        ['div', 'outer'],
        ['p', 'inner'],
        ['a', 'inner'],
        ['b', 'outer'],
      ]);
    });
  });

  it('ignores other comments', () => {
    expect(find(parse('<p><!-- a note -->text</p>').body, 'p').children).toHaveLength(1);
  });
});

describe('a table', () => {
  it('may have white space between its parts', () => {
    const tight =
      '<table><caption>a</caption><thead><tr><th>b</th></tr></thead><tbody><tr><td>c</td></tr></tbody></table>';
    const loose = tight.replace(/></g, '>\n  <');
    for (const html of [
      tight,
      loose,
      loose.replace('<table>', '<div><table>').replace('</table>', '</table></div>'),
    ])
      expect(textContent(parse(html).body).replace(/\s+/g, '')).toBe('abc');
  });
});

describe('parseDocument refuses', () => {
  it.each([
    ['an unknown element', '<p>a <blink>b</blink></p>', 'HTML_ELEMENT_UNKNOWN', 6],
    [
      'more columns than the table has',
      '<table><colgroup span="2"></colgroup><tbody><tr><td>a</td></tr></tbody></table>',
      'HTML_NESTING',
      1,
    ],
    [
      'a foot above the body',
      '<table><tfoot><tr><td>a</td></tr></tfoot><tbody><tr><td>a</td></tr></tbody></table>',
      'HTML_NESTING',
      1,
    ],
    [
      'a cell that reaches into the foot',
      '<table><tbody><tr><td rowspan="2">a</td></tr></tbody><tfoot><tr></tr></tfoot></table>',
      'HTML_NESTING',
      1,
    ],
    [
      'text in a row, which HTML moves out',
      '<div><table><tbody><tr>a<td>b</td></tr></tbody></table></div>',
      'HTML_SYNTAX',
      20,
    ],
    [
      'text in a table, which HTML moves out',
      '<div><table>a<tbody><tr><td>b</td></tr></tbody></table></div>',
      'HTML_SYNTAX',
      6,
    ],
    ['a block in a table', '<table><tbody><tr><td>a</td></tr></tbody><p>a</p></table>', 'HTML_NESTING', 42],
    ['a question outside of a list of them', '<div><dt>a</dt></div>', 'HTML_NESTING', 6],
    ['a paragraph among terms', '<dl><p>a</p><dt>a</dt></dl>', 'HTML_NESTING', 5],
    ['text among terms', '<dl>a<dt>a</dt></dl>', 'HTML_NESTING', 1],
    ['a block in raised text', '<p>a<sup><p>b</p></sup></p>', 'HTML_NESTING', 10],
    [
      'a span of nothing',
      '<table><tbody><tr><td colspan="0">a</td></tr></tbody></table>',
      'HTML_ATTRIBUTE_UNKNOWN',
      19,
    ],
    [
      'a head of nothing',
      '<table><tbody><tr><th scope="x">a</th></tr></tbody></table>',
      'HTML_ATTRIBUTE_UNKNOWN',
      19,
    ],
    ['a script', '<script>alert(1)</script>', 'HTML_ELEMENT_UNKNOWN', 1],
    ['a picture in foreign markup', '<svg></svg>', 'HTML_ELEMENT_UNKNOWN', 1],
    [
      'an element named like a property of objects',
      '<div><constructor></constructor></div>',
      'HTML_ELEMENT_UNKNOWN',
      6,
    ],
    ['an unknown attribute', '<p>a <b style="color: red">b</b></p>', 'HTML_ATTRIBUTE_UNKNOWN', 6],
    ['an attribute of another element', '<p href="#x">a</p>', 'HTML_ATTRIBUTE_UNKNOWN', 1],
    ['a language that is no tag', '<p lang="english_us">a</p>', 'HTML_ATTRIBUTE_UNKNOWN', 1],
    ['dir="auto"', '<p dir="auto">a</p>', 'HTML_ATTRIBUTE_UNKNOWN', 1],
    ['an id with a space', '<p id="a b">a</p>', 'HTML_ATTRIBUTE_UNKNOWN', 1],
    ['a script address', '<p><a href="javascript:alert(1)">a</a></p>', 'HTML_ATTRIBUTE_UNKNOWN', 4],
    [
      'an address without protection',
      '<p><a href="http://example.org">a</a></p>',
      'HTML_ATTRIBUTE_UNKNOWN',
      4,
    ],
    ['a link without address', '<p><a>a</a></p>', 'HTML_ATTRIBUTE_UNKNOWN', 4],
    ['a link to an id that is not there', '<p><a href="#nowhere">a</a></p>', 'HTML_ATTRIBUTE_UNKNOWN', 4],
    ['a picture without source', '<img alt="A door">', 'HTML_ATTRIBUTE_UNKNOWN', 1],
    ['two equal ids', '<p id="a">a</p><p id="a">b</p>', 'ID_DUPLICATE', 16],
    ['a block in inline text', '<p><b><h2>a</h2></b></p>', 'HTML_NESTING', 7],
    ['a block in a span', '<div><span><div>a</div></span></div>', 'HTML_NESTING', 12],
    ['a block in a heading', '<h1>a<div>b</div></h1>', 'HTML_NESTING', 6],
    ['a block in a paragraph, which HTML moves out', '<p>a<div>b</div></p>', 'HTML_NESTING', 5],
    ['a paragraph in a paragraph', '<p>a<p>b</p></p>', 'HTML_NESTING', 5],
    ['a list in a paragraph', '<p>a<ul><li>b</li></ul></p>', 'HTML_NESTING', 5],
    ['an item without list', '<div><li>a</li></div>', 'HTML_NESTING', 6],
    ['a caption without figure', '<div><figcaption>a</figcaption></div>', 'HTML_NESTING', 6],
    ['a paragraph in a list', '<ul><p>a</p></ul>', 'HTML_NESTING', 5],
    ['text in a list', '<ul>a</ul>', 'HTML_NESTING', 1],
    ['inline text in the body', '<b>a</b>', 'HTML_NESTING', 1],
    ['a title in the body', '<div><title>b</title></div>', 'HTML_NESTING', 6],
    ['a link right in a link', '<p><a href="tel:988">a<a href="tel:988">b</a></a></p>', 'HTML_NESTING', 23],
    ['a link in a link', '<p><a href="tel:988">a <b><a href="tel:988">b</a></b></a></p>', 'HTML_NESTING', 24],
    ['a second body', '<div><body></body></div>', 'HTML_NESTING', 6],
    ['an element that is never closed', '<div><p>a</div>', 'HTML_SYNTAX', 10],
    ['an end tag without start', '<p>a</p></div>', 'HTML_SYNTAX', 9],
    ['tags that cross', '<p><b>a<i>b</b>c</i></p>', 'HTML_SYNTAX', 12],
    ['a closed element written as void', '<div/>', 'HTML_SYNTAX', 1],
    ['an attribute twice', '<p class="a" class="b">a</p>', 'HTML_SYNTAX', 19],
    ['a reference that does not exist', '<p>&nothing;</p>', 'HTML_SYNTAX', 8],
    ['a picture without alternative', '<img src="a.svg">', 'ALT_MISSING', 1],
    ['a code that is said to be decoration', '<img src="qr:dial" alt="">', 'ALT_MISSING', 1],
    ['a link without words', '<p><a href="tel:988"><img src="a.svg" alt=""></a></p>', 'LINK_UNNAMED', 4],
    ['a heading that skips a level', '<h1>a</h1><h3>b</h3>', 'HEADING_SKIPPED', 11],
    ['a first heading below level 1', '<h2>b</h2>', 'HEADING_SKIPPED', 1],
    ['another script without mark', '<p>Привет, друзья</p>', 'LANGUAGE_UNMARKED', 1],
  ])('%s', (_, body, code, column) => {
    const found = problemsOf(page(body)).map(({ code, place: { file, line, column } }) => ({
      code,
      file,
      line,
      column,
    }));
    expect(found).toContainEqual({ code, file: 'page.hbs', line: 2, column });
  });

  it('text in the body', () => {
    expect(problemsOf(page('stray')).map(({ code }) => code)).toEqual(['HTML_NESTING']);
  });

  it.each([
    ['without title', '<!doctype html><html lang="en"><head></head><body></body></html>', 'METADATA_MISSING'],
    [
      'without language',
      '<!doctype html><html><head><title>a</title></head><body></body></html>',
      'METADATA_MISSING',
    ],
    ['without doctype', '<html lang="en"><head><title>a</title></head><body></body></html>', 'HTML_SYNTAX'],
    ['that is empty', '', 'HTML_SYNTAX'],
    [
      'with frames',
      '<!doctype html><html lang="en"><head><title>a</title></head><frameset></frameset></html>',
      'HTML_SYNTAX',
    ],
    ['over the size limit', page(`<p>${'a'.repeat(2_000_000)}</p>`), 'HTML_SYNTAX'],
    ['nested too deep', page('<div>'.repeat(120) + '</div>'.repeat(120)), 'HTML_SYNTAX'],
  ])('a document %s', (_, html, code) => {
    expect(problemsOf(html).map((p) => p.code)).toContain(code);
  });

  it('a hundred thousand open elements, of which no more are parsed than may be open', () => {
    expect(problemsOf(page('<div>'.repeat(100_000)))).toMatchObject([
      { code: 'HTML_SYNTAX', place: { line: 2, column: 491 } },
    ]);
  });

  it('all mistakes at once, and each of a loop once', () => {
    const origins = [{ file: 'a.hbs', line: 7, column: 3 }];
    const looped = '<blink data-o="0">a</blink>'.repeat(3);
    try {
      parseDocument(page(`<div>${looped}</div><h2>b</h2><img src="a.svg">`), { file: 'page.hbs', origins });
      expect.unreachable();
    } catch (error) {
      expect((error as PressError).problems.map((p) => p.code)).toEqual([
        'HTML_ELEMENT_UNKNOWN',
        'HEADING_SKIPPED',
        'ALT_MISSING',
      ]);
    }
  });

  it('with the nearest name as a hint', () => {
    const hints = problemsOf(page('<div><artcle></artcle><p clas="a">a</p></div>')).map((p) => p.hint);
    expect(hints).toEqual(['Did you mean "article"?', 'Did you mean "class"?']);
  });

  it('with the line for the code frame', () => {
    expect(problemsOf(page('<p>a <blink>b</blink></p>'))[0]!.place.source).toBe('<p>a <blink>b</blink></p>');
  });
});

describe('any input', () => {
  const piece = fc.oneof(
    fc
      .constantFrom(...Object.keys(elements), 'table', 'template', 'frameset', 'svg', 'math', 'form', 'br')
      .chain((name) => fc.constantFrom(`<${name}>`, `</${name}>`, `<${name} id="a" dir=rtl>`)),
    fc.string({ maxLength: 8 }),
    fc.constantFrom('<!--key:a.b-->', '<!--/key-->', '<!', '&', '<![CDATA['),
  );

  it('gives a document or problems, never another error', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.boolean(), (pieces, whole) => {
        problemsOf(whole ? page(pieces.join('')) : pieces.join(''));
      }),
      { numRuns: 1000, seed: 7 },
    );
  });

  it('that is taken keeps all of its text, in order', () => {
    const text = fc.constantFrom('one', 'two ', ' three', 'four & five');
    const escaped = (s: string) => s.replaceAll('&', '&amp;');
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom('p', 'blockquote', 'section', 'footer'), text, text, text), {
          minLength: 1,
        }),
        (blocks) => {
          const body = blocks
            .map(([name, a, b, c]) => `<${name}>${escaped(a)}<b>${escaped(b)}</b>${escaped(c)}</${name}>`)
            .join('');
          expect(textContent(parse(body).body).trim()).toBe(
            blocks
              .map(([, a, b, c]) => a + b + c)
              .join('')
              .trim(),
          );
        },
      ),
      { seed: 7 },
    );
  });
});

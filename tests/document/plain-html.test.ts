import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { elements } from '../../src/document/elements.ts';
import { readPlainHtml, type WrittenElement, type WrittenNode } from '../../src/document/plain-html.ts';
import { TagParser } from '../../src/document/tag-parser.ts';
import { defaultJob, Press } from '../../src/press/index.ts';

const bounds = { depth: 20, elements: 60 };

/** As the parser of the standard reads a document, and whether it repairs nothing. */
function byStandard(html: string): { readonly root: WrittenElement; readonly isSound: boolean } {
  const errors: string[] = [];
  const parser = new TagParser(
    { sourceCodeLocationInfo: true, onParseError: ({ code }) => errors.push(code) },
    { ...bounds, faults: 100 },
  );
  const document = parser.read(html);
  const root = document.childNodes.find(({ nodeName }) => nodeName === 'html') as WrittenElement;
  return {
    root,
    isSound: errors.length === 0 && parser.faults.length === 0 && areAsWritten(root, parser.parents),
  };
}

/** Whether each start tag made one element, in the parent that it is written in. */
function areAsWritten(root: WrittenElement, parents: ReadonlyMap<number, number>): boolean {
  const made = new Map<number, number>();
  const look = (element: WrittenElement, outer: number): boolean => {
    const offset = element.sourceCodeLocation?.startOffset;
    if (offset === undefined || made.has(offset)) return false;
    made.set(offset, outer);
    return element.childNodes.every((child) => !('tagName' in child) || look(child, offset));
  };
  return (
    look(root, -1) &&
    made.size === parents.size &&
    [...made].every(([at, outer]) => parents.get(at) === outer)
  );
}

function shape(node: WrittenNode): unknown {
  if ('value' in node) return node.value;
  if ('data' in node) return { comment: node.data };
  if (!('tagName' in node)) return node.nodeName;
  const { startLine, startCol, startOffset } = node.sourceCodeLocation ?? {};
  const attrs = node.attrs.map(({ name, value }) => [name, value]);
  return [node.tagName, attrs, startLine, startCol, startOffset, node.childNodes.map(shape)];
}

const page = (body: string, head = '<title>T</title>') =>
  `<!doctype html>\n<html lang="en">\n<head>${head}</head>\n<body class="a">${body}</body>\n</html>\n`;

/** HTML of all kinds: elements in each other as they may stand and as they may not. */
const content = fc.letrec<{ nodes: string; node: string }>((tie) => ({
  nodes: fc.array(tie('node'), { maxLength: 4 }).map((nodes) => nodes.join('')),
  node: fc.oneof(
    { maxDepth: 5, depthSize: 'large' },
    fc.constantFrom(
      ' ',
      '\n  ',
      'Text',
      'a &amp; b',
      'é',
      '\ue000main:display\ue001',
      '&nbsp;',
      '>',
      '<!--key:a.b-c-->',
    ),
    fc.constantFrom(
      '<br>',
      '<img alt="" src="x">',
      '<hr class="a">',
      '&eacute;',
      '<',
      '<!-- a -- b -->',
      '</p>',
      '<p>',
    ),
    fc
      .tuple(
        fc.constantFrom(...Object.keys(elements), 'pre', 'ruby', 'font'),
        fc.constantFrom(
          '',
          ' class="a b"',
          ' data-label',
          ' title="&quot;x&quot; &lt;"',
          ' id="a" id="b"',
          '\n dir="rtl"',
        ),
        tie('nodes'),
      )
      .map(([name, attributes, inner]) => `<${name}${attributes}>${inner}</${name}>`),
  ),
}));

describe('HTML that nothing is wrong with', () => {
  it('is read as the parser of the standard reads it, or not at all', () => {
    let read = 0;
    fc.assert(
      fc.property(content.nodes, content.nodes, (body, head) => {
        const html = page(body, head.length < 40 ? head : undefined);
        const plain = readPlainHtml(html, bounds);
        if (plain === undefined) return;
        read++;
        const { root, isSound } = byStandard(html);
        expect(isSound).toBe(true);
        expect(shape(plain)).toEqual(shape(root));
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(100);
  });

  const sound: Readonly<Record<string, string>> = {
    'text and marks': page('<p>a <b>b <i>c</i></b> d<br>e</p>\n'),
    'lists in lists': page('<ul>\n<li>a<ul><li>b</li></ul></li>\n<li>c</li></ul>'),
    'terms in groups': page('<dl><div><dt>a</dt><dd><p>b</p></dd></div><dt>c</dt></dl>'),
    'a link in a heading': page('<h2><a href="#a">a</a></h2><h3>b</h3>'),
    'white space at every place':
      ' \n<!doctype html>\n <html>\n <head>\n <title>a\nb</title>\n </head>\n <body>\n <p>a</p>\n </body>\n </html>\n ',
    'text at the end': page('<p>a</p>b'),
    references: page('<p title="&quot;&#x27;&#x60;&#x3D;">&lt;&amp;&gt;</p>'),
    'comments between texts': page('<p>a<!--key:a-->b<!--/key-->c</p>'),
  };
  for (const [name, html] of Object.entries(sound))
    it(`is read: ${name}`, () => {
      const plain = readPlainHtml(html, bounds);
      expect(shape(plain!)).toEqual(shape(byStandard(html).root));
      expect(byStandard(html).isSound).toBe(true);
    });

  const left: Readonly<Record<string, string>> = {
    'a paragraph in a paragraph': page('<p>a<p>b</p></p>'),
    'a block in a paragraph, below marks': page('<p><b><div>a</div></b></p>'),
    'a heading in a heading': page('<h1>a<h2>b</h2></h1>'),
    'a link in a link, below marks': page('<a href="#a"><b><a href="#b">a</a></b></a>'),
    'an item outside of a list': page('<div><li>a</li></div>'),
    'a term in a group outside of a list': page('<div><dt>a</dt></div>'),
    'a table': page('<table><tr><td>a</td></tr></table>'),
    'a tag that is not closed': page('<div>a'),
    'a tag that closes another': page('<b><i>a</b></i>'),
    'an unknown element': page('<font>a</font>'),
    'an attribute twice': page('<p id="a" id="b">a</p>'),
    'attributes without space between': page('<p id="a"class="b">a</p>'),
    'more attributes than an element may have': page(
      `<p ${Array.from({ length: 21 }, (_, i) => `${'a'.repeat(i + 1)}=""`).join(' ')}>a</p>`,
    ),
    'a value without quotes': page('<p id=a>a</p>'),
    'an unknown reference': page('<p>&eacute;</p>'),
    'a bare ampersand': page('<p>a & b</p>'),
    'a control character': page('<p>\u0001</p>'),
    'half of a pair': page('<p>\ud800</p>'),
    'a carriage return': page('<p>a\r\nb</p>'),
    'no doctype': page('').replace('<!doctype html>', ''),
    'no head': '<!doctype html>\n<html><body></body></html>',
    'two bodies': page('').replace('</html>', '<body></body></html>'),
    'text after the body': page('').replace('</html>', 'a</html>'),
    'text before the head': page('').replace('<head>', 'a<head>'),
    'a paragraph in the head': page('', '<p>a</p>'),
    'a mark in the title': page('', '<title><b>a</b></title>'),
    'a comment in the title': page('', '<title><!--a--></title>'),
    'a comment with two hyphens': page('<p><!--a--b--></p>'),
    'more elements than may be': page('<br>'.repeat(60)),
    'more depth than may be': page(`${'<div>'.repeat(20)}${'</div>'.repeat(20)}`),
  };
  for (const [name, html] of Object.entries(left))
    it(`is left to the parser of the standard: ${name}`, () => {
      expect(readPlainHtml(html, bounds)).toBeUndefined();
    });

  it('is what the shipped templates make', () => {
    const made: string[] = [];
    const press = new Press(
      {},
      {
        watch(step, work) {
          const result = work();
          if (step === 'template') made.push(String(result));
          return result;
        },
      },
    );
    press.plate(loadGuide('guides/heroin-detox'), {
      ...defaultJob,
      product: 'pamphlet-trifold',
      locale: 'ar',
    });
    press.close();
    expect(made.length).toBeGreaterThan(0);
    for (const html of made) {
      const large = { depth: 100, elements: 20_000 };
      expect(readPlainHtml(html, large)).toBeDefined();
    }
  });
});

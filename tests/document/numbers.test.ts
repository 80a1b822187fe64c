import { describe, expect, it } from 'vitest';
import type { PressError } from '../../src/diagnostics/index.ts';
import {
  type DocumentElement,
  elementsOf,
  type HtmlDocument,
  numberMark,
  parseDocument,
  walk,
  withNumbers,
} from '../../src/document/index.ts';

const [display, dial] = [numberMark('main', 'display'), numberMark('main', 'dial')];
const page = `<!doctype html><html lang="en"><head><title>Call ${display} now</title></head><body>
<h1 id="top">Help</h1><p>Call ${display} or ${numberMark('second-line', 'display')}<b>${display}</b></p>
<p><a href="tel:${dial}" title="Call ${display}: ${display}"><bdi dir="ltr">${display}</bdi></a>
<img src="qr:dial" alt="${display}"></p><p><a href="#top" title="Up">up</a></p></body></html>`;
const first = {
  main: { display: '800-315-1376', dial: '+18003151376' },
  'second-line': { display: '988', dial: '988' },
};
const other = {
  main: { display: '1-888-555-0100', dial: '+18885550100' },
  'second-line': { display: '116 123', dial: '116123' },
};
const parse = (html: string, numbers: typeof first) => parseDocument(html, { file: 'page.hbs', numbers });
const element = (root: DocumentElement, name: string, at = 0) =>
  [...elementsOf(root)].filter((e) => e.name === name)[at]!;

describe('a number in a document', () => {
  it('is a text node of its own that names its helpline, between what stands around it', () => {
    const { body } = parse(page, first);
    expect(
      element(body, 'p').children.map((node) =>
        node.kind === 'text' ? [node.text, node.number] : node.name,
      ),
    ).toEqual([
      ['Call ', undefined],
      ['800-315-1376', 'main'],
      [' or ', undefined],
      ['988', 'second-line'],
      'b',
    ]);
  });

  it('is named in the parts of href, title and alt; other attributes have none', () => {
    const { body, title } = parse(page, first);
    expect(title).toBe('Call 800-315-1376 now');
    expect(element(body, 'a')).toMatchObject({
      attributes: { href: 'tel:+18003151376', title: 'Call 800-315-1376: 800-315-1376' },
      numbers: {
        href: ['tel:', { number: 'main', what: 'dial' }],
        title: ['Call ', { number: 'main', what: 'display' }, ': ', { number: 'main', what: 'display' }],
      },
    });
    expect(element(body, 'img').numbers).toEqual({ alt: [{ number: 'main', what: 'display' }] });
    expect(element(body, 'a', 1).numbers).toBeUndefined();
    expect(element(body, 'h1').numbers).toBeUndefined();
  });

  it.each(['id', 'class', 'src', 'lang', 'dir', 'data-label'])('is refused in %s', (attribute) => {
    const html = page.replace('<h1', `<h1 ${attribute}="${display}"`).replace(' id="top">Help', '>Help');
    try {
      parse(html, first);
      expect.unreachable();
    } catch (error) {
      expect(
        (error as PressError).problems.filter(({ message }) =>
          message.startsWith(`A helpline's number stands in ${attribute}=`),
        ),
      ).toHaveLength(1);
    }
  });

  it('that nobody gave is a fault of the program, not of a user', () => {
    expect(() => parseDocument(page, { file: 'page.hbs' })).toThrow('No number "main" was given');
    expect(() => parseDocument(page.replaceAll('main', 'constructor'), { file: 'page.hbs' })).toThrow(
      'No number "constructor"',
    );
  });
});

/** What every node of a document says. */
const said = ({ root, wording }: HtmlDocument) =>
  [...walk(root)].map((node) =>
    node.kind === 'text'
      ? wording.text(node)
      : Object.fromEntries(Object.keys(node.attributes).map((name) => [name, wording.attribute(node, name)])),
  );

describe('withNumbers', () => {
  it('lets the nodes say what parsing with the other numbers reads', () => {
    const document = withNumbers(parse(page, first), other);
    const wanted = parse(page, other);
    expect(said(document)).toEqual(said(wanted));
    expect(said(document)).not.toEqual(said(parse(page, first)));
    expect(document.title).toBe('Call 1-888-555-0100 now');
  });

  it('takes the nodes of the given document, and leaves what it says', () => {
    const document = parse(page, first);
    const before = said(document);
    expect(withNumbers(document, other).root).toBe(document.root);
    expect(said(document)).toEqual(before);
  });

  it('says nothing of an attribute that is not there', () => {
    const { root, wording } = withNumbers(parse(page, first), other);
    expect(wording.attribute(element(root, 'h1'), 'title')).toBeUndefined();
  });
});

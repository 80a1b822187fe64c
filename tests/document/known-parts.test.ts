import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import {
  type DocumentNode,
  KnownParts,
  numberMark,
  type Origin,
  parseDocument,
} from '../../src/document/index.ts';

const [display, dial] = [numberMark('main', 'display'), numberMark('main', 'dial')];
const numbers = { main: { display: '800-315-1376', dial: '+18003151376' } };
const others = { main: { display: '888-555-0100', dial: '+18885550100' } };
const origins: Origin[] = Array.from({ length: 30 }, (_, i) => ({
  file: 'page.hbs',
  line: i + 1,
  column: 1,
}));
const words = 'What is said here is long enough to be worth keeping, and says nothing else. '.repeat(3);

const call = `<article data-o="3"><p data-o="4"><!--key:helpline.call-->Call<!--/key--> <a href="tel:${dial}" title="Call ${display}"><bdi dir="ltr">${display}</bdi></a></p><p data-o="5">${words}</p></article>`;
const named = `<article data-o="6" class="panel back" id="here"><h1 data-o="7"><!--key:sections.a.line-->One <strong>thing</strong><!--/key--></h1><p data-o="8" lang="es">${words}</p></article>`;
const page = (parts: readonly string[], attributes = 'lang="en"') =>
  `<!doctype html>\n<html ${attributes} data-o="0"><head data-o="1"><title data-o="1">Title</title></head>\n<body data-o="2">\n${parts.join('\n')}\n</body></html>`;

type Read = ReturnType<typeof read>;
/** The nodes of a document in their order, each with all that it is; or what was wrong. */
function read(html: string, known: KnownParts | undefined, own = numbers, placed = origins) {
  const nodes: object[] = [];
  const list = (node: DocumentNode): void => {
    const { parent, ...rest } = node;
    nodes.push({
      ...rest,
      ...('children' in rest ? { children: rest.children.length } : {}),
      in: parent?.index,
    });
    if (node.kind === 'element') node.children.forEach(list);
  };
  try {
    const { root, ids, title } = parseDocument(html, {
      file: 'page.hbs',
      origins: placed,
      numbers: own,
      parts: known,
    });
    list(root);
    return { nodes, title, ids: [...ids].map(([id, { index }]) => [id, index]) };
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
}

/** What is read after other documents were, and by itself. */
function both(html: string, before: readonly string[], ...how: [typeof numbers?, Origin[]?]): [Read, Read] {
  const known = new KnownParts();
  for (const each of before) read(each, known);
  return [read(html, known, ...how), read(html, undefined, ...how)];
}

describe('a part of a page that was built before', () => {
  it('is the same tree as one that is built', () => {
    const [again, alone] = both(page([named, call]), [page([named, call])]);
    expect(again).toEqual(alone);
    expect(again).toHaveProperty('nodes');
  });

  it('is in the document that it stands in: in its order, in its body', () => {
    const [again, alone] = both(page(['<p data-o="9">New</p>', call, named]), [page([named, call])]);
    expect(again).toEqual(alone);
  });

  it('is copied, and not the nodes of another document', () => {
    const known = new KnownParts();
    const parse = () =>
      parseDocument(page([named, call]), { file: 'page.hbs', origins, numbers, parts: known });
    const [one, other] = [parse(), parse()];
    expect(other.ids.get('here')).not.toBe(one.ids.get('here'));
    expect(other.ids.get('here')!.attributes).toBe(one.ids.get('here')!.attributes);
    expect(other.ids.get('here')!.parent).toBe(other.body);
  });

  it('says another number, and its link is looked at', () => {
    const [again, alone] = both(page([call, named]), [page([call, named])], others);
    expect(again).toEqual(alone);
    expect(JSON.stringify(again)).toContain('888-555-0100');
    expect(JSON.stringify(again)).not.toContain('1376');
    const wrong = { main: { display: '800-315-1376', dial: 'nobody' } };
    const [told, same] = both(page([call, named]), [page([call, named])], wrong);
    expect(told).toEqual(same);
    expect(told).toMatchObject([{ code: 'HTML_ATTRIBUTE_UNKNOWN' }]);
  });

  it('inherits what it stands in', () => {
    const [again, alone] = both(page([call, named], 'lang="ar" dir="rtl"'), [page([call, named])]);
    expect(again).toEqual(alone);
  });

  it('is another one where its marks of places are counted into another list', () => {
    const moved = origins.map(({ line, ...origin }) => ({ ...origin, line: line! + 100 }));
    const [again, alone] = both(page([call, named]), [page([call, named])], numbers, moved);
    expect(again).toEqual(alone);
  });

  it('has what is wrong with it in a document told', () => {
    const link = `<p data-o="9"><a href="#here">Here</a></p><p data-o="10">${words}</p>`;
    const cases: [html: string, before: string][] = [
      [page([named, named]), page([named])],
      [page([call, `<div data-o="9">${link}</div>`]), page([named, `<div data-o="9">${link}</div>`])],
      [page([named.replaceAll('h1', 'h2')]), page(['<h1 data-o="9">One</h1>', named.replaceAll('h1', 'h2')])],
    ];
    for (const [html, before] of cases) {
      const [again, alone] = both(html, [before]);
      expect(again).toEqual(alone);
      expect(again).toHaveProperty('length', 1);
    }
  });

  it('is not kept where something is wrong with it, or where its place is that of the HTML', () => {
    const bare = named.replaceAll(/ data-o="\d+"/g, '');
    const wrong = named.replace('lang="es"', 'lang="es" onclick="no"');
    for (const part of [bare, wrong]) {
      const [again, alone] = both(page(['<p data-o="9">New</p>', part]), [page([part])]);
      expect(again).toEqual(alone);
    }
  });

  it('is forgotten when there are too many', () => {
    const known = new KnownParts();
    const many = Array.from({ length: 600 }, (_, i) => call.replace('Call<', `Call ${i}<`));
    for (let i = 0; i < many.length; i += 50) read(page(many.slice(i, i + 50)), known);
    expect(read(page(many.slice(0, 50)), known)).toEqual(read(page(many.slice(0, 50)), undefined));
  });
});

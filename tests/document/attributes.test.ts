import { describe, expect, it } from 'vitest';
import { elements } from '../../src/document/index.ts';
import { page, problemsOf } from './problems.ts';

const said = (body: string, attributes?: string) =>
  problemsOf(page(body, attributes)).map(({ code, hint }) => [code, hint]);
const wrong = (body: string) => said(body).filter(([code]) => code === 'HTML_ATTRIBUTE_UNKNOWN').length;

describe('the address of a link', () => {
  it.each([
    'tel:12',
    'tel:+12',
    'tel:+12345;ext=1',
    'tel:+12345;ext=1234567',
    'sms:12',
    'tel:123456789012345',
    'https://a',
    'https://example.org/a?b#c',
    'mailto:a@example.org',
    '#x',
  ])('may be %s', (href) => {
    expect(said(`<p id="x"><a href="${href}">a</a></p>`)).toEqual([]);
  });

  it.each([
    '',
    'tel:1',
    'tel:+1',
    'tel:',
    'tel:1234567890123456',
    'tel:800-315',
    'tel:8 0',
    'tel:+٨٠٠',
    'tel:12;ext=1',
    'tel:12345;ext=1',
    'tel:+12345;ext=',
    'tel:+12345;ext=12345678',
    'tel:+12345;ext=x',
    'sms:1',
    'sms:12?body=x',
    'mms:12',
    'xtel:12',
    'http://a',
    'https://',
    'https:a',
    'https://a b',
    ' https://a',
    'HTTPS://a',
    'mailto:',
    'javascript:alert(1)',
    'data:text/html,a',
    'file:///a',
    '#',
    'a',
    '//a',
  ])('may not be %s', (href) => {
    expect(wrong(`<p><a href="${href}">a</a></p>`)).toBe(1);
  });

  it('must be there, and lead to an element that is', () => {
    expect(wrong('<p><a>a</a></p>')).toBe(1);
    expect(said('<p id="there"><a href="#ther">a</a></p>')).toEqual([
      ['HTML_ATTRIBUTE_UNKNOWN', 'Did you mean "there"?'],
    ]);
  });
});

describe('attributes', () => {
  /** A place for each element, with room for attributes. */
  const at = (name: string, attribute: string) => {
    const value =
      name === 'img'
        ? ' src="a" alt=""'
        : name === 'a'
          ? ' href="#x"'
          : name === 'abbr' && !attribute.startsWith('title')
            ? ' title="b"'
            : '';
    const tag = `<${name}${value} ${attribute}>`;
    const end = ['img', 'br', 'hr'].includes(name) ? '' : `a</${name}>`;
    if (['caption', 'thead', 'tbody'].includes(name))
      return `<p id="x">a</p><table>${tag}${name === 'caption' ? 'a' : '<tr><td>a</td></tr>'}</${name}></table>`;
    const row = '<tr><td>a</td></tr>';
    if (name === 'tfoot') return `<p id="x">a</p><table><tbody>${row}</tbody>${tag}${row}</tfoot></table>`;
    if (name === 'colgroup') return `<p id="x">a</p><table>${tag}</colgroup><tbody>${row}</tbody></table>`;
    if (name === 'col')
      return `<p id="x">a</p><table><colgroup>${tag}</colgroup><tbody>${row}</tbody></table>`;
    if (name === 'tr') return `<p id="x">a</p><table><tbody>${tag}<td>a</td></tr></tbody></table>`;
    if (name === 'th' || name === 'td')
      return `<p id="x">a</p><table><tbody><tr>${tag}${end}</tr></tbody></table>`;
    if (name === 'table') return `<p id="x">a</p>${tag}<tbody><tr><td>a</td></tr></tbody></table>`;
    if (name === 'dl') return `<p id="x">a</p>${tag}<div><dt>a</dt><dd>a</dd></div></dl>`;
    if (name === 'dt' || name === 'dd') return `<p id="x">a</p><dl><div>${tag}${end}</div></dl>`;
    if (name === 'li') return `<ul id="x">${tag}${end}</ul>`;
    if (name === 'ul' || name === 'ol') return `<p id="x">a</p>${tag}<li>a</li></${name}>`;
    if (name === 'figcaption') return `<figure id="x">${tag}${end}</figure>`;
    const rule = elements[name as keyof typeof elements];
    return rule.category === 'block'
      ? `<p id="x">a</p>${tag}${rule.contains === 'blocks' ? `<p>a</p></${name}>` : end}`
      : `<p id="x">a ${tag}${end}</p>`;
  };
  const names = Object.keys(elements).filter(
    (name) => !['html', 'head', 'title', 'body'].includes(name) && !/^h\d$/.test(name),
  );

  it.each(names)('of <%s> are those of its row, and those of all', (name) => {
    const own: readonly string[] = elements[name as keyof typeof elements].attributes;
    for (const attribute of ['class="b"', 'lang="es"', 'dir="rtl"', 'id="y"'])
      expect(wrong(at(name, attribute)), attribute).toBe(0);
    for (const attribute of ['href', 'title', 'src', 'alt', 'data-label', 'style', 'onclick', 'aria-label']) {
      // Those that `at` has written already.
      if (
        (name === 'img' && (attribute === 'src' || attribute === 'alt')) ||
        (name === 'a' && attribute === 'href')
      )
        continue;
      expect(wrong(at(name, `${attribute}="a"`)), attribute).toBe(own.includes(attribute) ? 0 : 1);
    }
  });

  it.each([
    ['id=""', 1],
    ['id="a b"', 1],
    ['id="a"', 0],
    ['dir="auto"', 1],
    ['dir="RTL"', 1],
    ['dir="ltr"', 0],
    ['lang=""', 1],
    ['lang="en_US"', 1],
    ['lang="x"', 1],
    ['lang="pt-br"', 0],
  ])('%s', (attribute, count) => {
    expect(wrong(`<p ${attribute}>a</p>`)).toBe(count);
  });

  it('of a picture name its file', () => {
    expect(wrong('<p>a <img alt=""></p>')).toBe(1);
    expect(wrong('<p>a <img src="" alt=""></p>')).toBe(1);
    expect(wrong('<p>a <img src="a" alt=""></p>')).toBe(0);
  });
});

describe('scripts of a language', () => {
  it.each([
    ['abc', 0],
    ['abcd', 1],
    ['ABCD EFGH', 0],
    ['Abcd EFGH', 1],
    ['abcdef اتصلا', 0],
    ['abcdef اتصل', 0],
    ['abcdefg اتصل', 1],
  ])('%s in Arabic', (text, count) => {
    expect(said(`<p>${text}</p>`, 'lang="ar" dir="rtl"').length).toBe(count);
  });
});

import { describe, expect, it } from 'vitest';
import { documentOf, matched, problemsOf } from './setting.ts';

describe('selectors', () => {
  const document = documentOf(
    `<article id="a" class="panel cover"><h1 id="b">Help</h1><p id="c" class="note">One</p><p id="d">Two <span id="e" data-label="x">three</span></p></article>
     <article id="f" class="panel" lang="zh-Hant-TW"><ul id="g"><li id="h">一</li><li id="i">二</li><li id="j">三</li><li id="k">四</li></ul></article>
     <div id="l" dir="rtl" lang="ar"><p id="m">واحد</p></div>`,
    'lang="en-US" dir="ltr"',
  );

  it.each([
    ['*', 'html head title body a b c d e f g h i j k l m'],
    [':root', 'html'],
    ['article', 'a f'],
    ['.panel.cover', 'a'],
    ['#b', 'b'],
    ['article p', 'c d'],
    ['body > p', ''],
    ['article > p', 'c d'],
    ['h1 + p', 'c'],
    ['h1 ~ p', 'c d'],
    ['.cover h1 + p ~ p > span', 'e'],
    ['h1, span', 'b e'],
    ['li:first-child', 'h'],
    ['li:last-child', 'k'],
    ['li:nth-child(2)', 'i'],
    ['li:nth-child(odd)', 'h j'],
    ['li:nth-child(even)', 'i k'],
    ['li:nth-child(-n+2)', 'h i'],
    ['li:nth-child(2n+3)', 'j'],
    ['li:nth-child(n+3)', 'j k'],
    ['p:not(.note)', 'd m'],
    ['p:not(.note, #m)', 'd'],
    [':is(h1, span)', 'b e'],
    ['article :is(.note, li):first-child', 'h'],
    [':lang(zh-TW) > ul', 'g'],
    ['ul:lang(zh)', 'g'],
    ['ul:lang(zh-Hans)', ''],
    ['p:lang(en)', 'c d'],
    ['p:lang(e)', ''],
    [':dir(rtl)', 'l m'],
    ['[dir="rtl"]', 'l'],
    ['[dir=rtl] p', 'm'],
    ['[lang]', 'html f l'],
    ['[lang=ar]', 'l'],
    ['[class]', 'a c f'],
    ['[class="panel cover"]', 'a'],
    ['[data-label=x]', 'e'],
  ])('%s', (selector, ids) => {
    expect(matched(selector, document).join(' ')).toBe(ids);
  });

  it('of many steps match deep trees without trying all ways', () => {
    const deep = documentOf(`${'<div>'.repeat(90)}<p id="x">text</p>${'</div>'.repeat(90)}`);
    expect(matched(`article ${'div '.repeat(38)} p`, deep)).toEqual([]);
    expect(matched(`${'div '.repeat(39)} p`, deep)).toEqual(['x']);
  });

  it('ask of a picture of which kind it is, and of nothing else how it begins', () => {
    const own = documentOf('<p><img id="c" src="qr:a" alt="a"><img id="p" src="template:a" alt=""></p>');
    expect(matched('img[src^="qr:"]', own)).toEqual(['c']);
    expect(matched('img:not([src^="qr:"])', own)).toEqual(['p']);
    for (const selector of ['[src^="qr:a"]', '[src^=""]', '[src^="qr"]', '[src$="qr:"]', '[id^="qr:"]'])
      expect(problemsOf(() => matched(selector, own)).map(({ code }) => code)).toEqual([
        'CSS_SELECTOR_UNKNOWN',
      ]);
  });

  it.each([
    ['href', '#a'],
    ['title', 'Call'],
    ['alt', 'Call'],
  ])('ask whether there is a %s, and not what it says', (name, value) => {
    const own = documentOf(`<p><a id="l" href="#l" title="a">a</a><img id="i" src="x" alt=""></p>`);
    expect(matched(`[${name}]`, own)).toEqual(name === 'alt' ? ['i'] : ['l']);
    for (const selector of [
      `[${name}="${value}"]`,
      `[${name}='${value}' i]`,
      `a:not([${name}="${value}"])`,
      `:is(p, [${name}=x])`,
      `p > [${name.toUpperCase()}="${value}"] + a`,
      ...['^=', '$=', '*=', '~=', '|='].map((matcher) => `[${name}${matcher}"${value}"]`),
    ])
      expect(
        problemsOf(() => matched(selector, own)).map(({ code }) => code),
        selector,
      ).toEqual(['CSS_SELECTOR_UNKNOWN']);
  });
});

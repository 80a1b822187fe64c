import { describe, expect, it } from 'vitest';
import { problemsOf } from '../content/folder.ts';
import { printed } from './templates.ts';

const faults = (template: string, partials?: Readonly<Record<string, string>>) =>
  problemsOf(() => printed(template, partials)).map(({ code, place }) => [code, place.line, place.column]);

describe('text of a template’s own is refused', () => {
  it.each([
    ['letters', '<p>\n Call</p>', 2, 2],
    ['a digit', '<p>–8</p>', 1, 5],
    ['letters of another script', '<p>你</p>', 1, 4],
    ['digits of another script', '<p>٨</p>', 1, 4],
    ['letters in a sign', '<p>™</p>', 1, 4],
    ['a digit in a sign', '<p>①</p>', 1, 4],
    ['a letter in a circle', '<p>Ⓐ</p>', 1, 4],
    ['a fraction', '<p>½</p>', 1, 4],
    ['letters of flags', '<p>🇺</p>', 1, 4],
    ['mathematical digits', '<p>𝟠</p>', 1, 4],
    ['a mark over what stands before', '<p>{{say title}}\u0336</p>', 1, 17],
    ['a reference by number', '<p>&#56;</p>', 1, 4],
    ['a reference by hexadecimal number', '<p>• &#x41;</p>', 1, 6],
    ['a reference by name', '<p>&eacute;</p>', 1, 4],
    ['a reference that HTML does not know', '<p>&quux;</p>', 1, 4],
    ['a reference in two pieces', '<p>&#{{!-- --}};</p>', 1, 4],
    ['a lone &', '<p>• & •</p>', 1, 6],
    ['a direction that is overridden', '<p>•\u202e</p>', 1, 5],
    ['a soft hyphen', '<p>&shy;</p>', 1, 4],
    ['a character for private use', '<p>\ue000</p>', 1, 4],
    ['a title', '<head><title>A</title></head>', 1, 14],
    ['an alt', '<img src="template:a.svg" alt="A door">', 1, 32],
    ['a title attribute', '<p title="–\nCall">–</p>', 2, 1],
    ['an attribute that is not known', '<p aria-label="Call">–</p>', 1, 16],
    ['a branch', '{{#if true}}{{else}}No{{/if}}', 1, 21],
    ['a loop', '{{#each sections}}<p>No</p>{{/each}}', 1, 22],
    ['an attribute in a branch', '<p title="{{#if true}}–{{else}}No{{/if}}">–</p>', 1, 32],
    ['a string that is printed', '<p>\n{{"Call"}}</p>', 2, 1],
    ['a number that is printed', '<p>{{800}}</p>', 1, 4],
    ['a sign that is printed', '<p>{{"–"}}</p>', 1, 4],
    ['a string in a word', '<p>{{word "source" name="Call"}}</p>', 1, 25],
    ['a number in a word', '<p>{{word "source" name=800}}</p>', 1, 25],
    ['a truth in a word', '<p title="{{wordPlain "source" name=true}}">–</p>', 1, 37],
    ['an address', '<a href="https://example.org">•</a>', 1, 10],
    ['an address of one letter', '<a href="x">•</a>', 1, 10],
    ['a number to dial', '<a href="tel:+18005550199">•</a>', 1, 10],
    ['the address of a letter', '<a href="mailto:{{kind}}">•</a>', 1, 10],
    ['a value that goes on', '<a href="{{qr}}/a">•</a>', 1, 16],
    ['a code of its own', '<img src="qr:tel:+18005550199" alt="">', 1, 11],
    ['a code in pieces', '<img src="qr:{{!-- --}}tel:+18005550199" alt="">', 1, 24],
    ['a code that goes on', '<img src="qr:{{qr}}0" alt="">', 1, 20],
    ['a code of nothing', '<img src="qr:" alt="">', 1, 14],
    ['a picture of no scheme', '<img src="a.svg" alt="">', 1, 11],
    ['a picture of another scheme', '<img src="https://example.org/a.svg" alt="">', 1, 11],
  ])('%s', (_, template, line, column) => {
    expect(faults(template)).toEqual([['TEMPLATE_TEXT', line, column]]);
  });

  it.each([
    ['a code of another value', '<p>–</p>\n<img src="qr:{{edition}}" alt="">', 14],
    ['a picture that a value begins', '<p>–</p>\n<img src="{{edition}}" alt="">', 11],
    ['two values in an address', '<p>–</p>\n<a href="{{qr}}{{qr}}">•</a>', 16],
  ])('%s', (_, template, column) => {
    expect(faults(template)).toEqual([['TEMPLATE_SYNTAX', 2, column]]);
  });

  it.each([
    '{{edition}}',
    '<p>{{locale.tag}}</p>',
    '<p>{{#each sections}}{{id}}{{/each}}</p>',
    '<p title="{{product}}">–</p>',
    '<title>{{edition}}</title>',
    '<p>{{paper.width}}</p>',
  ])('%s: names and measures of the program', (template) => {
    expect(faults(template)[0]!.slice(0, 2)).toEqual(['TEMPLATE_TEXT', 1]);
  });

  it('in a partial, at its own line, each piece once', () => {
    expect(faults('{{> a}}{{> a}}', { a: '<p>\n• b</p><p>c</p>' })).toEqual([
      ['TEMPLATE_TEXT', 2, 3],
      ['TEMPLATE_TEXT', 2, 11],
    ]);
  });
});

describe('a template may say', () => {
  it.each([
    '<p class="a1 b" id="c2" lang="es" dir="rtl">•</p>',
    '<p>• – — · … “” « » ‹ › ¿ ¡ § ¶ † → ✓ ☎ € &amp; &lt; &nbsp; &mdash; &#8226; &#x2022;</p>',
    '<a href="#disclosure">•</a>',
    '<a href="#{{edition}}-1">•</a>',
    '<a href="{{#if true}}#a{{else}}#b{{/if}}">•</a>',
    '<img src="template:art/{{#if true}}a{{else}}b{{/if}}-2.svg" alt="•">',
    '<img src="guide:{{edition}}.svg" alt="">',
    '<img src="qr:{{qr}}" alt="{{qrAlt}}">',
    '<!-- Call 800 -->•',
    '{{!-- Call 800 --}}•',
    '<span data-label>{{#each sections}}{{number}}{{/each}}</span>',
    '{{#if (is edition "standard")}}•{{/if}}',
    '{{word "source" name="•"}}',
    '<!doctype html><title>{{plain title}}</title>',
    '<br/><br />',
    '<p{{#if true}} class="a"{{/if}}>•</p>',
    '<p class="a" {{#if true}}lang="en"{{/if}}>•</p>',
    '{{locale.missing}}',
  ])('%s', (template) => {
    const codes = faults(template).map(([code]) => code);
    expect(codes).toEqual(template === '{{locale.missing}}' ? ['TEMPLATE_KEY_UNKNOWN'] : []);
  });
});

describe('HTML that is not what it seems is refused', () => {
  it.each([
    ['a tag in two pieces', '<{{!-- --}}b>'],
    ['the start of a comment in two pieces', '<!-{{!-- --}}- a -->'],
    ['a lone <', '<p>< •</p>'],
    ['a declaration', '<!entity x>'],
    ['an instruction', '<?php ?>'],
    ['a value without quotes', '<p class=a>•</p>'],
    ['a quotation mark in a tag', '<p "a">•</p>'],
    ['spaces around =', '<p class = "a">•</p>'],
    ['a tag in a title', '<title><b></b></title>'],
    ['a comment in a title', '<title><!-- --></title>'],
    ['HTML in a title', '<title>{{say title}}</title>'],
    ['a partial in a title', '<title>{{> a}}</title>'],
    ['a partial in an attribute', '<p title="{{> a}}">•</p>'],
    ['HTML of a value in a title', '<title>{{imprint}}</title>'],
    ['HTML of a value in an attribute', '<p title="{{imprint}}">•</p>'],
    ['a text in a class', '<p class="{{plain title}}">•</p>'],
    ['a text in a picture', '<img src="guide:{{plain title}}" alt="">'],
    ['a text of a value in an id', '<p id="{{qrAlt}}">•</p>'],
    ['a loop that opens a tag', '{{#each sections}}<p {{else}}<p {{/each}}>'],
    ['a branch that ends another picture', '<img src="{{#if true}}guide:a{{else}}qr:{{qr}}{{/if}}">'],
  ])('%s', (_, template) => {
    expect(faults(template, { a: '•' }).map(([code]) => code)).toContain('TEMPLATE_SYNTAX');
  });
});

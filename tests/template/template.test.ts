import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseFragment } from 'parse5';
import { describe, expect, it } from 'vitest';
import { loadLocale } from '../../src/locale/index.ts';
import { compileTemplate } from '../../src/template/index.ts';
import { problemsOf } from '../content/folder.ts';
import { escapeInlineText } from './escape.ts';
import { compiled, facts, guide, locale, printed, root, shipped, templates } from './templates.ts';

describe('origins', () => {
  it('point each element to its line and column, also in partials and after cut white space', () => {
    const folder = templates(
      '<p>\n{{#if true}}\n  <b title=">">–</b>\n{{/if}}\n<!-- <i> -->{{> a}}<br></p>',
      { a: '\n <em\n>–</em>' },
    );
    const { origins, render } = compileTemplate('p', folder, 'dawn');
    const names = [...render(guide, locale, facts).matchAll(/<([a-z]+) data-o="(\d+)"/g)].map(
      ([, name, o]) => {
        const { file, line, column } = origins[Number(o)]!;
        const source = readFileSync(file!, 'utf8').split('\n')[line! - 1]!;
        return [name, source.slice(column! - 1).startsWith(`<${name}`)];
      },
    );
    expect(names).toEqual([
      ['p', true],
      ['b', true],
      ['em', true],
      ['br', true],
    ]);
  });
});

describe('a template prints', () => {
  it.each([
    ['{{say title}}', 'Every kind of block'],
    ['{{plain sections}}', undefined],
    ['{{#each sections}}{{number}}{{#if @last}}.{{else}},{{/if}}{{/each}}', '1,2.'],
    [
      '{{#each sections}}{{#each blocks}}{{../number}}<p id="{{kind}}">{{/each}}{{/each}}',
      '1<p id="quote">1<p id="list">1<p id="figure">2<p id="finding">2<p id="callout">',
    ],
    ['{{#unless (has this "nothing")}}–{{/unless}}', '–'],
    ['{{#if (and (is "a" "a") (not (is "a" "b")))}}•{{/if}}', '•'],
    ['{{#if (or false (has helpline "hours"))}}+{{else if true}}-{{/if}}', '-'],
    ['{{#each (distribute sections 2)}}[{{#each this}}{{number}}{{/each}}]{{/each}}', '[1][2]'],
    [
      '{{helpline "main"}}',
      '<a href="tel:{main:dial}" title="Call {main:display}"><bdi class="tel" dir="ltr">{main:display}</bdi></a>',
    ],
    ['{{word "source" name="*–*<>"}}', 'Source: *–*&lt;&gt;'],
    ['<p title="{{wordPlain "source" name="\\"…\\""}}">', '<p title="Source: &quot;…&quot;">'],
    [
      '<p class="{{locale.tag}} {{locale.direction}} {{paper.name}} {{edition}} {{product}}">',
      '<p class="en ltr letter standard poster">',
    ],
    ['{{!-- a comment --}}–<!-- another –->-->•', '–•'],
    ['–<!-- one {{!-- in --}} two {{#if true}}three{{/if}} -->•', '–•'],
  ])('%s', (template, expected) => {
    if (expected === undefined) expect(problemsOf(() => printed(template)).length).toBe(1);
    else if (template.startsWith('<p')) expect(printed(`${template}</p>`)).toBe(`${expected}</p>`);
    else expect(printed(template)).toBe(expected);
  });

  it('marks of a text as HTML', () => {
    const html = printed(
      '{{#each sections}}{{#if @first}}{{#each blocks}}{{#if (is kind "list")}}{{#each items}}{{say text}}|{{/each}}{{/if}}{{/each}}{{/if}}{{/each}}',
    );
    expect(html).toBe(
      'Call <a href="tel:{main:dial}" title="Call {main:display}"><bdi class="tel" dir="ltr">{main:display}</bdi></a> or <a href="tel:911" title="Call 911"><bdi dir="ltr">911</bdi></a>.|Say <em>hola</em>, as in <bdi lang="es" dir="ltr">hola</bdi>.|',
    );
  });

  it('any text so that HTML gives it back', () => {
    const { render } = compiled('<p title="{{plain title}}">{{say title}}</p>');
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'<>&"\'`*_[]()!\\;a #{}-=/x') }), (text) => {
        const texts = new Map([
          ...guide.texts,
          ['title', { ...guide.texts.get('title')!, text: `a${escapeInlineText(text)}b` }],
        ]);
        const changed = { ...guide, texts };
        const html = render(changed, loadLocale('en', changed, join(root, 'locales')), facts);
        const [p] = parseFragment(html).childNodes as unknown as {
          attrs: { name: string; value: string }[];
          childNodes: { value?: string }[];
        }[];
        expect(p!.childNodes.map((node) => node.value ?? '').join('')).toBe(`a${text}b`);
        expect(p!.attrs.find(({ name }) => name === 'title')!.value).toBe(`a${text}b`);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a template is refused with code and line', () => {
  it.each([
    ['raw output', '\n{{{title}}}', 'TEMPLATE_SYNTAX', undefined],
    ['raw output by &', '\n{{&title}}', 'TEMPLATE_SYNTAX', undefined],
    ['an unknown helper', '\n{{sya title}}', 'TEMPLATE_HELPER_UNKNOWN', 'Did you mean "say"?'],
    ['an unknown block', '\n{{#eech sections}}{{/eech}}', 'TEMPLATE_HELPER_UNKNOWN', 'Did you mean "each"?'],
    ['lookup', '\n{{lookup this "title"}}', 'TEMPLATE_HELPER_UNKNOWN', undefined],
    ['log', '\n{{log "x"}}', 'TEMPLATE_HELPER_UNKNOWN', undefined],
    ['with', '\n{{#with title}}{{/with}}', 'TEMPLATE_HELPER_UNKNOWN', undefined],
    ['an unknown partial', '\n{{> blok}}', 'TEMPLATE_HELPER_UNKNOWN', 'Did you mean "block"?'],
    ['a partial of its own', '\n{{#*inline "x"}}{{/inline}}', 'TEMPLATE_SYNTAX', undefined],
    ['block parameters', '\n{{#each sections as |s|}}{{/each}}', 'TEMPLATE_SYNTAX', undefined],
    ['too many arguments', '\n{{say title title}}', 'TEMPLATE_SYNTAX', undefined],
    ['too few arguments', '\n{{#if (is 1)}}{{/if}}', 'TEMPLATE_SYNTAX', undefined],
    ['arguments nobody named', '\n{{say title x=1}}', 'TEMPLATE_SYNTAX', undefined],
    ['a way into objects', '\n{{title.__proto__}}', 'TEMPLATE_SYNTAX', undefined],
    ['another way into objects', '\n{{#if (is title.constructor 1)}}{{/if}}', 'TEMPLATE_SYNTAX', undefined],
    ['the root', '\n{{@root.title}}', 'TEMPLATE_KEY_UNKNOWN', undefined],
    ['a value without quotes', '\n<p class={{edition}}>', 'TEMPLATE_SYNTAX', undefined],
    ['HTML in an attribute', '\n<p title="{{say title}}"></p>', 'TEMPLATE_SYNTAX', undefined],
    ['a value in a comment', '\n<!-- {{edition}} -->', 'TEMPLATE_SYNTAX', undefined],
    ['a branch that leaves a tag open', '\n{{#if true}}<p {{else}}<p>{{/if}}', 'TEMPLATE_SYNTAX', undefined],
    ['a block that is not closed', '\n{{#if x}}', 'TEMPLATE_SYNTAX', undefined],
    ['a missing name', '\n{{edtion}}', 'TEMPLATE_KEY_UNKNOWN', 'Did you mean "edition"?'],
    ['a missing name in if', '\n{{#if kickr}}{{/if}}', 'TEMPLATE_KEY_UNKNOWN', 'Did you mean "kicker"?'],
    [
      'a missing name in each',
      '\n{{#each section}}{{/each}}',
      'TEMPLATE_KEY_UNKNOWN',
      'Did you mean "sections"?',
    ],
    ['a missing name in a call', '\n{{say titel}}', 'TEMPLATE_KEY_UNKNOWN', 'Did you mean "title"?'],
    [
      'a missing name in a call in a call',
      '\n{{#if (is editon "x")}}{{/if}}',
      'TEMPLATE_KEY_UNKNOWN',
      'Did you mean "edition"?',
    ],
    ['a missing name far down', '\n{{say opening.headng.x.y}}', 'TEMPLATE_KEY_UNKNOWN', undefined],
    [
      'a missing name in a value',
      '\n{{word "source" name=titel}}',
      'TEMPLATE_KEY_UNKNOWN',
      'Did you mean "title"?',
    ],
    ['a text printed as it is', '\n{{title}}', 'TEMPLATE_KEY_UNKNOWN', undefined],
    ['a list printed as it is', '\n{{sections}}', 'TEMPLATE_KEY_UNKNOWN', undefined],
    ['each of what is no list', '\n{{#each title}}{{/each}}', 'TEMPLATE_KEY_UNKNOWN', undefined],
    ['a helpline that is not there', '\n{{helpline "mian"}}', 'TEMPLATE_KEY_UNKNOWN', 'Did you mean "main"?'],
    ['a word that is not there', '\n{{word "whoo"}}', 'TRANSLATION_MISSING', 'Did you mean "who"?'],
  ])('%s', (_, template, code, hint) => {
    const problems = problemsOf(() => printed(template, { block: '' }));
    expect(problems.map((p) => p.code)).toContain(code);
    const found = problems.find((p) => p.code === code)!;
    if (code !== 'TRANSLATION_MISSING') {
      expect(found.place.file).toMatch(/template\.hbs$/);
      expect(found.place.line).toBe(2);
    }
    if (hint !== undefined) expect(found.hint).toBe(hint);
  });

  it.each([
    ['{{title}}', 'This is a text of the guide.', 'Write {{say …}}, or {{plain …}} in an attribute.'],
    ['{{sections}}', 'This is not a value that can be printed.', 'Print one of its parts.'],
    ['{{locale}}', 'This is not a value that can be printed.', 'Print one of its parts.'],
    ['{{paper.width}}', '612 is a measure, and no numeral.', 'Print the numbers of sections.'],
    ['<p id="{{qrAlt}}">–</p>', 'A text stands where a name is wanted.', 'Use id, kind and so on.'],
  ])('a value that is not printed as it is: %s', (template, message, hint) => {
    expect(problemsOf(() => printed(template))).toMatchObject([{ message, hint }]);
  });

  it.each([
    ['\n\n {{#if true}}{{/each}}', "if doesn't match each", 3, 5],
    ['\n<p>{{title/../x}}</p>', 'Invalid path: title/..', 2, 6],
    ['\n\n{{#if true}}', '{{#if}} is not closed', 3, 1],
    ['\n{{title', '{{title is not closed', 2, 1],
    ['{{say title}}\n<p>{{say title}</p>\n{{say title}}', '{{say title} is not closed', 2, 4],
    ['{{!-- {{x} --}}{{#if a}\n–{{/if}}', '{{#if a} is not closed', 1, 16],
    ['<p>{{{title}}</p>', '{{{title}} opens with 3 braces and closes with 2', 1, 4],
    ['\\{{{title}} {{title}}}', '{{title}}} opens with 2 braces and closes with 3', 1, 13],
    ['{{say "a}" }}{{say \'b}}', "{{say ' has a quote that is not closed", 1, 14],
    ['{{~ ~}}', '{{~ ~}} names nothing', 1, 1],
    ['{{> }}', '{{> }} names nothing', 1, 1],
    ['{{#if a}}{{b c=}}{{/if}}', '{{b c=}} is not written as Handlebars reads it', 1, 10],
    ['{{#each a as |b}}{{/each}}', '{{#each a as |b}} is not written as Handlebars reads it', 1, 1],
    ['{{#if a}}–{{else if }}–{{/if}} {{b (c}}', '{{b (c}} is not written as Handlebars reads it', 1, 32],
    ['–\n{{else}}', 'what stands here is not written as Handlebars reads it', 2, undefined],
    ['<p>a</p>\n {{#if (has this "x")}}\n<p>{{say title}}</p>\n', '{{#if}} is not closed', 2, 2],
    ['{{#if a}}{{#each b}}{{!-- {{/each}} --}}\n{{/if}}', "each doesn't match if", 1, 13],
    ['{{#each sections}}\n{{/each}}\n<p>{{/if}}</p>', '{{/if}} closes no block', 3, 4],
  ])('what does not parse, where it stands: %j', (template, message, line, column) => {
    const [found, ...more] = problemsOf(() => printed(template));
    expect(more).toEqual([]);
    expect(found!.message).toMatch(/^The template does not parse: .*\.$/);
    expect(found!.message).toContain(`${message}.`);
    expect(found!.place).toMatchObject({ line, source: template.split('\n')[line - 1] });
    expect(found!.place.column).toBe(column);
  });

  it('a part of what is not there, at its place', () => {
    expect(problemsOf(() => printed('\n<p id="far">{{say opening.headng.far}}</p>'))).toMatchObject([
      { code: 'TEMPLATE_KEY_UNKNOWN', place: { line: 2, column: 34 } },
    ]);
  });

  it.each(['<p class=a>•</p>', '<p class=>•</p>', '<p class=>{{#if true}}•{{/if}}</p>'])(
    'a value without quotes, once, and the tag ends where it does: %s',
    (template) => {
      expect(problemsOf(() => printed(template))).toMatchObject([
        { code: 'TEMPLATE_SYNTAX', message: 'A value stands without quotes.', place: { column: 10 } },
      ]);
    },
  );

  it('a partial that calls itself', () => {
    const found = problemsOf(() => printed('{{> a}}', { a: '–{{> b}}', b: '{{> a}}' }));
    expect(found.map(({ message, place }) => [message, place.line])).toEqual([
      ['The partial "a" calls itself.', 1],
      ['The partial "b" calls itself.', 1],
    ]);
  });

  it('of a partial that a page is made of, and of no other', () => {
    const wrong = { a: '{{> b}}', b: '{{#if}}', c: '–' };
    expect(problemsOf(() => printed('{{> c}}', wrong))).toEqual([]);
    for (const template of ['{{> a}}', '{{#if title}}{{> c}}{{else}}{{> b}}{{/if}}'])
      expect(problemsOf(() => printed(template, wrong)).length).toBeGreaterThan(0);
  });

  it('that makes more than any product needs', () => {
    const problems = problemsOf(() => printed('{{> a}}'.repeat(13), { a: '–'.repeat(160_000) }));
    expect(problems.map(({ code, hint }) => [code, hint])).toEqual([
      ['TEMPLATE_SYNTAX', 'A page has at most 2000000 characters.'],
    ]);
  });

  it('a theme that is not there, or is somewhere else', () => {
    for (const theme of ['dwan', '../../etc/passwd', '__proto__'])
      expect(problemsOf(() => compileTemplate('poster', shipped, theme)).map(({ code }) => code)).toEqual([
        'TEMPLATE_NOT_FOUND',
      ]);
  });

  it('all its problems at once', () => {
    expect(
      problemsOf(() => printed('{{{title}}}\n{{sya title}}\n{{> x}}\n<p title="{{say title}}">–a</p>')),
    ).toHaveLength(5);
  });
});

describe('sections are distributed', () => {
  it('all, in order, into as many groups as asked', () => {
    for (const count of [1, 2, 3, 5])
      expect(
        printed(
          `{{#each (distribute sections ${count})}}{{#each this}}{{number}} {{/each}}|{{/each}}`,
        ).replaceAll('|', ''),
      ).toBe('1 2 ');
  });
});

describe('the number of a page', () => {
  it('is left for layout to put in: of this page, of the last, of the one where something begins', () => {
    expect(printed('<p>{{page}} / {{pages}}</p>')).toBe('<p>{page:this} / {page:last}</p>');
    expect(printed('{{#each sections}}<p>{{pageOf "part-" id}}</p>{{/each}}')).toContain('page:#part-');
  });

  it('stands in no attribute', () => {
    expect(() => printed('<p title="{{page}}">{{say title}}</p>')).toThrow();
  });
});

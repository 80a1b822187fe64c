import { describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { closedPartials } from '../../src/template/closed.ts';
import { compileTemplate, type Divided, type PageFacts, type Template } from '../../src/template/index.ts';
import { parseTemplate } from '../../src/template/parse.ts';
import { compiled, facts, root, shipped } from './templates.ts';

const closedOf = (partials: Readonly<Record<string, string>>) => [
  ...closedPartials(
    Object.entries(partials).map(([name, text]) => parseTemplate(name, text)),
    Object.keys(partials),
  ),
];

describe('a partial', () => {
  it('is closed where it asks for nothing around what it stands in', () => {
    expect(
      closedOf({
        own: '{{#if (has this "id")}}{{say line}}{{/if}}',
        above: '{{#each blocks}}{{say ../line}}{{/each}}',
        asks: '{{#if (has .. "few")}}<p></p>{{/if}}',
        first: '{{#if @first}}<p></p>{{/if}}',
        ofEach: '{{#each blocks}}{{#if (and this @last)}}<p></p>{{/if}}{{/each}}',
        otherwise: '{{#each blocks}}<p></p>{{else}}{{#if @first}}<p></p>{{/if}}{{/each}}',
        root: '{{#each blocks}}{{say @root.title}}{{/each}}',
        groups: '{{#each (distribute sections 3)}}<p></p>{{/each}}',
        named: '{{word "source" name=../name}}',
      }),
    ).toEqual(['own', 'ofEach']);
  });

  it('is closed where those that it calls are, or go through a list', () => {
    expect(
      closedOf({
        block: '{{#if @first}}<p></p>{{/if}}',
        thing: '{{#each blocks}}{{> block}}{{/each}}',
        outer: '{{#if (has this "id")}}{{> thing}}{{/if}}',
        one: '{{> block}}',
        above: '{{say ../title}}',
        more: '{{#each blocks}}{{> above}}{{/each}}',
        nobody: '{{> missing}}',
      }),
    ).toEqual(['thing', 'outer']);
  });
});

/** All that a rendering gives. */
function given(template: Template, ...[guide, locale, asked]: Parameters<Template['render']>) {
  const said = new Set<string>();
  const divided: Divided[] = [];
  const html = template.render(guide, locale, asked, said, divided);
  return { html, said: [...said].sort(), divided };
}

describe('what a template printed before', () => {
  const guide = loadGuide(`${root}/guides/heroin-detox`);
  const other = withHelpline(guide, 'main', { display: '888-555-0100', dial: '+18885550100' });
  const changes: readonly Partial<PageFacts>[] = [
    { small: new Set(['together']) },
    { near: true },
    { division: 2, heights: new Map([['cold-turkey', 400]]) },
    { tight: true },
    { full: true },
    { links: 'addresses' },
    { contents: true, notes: 2 },
    { turns: new Map([['closing', 1]]) },
  ];

  it.each(['pamphlet-trifold', 'booklet', 'handout'])('changes nothing in %s', (product) => {
    for (const tag of ['en', 'ar']) {
      const shared = compileTemplate(product, shipped, 'dawn');
      const locale = loadLocale(tag, guide, `${root}/locales`);
      const words = loadLocale(tag, other, `${root}/locales`);
      const usual: PageFacts = { ...facts, product, form: product === 'booklet' ? 'long' : 'short' };
      for (const change of changes)
        for (const each of [usual, { ...usual, ...change }, usual])
          for (const [own, said] of [
            [guide, locale],
            [other, words],
          ] as const)
            expect(given(shared, own, said, each)).toEqual(
              given(compileTemplate(product, shipped, 'dawn'), own, said, each),
            );
    }
  });

  it('counts as work where it stands again', () => {
    const many = (text: string) => text.repeat(12);
    const template = compiled(
      `<!doctype html><html><body>{{#each sections}}${many('{{> a}}')}{{/each}}</body></html>`,
      { a: many('{{> b}}'), b: many('{{> c}}'), c: `<p>${many('{{say line}}')}</p>` },
    );
    const locale = loadLocale('en', guide, `${root}/locales`);
    const told = () => template.render(guide, locale, facts);
    expect(told).toThrow(
      expect.objectContaining({ problems: [expect.objectContaining({ code: 'TEMPLATE_SYNTAX' })] }),
    );
    expect(told).toThrow(/calls more than 100000/);
  });
});

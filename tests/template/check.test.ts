import { describe, expect, it } from 'vitest';
import { helpers } from '../../src/template/helpers.ts';
import { problemsOf } from '../content/folder.ts';
import { printed } from './templates.ts';

const found = (template: string, partials?: Readonly<Record<string, string>>) =>
  problemsOf(() => printed(template, partials)).map(({ code, message, place, hint }) => ({
    code,
    message,
    line: place.line,
    hint,
  }));

describe('helpers', () => {
  /** A call of a helper with as many arguments as are asked for. */
  const call = (name: string, count: number, named = '') => {
    const { gives } = helpers[name]!;
    const given = `${name}${' true'.repeat(count)}${named}`;
    if (gives === 'block') return `{{#${given}}}{{/${name}}}`;
    return gives === 'condition' || gives === 'list' ? `{{#if (${given})}}{{/if}}` : `{{${given}}}`;
  };
  const wrong = (template: string) =>
    found(template).filter(({ message }) => /takes (?:no|\d)/.test(message)).length;

  it.each(Object.entries(helpers))('%s takes as many arguments as its row says', (name, { least, most }) => {
    for (const count of [least, most]) expect(wrong(call(name, count)), `${count}`).toBe(0);
    // Without arguments a name is a value.
    for (const count of [least - 1, most + 1].filter((n) => n > 0))
      expect(wrong(call(name, count)), `${count}`).toBe(1);
  });

  it.each(Object.entries(helpers))(
    '%s takes named arguments if its row says so',
    (name, { least, named }) => {
      expect(wrong(call(name, least, ' x="–"'))).toBe(named === true ? 0 : 1);
    },
  );

  it.each(Object.entries(helpers))('%s stands where what it gives may stand', (name, { gives, least }) => {
    const given = `${name}${' true'.repeat(Math.max(1, least))}`;
    const misplaced = (template: string) =>
      found(template).filter(
        ({ code, message }) => code === 'TEMPLATE_HELPER_UNKNOWN' || message.includes('does not stand here'),
      ).length;
    expect(misplaced(`{{${given}}}`)).toBe(gives === 'html' || gives === 'plain' ? 0 : 1);
    expect(misplaced(`{{#${given}}}{{/${name}}}`)).toBe(gives === 'block' ? 0 : 1);
    expect(misplaced(`{{#if (${given})}}{{/if}}`)).toBe(gives === 'block' ? 1 : 0);
  });
});

describe('a template is refused', () => {
  it.each([
    '__proto__',
    'constructor',
    'prototype',
    '__defineGetter__',
    '__lookupGetter__',
    '__defineSetter__',
    '__lookupSetter__',
  ])('that goes by %s', (part) => {
    for (const path of [part, `title.${part}`, `${part}.x`, `../${part}`])
      for (const template of [
        `\n{{${path}}}`,
        `\n{{say ${path}}}`,
        `\n{{#if ${path}}}{{/if}}`,
        `\n{{#if (not ${path})}}{{/if}}`,
        `\n{{word "source" name=${path}}}`,
        `\n{{#if true}}{{else}}{{say ${path}}}{{/if}}`,
      ])
        expect(found(template), template).toEqual([
          {
            code: 'TEMPLATE_SYNTAX',
            message: `"${part}" is refused in a path.`,
            line: 2,
            hint: 'Templates see the guide, not the program.',
          },
        ]);
  });

  it.each([
    ['raw output', '{{{title}}}', 'Raw output is refused.'],
    ['an unknown helper', '{{sya title}}', 'There is no helper "sya".'],
    ['an unknown partial', '{{> nothing}}', 'There is no partial "nothing".'],
    ['an unknown block', '{{#eahc sections}}{{/eahc}}', '{{#eahc}} is not a block helper.'],
    ['an argument of a partial', '{{> a title}}', 'Partials take no arguments.'],
    ['a named argument of a partial', '{{> a x=title}}', 'Partials take no arguments.'],
    ['a partial that is named by a value', '{{> (say title)}}', 'There is no partial "".'],
    ['block parameters', '{{#each sections as |s|}}{{/each}}', 'Block parameters are refused.'],
    [
      'an unknown helper in a named argument',
      '{{word "source" name=(sya title)}}',
      'There is no helper "sya".',
    ],
    ['an unknown helper in an argument', '{{#if (not (sya title))}}{{/if}}', 'There is no helper "sya".'],
    ['a literal that is called', '{{"say" title}}', 'A helper is called by something other than its name.'],
    ['the root', '{{#if @root}}{{/if}}', '"@root" is not there.'],
    ['a partial block', '{{#> a}}{{/a}}', 'PartialBlock is refused.'],
    ['a decorator', '{{* a}}', 'Decorator is refused.'],
  ])('for %s, in each branch', (_, form, message) => {
    for (const template of [
      `\n${form}`,
      `\n{{#if true}}${form}{{/if}}`,
      `{{#if true}}{{else}}\n${form}{{/if}}`,
      `{{#if true}}{{else if true}}{{else}}\n${form}{{/if}}`,
      `{{#each sections}}\n${form}{{/each}}`,
    ])
      expect(
        found(template, { a: '' }).map((p) => [p.message, p.line]),
        template,
      ).toContainEqual([message, 2]);
  });

  it.each([
    ['{{#if true}}{{else}}{{/if}}{{#if false}}{{else}}\n{{say titel}}{{/if}}', 'Did you mean "title"?'],
    ['{{#each sections}}{{#if false}}{{else}}\n{{say lien}}{{/if}}{{/each}}', 'Did you mean "line"?'],
    [
      '{{#each sections}}\n{{say ../lien}}{{/each}}',
      'Ask for what may be absent: {{#if (has this "caption")}}.',
    ],
    ['{{#if true}}\n{{word "source" name=(plain titel)}}{{/if}}', 'Did you mean "title"?'],
    [
      '{{#each sections}}\n{{#if (is @key "a")}}{{/if}}{{/each}}',
      'Ask for what may be absent: {{#if (has this "caption")}}.',
    ],
  ])('for a name that is missing: %s', (template, hint) => {
    expect(found(template)).toMatchObject([{ code: 'TEMPLATE_KEY_UNKNOWN', line: 2, hint }]);
  });

  it('not for what a template may read', () => {
    expect(
      printed(
        '{{#each sections}}<p class="{{@index}}{{#if @first}}a{{/if}}{{#if @last}}z{{/if}}">–</p>{{/each}}',
      ),
    ).toBe('<p class="0a">–</p><p class="1z">–</p>');
  });

  it.each([0, 21, 1.5, -1])('for a list in %d groups', (count) => {
    expect(found(`\n{{#each (distribute sections ${count})}}{{/each}}`)).toMatchObject([
      { code: 'TEMPLATE_SYNTAX', line: 2 },
    ]);
  });

  it('for groups of what is no list', () => {
    expect(found('\n{{#each (distribute title 2)}}{{/each}}')).toMatchObject([{ code: 'TEMPLATE_SYNTAX' }]);
  });
});

it('a list goes in up to 20 groups', () => {
  for (const count of [1, 19, 20])
    expect(printed(`{{#each (distribute sections ${count})}}•{{/each}}`)).toBe('•'.repeat(count));
});

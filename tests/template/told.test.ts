import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PressError } from '../../src/diagnostics/index.ts';
import { loadLocale } from '../../src/locale/index.ts';
import { helpers } from '../../src/template/helpers.ts';
import { refusePrivateUse } from '../../src/template/html.ts';
import { compileTemplate } from '../../src/template/index.ts';
import { print } from '../../src/template/print.ts';
import { problemsOf } from '../content/folder.ts';
import { compiled, facts, guide, locale, printed, root, templates } from './templates.ts';

const found = (template: string) =>
  problemsOf(() => printed(template)).map(({ code, message, hint }) => [code, message, hint]);

describe('the helpers that docs/templates.md lists', () => {
  it('take so many arguments, at least and at most', () => {
    const rows = Object.entries(helpers).map(([name, { least, most }]) => [name, [least, most]]);
    expect(Object.fromEntries(rows)).toEqual({
      say: [1, 1],
      plain: [1, 1],
      word: [1, 1],
      wordPlain: [1, 1],
      helpline: [0, 1],
      page: [0, 0],
      pages: [0, 0],
      pageOf: [1, 2],
      is: [2, 2],
      has: [2, 2],
      not: [1, 1],
      and: [1, 20],
      or: [1, 20],
      distribute: [2, 2],
      if: [1, 1],
      unless: [1, 1],
      each: [1, 1],
    });
  });

  it.each([
    ['{{say title title}}', '"say" takes 1 argument, and got 2.'],
    ['{{#if (is "a")}}{{/if}}', '"is" takes 2 arguments, and got 1.'],
    ['{{helpline "main" "main"}}', '"helpline" takes 0 to 1 argument, and got 2.'],
    ['{{pageOf "a" "b" "c"}}', '"pageOf" takes 1 to 2 arguments, and got 3.'],
  ])('say how many they take: %s', (template, message) => {
    expect(found(template)).toEqual([['TEMPLATE_SYNTAX', message, 'docs/templates.md lists the helpers.']]);
  });

  it.each([
    ['and', 'true true', true],
    ['and', 'true false', false],
    ['and', 'false true', false],
    ['or', 'true false', true],
    ['or', 'false true', true],
    ['or', 'false false', false],
  ])('(%s %s) is %s', (name, values, holds) => {
    expect(printed(`{{#if (${name} ${values})}}•{{else}}–{{/if}}`)).toBe(holds ? '•' : '–');
  });

  it('divide a list the best way, where nothing else is asked', () => {
    const blocks =
      '{{#each sections}}{{#if @first}}{{#each (distribute blocks 2)}}[{{#each this}}<p id="{{kind}}">•</p>{{/each}}]{{/each}}{{/if}}{{/each}}';
    const groups = printed(blocks)
      .split('][')
      .map((group) => [...group.matchAll(/id="(\w+)"/g)].length);
    expect(groups).toEqual([2, 1]);
  });
});

describe('what is wrong is said with what to do', () => {
  it.each([
    [
      '<style>.a { color: red }</style>',
      'HTML_ELEMENT_UNKNOWN',
      '<style> is not in the vocabulary.',
      'Write it into style.css beside the template.',
    ],
    [
      '<SCRIPT>call(911)</SCRIPT>',
      'HTML_ELEMENT_UNKNOWN',
      '<script> is not in the vocabulary.',
      'Take it out: nothing runs in a template. {{#if}}, {{#each}} and {{#unless}} choose and repeat.',
    ],
    [
      '<p style="color: red">•</p>',
      'HTML_ATTRIBUTE_UNKNOWN',
      'No element takes an attribute "style".',
      'Give the element a class, and write its style into style.css beside the template.',
    ],
    [
      '<p onclick="call(911)">•</p>',
      'HTML_ATTRIBUTE_UNKNOWN',
      'No element takes an attribute "onclick".',
      'Take it out: nothing runs in a template.',
    ],
    [
      '{{"title"}}',
      'TEMPLATE_TEXT',
      "A literal is printed: it would be a text of the template's own.",
      'Print a text of the guide or a word of the product.',
    ],
    [
      '{{word "source" name="Call us"}}',
      'TEMPLATE_TEXT',
      '"Call us" is a text of the template\'s own.',
      'Put in a text of the guide, or write the whole sentence as a word of the product.',
    ],
    [
      '{{word "source" name=800}}',
      'TEMPLATE_TEXT',
      '"800" is a text of the template\'s own.',
      'Put in a text of the guide, or write the whole sentence as a word of the product.',
    ],
    [
      '{{word "source" name=sections}}',
      'TEMPLATE_KEY_UNKNOWN',
      'The value "name" cannot be printed.',
      'Values are texts of the guide, strings and numbers.',
    ],
    [
      '{{#if (is imprint "a")}}{{/if}}',
      'TEMPLATE_SYNTAX',
      'A condition looks at a value that prints and does not compare: no page may be one for one number and another for the next.',
      'Compare names and facts: kind, edition, paper.name, locale.tag; ask (has this "…") for what may be absent.',
    ],
    [
      '{{#each sections}}{{#if @first}}{{say ../nothing}}{{/if}}{{/each}}',
      'TEMPLATE_KEY_UNKNOWN',
      '"../nothing" does not exist here.',
      'Ask for what may be absent: {{#if (has this "caption")}}.',
    ],
  ])('%s', (template, code, message, hint) => {
    expect(found(template)).toEqual([[code, message, hint]]);
  });

  it.each([
    ['<a href="https://example.org">•</a>', "A link's address is of the template's own."],
    ['<a href="example">•</a>', "A link's address is of the template's own."],
    ['{{#each sources}}<a href="{{address}}#a">•</a>{{/each}}', "A link's address is of the template's own."],
  ])('%s', (template, message) => {
    expect(found(template).map(([, said]) => said)).toContain(message);
  });

  it('quotes 40 characters of a text that is too long, from its beginning', () => {
    const [fault] = found(`<p>${'ab '.repeat(20)}</p>`);
    expect(fault![1]).toBe(
      `"${'ab '.repeat(13)}a…" is text of the template's own: it would stand in every language.`,
    );
    expect(found(`<p>${'b'.repeat(40)}</p>`)[0]![1]).toContain(`"${'b'.repeat(40)}`);
    const named = (value: string) => problemsOf(() => print(value, 'text'))[0]!.message;
    expect(named(`a${'b'.repeat(50)}`)).toBe(
      `"a${'b'.repeat(39)}" is a name that the program uses, and no text in any language.`,
    );
  });

  it('names a character for private use, by its number', () => {
    const refused = (text: string) => problemsOf(() => refusePrivateUse(text));
    expect(refused(`a${'b'.repeat(50)}\ue0ab`)).toMatchObject([
      {
        code: 'INLINE_INVALID',
        message: `"a${'b'.repeat(39)}" holds U+E0AB, a character for private use.`,
      },
    ]);
    expect(refused('\uf8ff')[0]!.message).toBe('"\ufffd" holds U+F8FF, a character for private use.');
    expect(refused('\ud7ff\uf900')).toEqual([]);
  });

  it('counts a name of 41 characters as a tag, and no longer one', () => {
    const tags = (length: number) => printedOrCodes(`<a${'b'.repeat(length - 1)}>•`);
    expect(tags(41)).toEqual(tags(40));
  });
});

/** The codes of a template that is refused, or nothing. */
function printedOrCodes(template: string): string[] {
  try {
    printed(template);
    return [];
  } catch (error) {
    if (error instanceof PressError) return error.problems.map(({ code }) => code);
    throw error;
  }
}

describe('a product that is like another', () => {
  it('takes the template that is its own, where it has one', () => {
    const folder = templates('<p>•</p>');
    mkdirSync(join(folder, 'own'));
    writeFileSync(join(folder, 'own/style.css'), '');
    const file = () => compileTemplate('own', folder, 'dawn', undefined, ['p']).file;
    writeFileSync(join(folder, 'base.css'), '');
    expect(file()).toBe(join(folder, 'p/template.hbs'));
    writeFileSync(join(folder, 'own/template.hbs'), '<p>–</p>');
    expect(file()).toBe(join(folder, 'own/template.hbs'));
    expect(readFileSync(file(), 'utf8')).toBe('<p>–</p>');
  });
});

describe('a number of the guide that is no helpline’s', () => {
  it('says what its link does, whichever of several it is', () => {
    const other = { display: '741741', dial: '741741' };
    const list = [...guide.texts].find(([, { text }]) => text.includes('[911](tel:911)'))![0];
    const changed = {
      ...guide,
      data: { ...guide.data, numbers: { ...guide.data.numbers, text: other } },
      texts: new Map([
        ...guide.texts,
        [
          list,
          {
            ...guide.texts.get(list)!,
            text: '[911](tel:911) [741741](tel:741741) [here](https://example.org)',
          },
        ],
      ]),
    } as typeof guide;
    const { render } = compiled(
      '{{#each sections}}{{#each blocks}}{{#if (is kind "list")}}{{#each items}}{{say text}}{{/each}}{{/if}}{{/each}}{{/each}}',
    );
    const html = render(changed, loadLocale('en', changed, join(root, 'locales')), facts);
    expect([...html.matchAll(/title="([^"]*)"/g)].map(([, title]) => title)).toEqual(
      expect.arrayContaining(['Call 911', 'Call 741741']),
    );
    expect(html.match(/title=/g)).toHaveLength(2);
  });
});

describe('what a page is told', () => {
  const rendered = (template: string, more: object) =>
    compiled(template).render(guide, locale, { ...facts, ...more });

  it.each([
    ['contents', true],
    ['contents', false],
  ])('%s is %s', (name, value) => {
    const html = rendered(`{{#if ${name}}}•{{else}}–{{/if}}`, { [name]: value });
    expect(html.replace(/ data-o="\d+"|<!--.*?-->/g, '')).toBe(value ? '•' : '–');
  });

  it('leaves contents out where nothing is said of them', () => {
    expect(rendered('{{#if contents}}•{{else}}–{{/if}}', {})).toContain('–');
  });
});

describe('a table, as a template sees it', () => {
  const cell = (id: string, more: object = {}) => ({ id, text: id, ...more });
  const table = (head: 'row' | 'column' | 'both') => ({
    ...{ id: 'help', kind: 'table', caption: 'c', head },
    rows: [
      { id: 'r0', cells: [cell('a'), cell('b', { columns: 2 })] },
      { id: 'r1', cells: [cell('d', { rows: 2 }), cell('e'), cell('f')] },
      { id: 'r2', cells: [cell('g'), { id: 'h' }] },
    ],
  });
  const seen = (head: 'row' | 'column' | 'both') => {
    const [one] = guide.data.sections;
    const block = table(head);
    const text = guide.texts.get('title')!;
    const keys: [string, string][] = block.rows.flatMap((row) =>
      row.cells.map((each): [string, string] => [`sections.one.help.${row.id}.${each.id}`, each.id]),
    );
    const changed = {
      ...guide,
      data: { ...guide.data, sections: [{ ...one, blocks: [block] }] },
      texts: new Map([
        ...guide.texts,
        ...[...keys, ['sections.one.help.caption', 'c'] as const].map(
          ([key, said]) => [key, { ...text, text: said }] as const,
        ),
      ]),
    } as unknown as typeof guide;
    const rows = (name: string) =>
      `{{#each ${name}}}|{{#each cells}}{{#if isHead}}*{{/if}}{{#if (has this "text")}}{{say text}}{{/if}}<p class="x" colspan="{{columns}}" rowspan="{{rows}}">{{/each}}{{/each}}`;
    const { render } = compiled(
      `{{#each sections}}{{#each blocks}}${rows('headRows')}•${rows('rows')}{{/each}}{{/each}}`,
    );
    return render(changed, loadLocale('en', changed, join(root, 'locales')), facts)
      .replace(/ data-o="\d+"|<!--.*?-->/g, '')
      .replace(/<p class="x" colspan="(\d)" rowspan="(\d)">/g, (_, columns, rows) => `${columns}${rows} `);
  };

  it('has its head row by itself, where it has one, and the heads of its rows marked', () => {
    expect(seen('row')).toBe('|*a11 *b21 •|d12 e11 f11 |g11 11 ');
    expect(seen('column')).toBe('•|*a11 b21 |*d12 e11 f11 |g11 11 ');
    expect(seen('both')).toBe('|*a11 *b21 •|*d12 e11 f11 |g11 11 ');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inlineNodes, parseInline, plainText } from '../../src/content/index.ts';
import { problemsOf } from './folder.ts';

const guide = { data: { helplines: { main: { display: '800-315-1376' } } } };

describe('the marks of a text', () => {
  it('are strong, emphasis, links, phrases in another language and helplines', () => {
    expect(
      parseInline('**a** *b* [c](https://d.example) [e](lang:es) <helpline:main> [911](tel:911)'),
    ).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: 'a' }] },
      { kind: 'text', text: ' ' },
      { kind: 'emphasis', children: [{ kind: 'text', text: 'b' }] },
      { kind: 'text', text: ' ' },
      { kind: 'link', href: 'https://d.example', children: [{ kind: 'text', text: 'c' }] },
      { kind: 'text', text: ' ' },
      { kind: 'language', tag: 'es', children: [{ kind: 'text', text: 'e' }] },
      { kind: 'text', text: ' ' },
      { kind: 'helpline', name: 'main' },
      { kind: 'text', text: ' ' },
      { kind: 'link', href: 'tel:911', children: [{ kind: 'text', text: '911' }] },
    ]);
  });

  it('are gone in plain text, with helplines as numbers', () => {
    expect(plainText(parseInline('**Call** <helpline:main>, \\*now\\*'), guide)).toBe(
      'Call 800-315-1376, *now*',
    );
  });

  it.each([
    '`code`',
    '![a](b.png)',
    '<b>bold</b>',
    '<!-- x -->',
    '<https://a.example>',
    '[x](http://a.example)',
    '[x](javascript:alert(1))',
    '[x](data:text/html,y)',
    '[x](figures/door.svg)',
    '[x](tel:911;ext=1)',
    'a\u0000b',
    'a\u202eb',
    'a\u2066b',
    'a\ud800b',
  ])('are no others: %j', (text) => {
    const problems = problemsOf(() => parseInline(text));
    expect(problems.length).toBeGreaterThan(0);
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['INLINE_INVALID']));
  });

  it.each([
    ['Qui répond\\u00a0?', '\\u00a0'],
    ['One line\\nand the next', '\\n'],
    ['Caf\\xe9', '\\xe9'],
    ['Smile \\u{1f600}', '\\u{1f600}'],
    ['A tab\\tthere', '\\t'],
  ])('are no escapes, which YAML knows within double quotes alone: %j', (text, told) => {
    expect(problemsOf(() => parseInline(text)).map(({ code, message }) => [code, message])).toEqual([
      ['INLINE_INVALID', `"${told}" would be printed as it is typed.`],
    ]);
  });

  it('print a backslash that is escaped', () => {
    expect(parseInline('a\\\\u00a0')).toEqual([{ kind: 'text', text: 'a\\u00a0' }]);
  });

  it('are named where they are told', () => {
    const told = (text: string) => problemsOf(() => parseInline(text)).map(({ message }) => message);
    expect(told('Take `two`.')).toEqual(['"two" is a mark that texts do not take.']);
    expect(told('~~Take~~ two.')).toEqual([expect.stringContaining('~~')]);
  });

  it.each([
    // Japanese, Chinese, Korean, Thai, Khmer: what stands within or beside a mark is a sign, and no space follows.
    ['これは**「太字」**です。', '「太字」'],
    ['**重要。**次に', '重要。'],
    ['**重要：**必ず', '重要：'],
    ['请看**《指南》**第一章', '《指南》'],
    ['**약(진통제)**을 드세요', '약(진통제)'],
    ['약은 **“이것”**입니다', '“이것”'],
    ['**50%**の人', '50%'],
    ['กิน**(ยา)**ก่อน', '(ยา)'],
    ['ថ្នាំ**«នេះ»**ល្អ', '«នេះ»'],
    ['あと**3**日', '3'],
    // With spaces, as CommonMark has it.
    ['He said **“stop”**, twice', '“stop”'],
    ['**1**st', '1'],
  ])('are found where people who write %s type them', (text, strong) => {
    const nodes = parseInline(text);
    expect(nodes.filter(({ kind }) => kind === 'strong')).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: strong }] },
    ]);
    expect(plainText(nodes, guide)).toBe(text.replaceAll('*', ''));
  });

  it('may mark the words of a link with their language, and a link as another language’s', () => {
    expect(parseInline('[[correo](lang:es)](mailto:a@b.example)')).toEqual([
      {
        kind: 'link',
        href: 'mailto:a@b.example',
        children: [{ kind: 'language', tag: 'es', children: [{ kind: 'text', text: 'correo' }] }],
      },
    ]);
    expect(parseInline('[[correo](mailto:a@b.example)](lang:es)')).toMatchObject([{ kind: 'language' }]);
  });

  it.each([
    ['a link that is not closed', 'See [our page](https://x.example now.'],
    ['a link with a space in it', 'See [our page](https://x.example /a) now.'],
    ['a link with a space before its address', 'See [our page] (https://x.example) now.'],
    ['a link with a title', '[x](https://x.example "A title")'],
    ['a link in a link', '[a [b](https://b.example)](https://c.example)'],
    ['a helpline that is not closed', 'Call <helpline:main now.'],
    ['a helpline with a space', 'Call <helpline: main> now.'],
    ['wide brackets', '［電話］（tel:911）'],
    ['wide asterisks', '＊＊太字＊＊です'],
    ['a mark that is not closed', 'Take **one a day.'],
    ['a mark closed by half', 'Take **one* a day.'],
    ['a mark that is not opened', 'Terms apply*.'],
    ['a mark with a space within', 'Take ** one** a day.'],
    ['a mark between other letters and signs', 'слово**(а)**б'],
    ['an underscore', 'Take _one a day.'],
    ['times', 'Take 5*4*3 of it.'],
    ['times once', 'Take 5*4 of it.'],
    ['a power', '2**3**4'],
    ['a formula', 'H*2*O'],
    ['times in emphasis', 'Take 5*x* of it.'],
    ['another kind of mark', 'Not ~~this~~ one.'],
    ['code that is not closed', 'a ` b'],
    ['a heading', '# Head'],
    ['a list', '* one\n* two'],
    ['a list of dashes', '- one\n- two'],
    ['a quotation', '> said'],
    ['one line that is too short to be filled in', 'Name:_'],
    ['two of them', 'Name:__'],
    ['emphasis that begins with a space', 'a* b*'],
    ['strong emphasis that begins with a space', 'a ** b**'],
  ])('are refused where they mark nothing: %s', (_, text) => {
    const problems = problemsOf(() => parseInline(text));
    expect(new Set(problems.map(({ code }) => code))).toEqual(new Set(['INLINE_INVALID']));
    for (const { hint } of problems) expect(hint).toMatch(/\w/);
  });

  it.each([
    '5\\*4\\*3 is 60',
    'Terms apply\\*.',
    '5 * 4',
    'a_b_c and @my_name',
    'Name: ______',
    'Name:___',
    '[optional] (see below)',
    '- one',
    '\\# one',
    'x < y > z',
    'CO₂ ~ 5 = 5',
  ])('are none in %j', (text) => {
    expect(plainText(parseInline(text), guide)).toBe(text.replaceAll('\\', ''));
  });

  it('leave text without marks as it is', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abc .,;:()%$#@+=-–“”ÄñعदงΩ0123456789') });
    fc.assert(
      fc.property(words, (rest) => {
        // At its start a # with a space behind it is a heading's.
        const text = `a${rest}`;
        expect(plainText(parseInline(text), guide)).toBe(text);
      }),
    );
  });

  it('give back any text in which marks are escaped', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab *_[]()<>`!\\&;') }).map((text) => text.trim());
    fc.assert(
      fc.property(words, (text) => {
        const escaped = text.replace(/[\\*_[\]<>`!&()]/g, '\\$&');
        expect(plainText(parseInline(escaped), guide)).toBe(text);
      }),
    );
  });

  it('are found or refused in any text, never with another fault, and soon', () => {
    const words = fc.string({
      unit: fc.constantFrom(
        '*',
        '**',
        '_',
        '[',
        ']',
        '(',
        ')',
        '<',
        '>',
        'helpline:main',
        'lang:es',
        '`',
        '\\',
        '!',
        ' ',
        'a',
        '&lt;',
        '\n',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(words, (text) => {
        problemsOf(() => [...inlineNodes(parseInline(text))]);
      }),
    );
    for (const mark of ['[', '*', '_', '<', '`', '![', '[a](', '\\', '**a', '<helpline:'])
      problemsOf(() => parseInline(mark.repeat(4000 / mark.length)));
  });
});

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

  it('leave text without marks as it is', () => {
    const words = fc.string({ unit: fc.constantFrom(...'abc .,;:()%$#@+=-–“”ÄñعदงΩ0123456789') });
    fc.assert(
      fc.property(words, (text) => {
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

/** A link opens the address that it shows, and an address is written with letters that people can tell apart and type. */
import { describe, expect, it } from 'vitest';
import { loadGuide, parseInline } from '../../src/content/index.ts';
import { changed, problemsOf } from './folder.ts';

const saysOf = (text: string) =>
  problemsOf(() => parseInline(text)).map(({ code, message }) => `${code} ${message}`);

describe('a link that shows an address', () => {
  it.each([
    '[care.example](https://care.example/call)',
    '[care.example](https://www.care.example/call)',
    '[www.care.example](https://care.example)',
    '[Care.Example/call](https://care.example/)',
    '[care.example](https://help.care.example)',
    '[https://care.example/a](https://care.example/b)',
    '[a page of care.example, and more](https://care.example:443/)',
    '[care.example/a](https://care-example.org/a "care.example/a")',
    '[ask@care.example](mailto:ask@care.example)',
    '[Ask@Care.Example](mailto:ask@care.example?subject=Help)',
    '[care.example](mailto:ask@care.example)',
    'Open (https://[care.example](https://care.example)).',
    '[care。example](https://care.example)',
    '**care.example**: [open](https://other.example)',
  ])('opens it: %s', (text) => {
    parseInline(text);
  });

  it.each([
    ['[care.example](https://other.example)', 'care.example'],
    ['[care.example](https://care.example.org)', 'care.example'],
    ['[care.example](https://mycare.example)', 'care.example'],
    ['[help.care.example](https://care.example)', 'help.care.example'],
    ['[see care.org or care.example](https://care.example)', 'care.org'],
    ['[www.care.zone](https://care.example)', 'care.zone'],
    ['[http://care.zone](https://care.example)', 'care.zone'],
    ['[**ca**re.example](https://other.example)', 'care.example'],
    ['[ca&shy;re.example](https://other.example)', 'care.example'],
    ['[care。example](https://other.example)', 'care.example'],
    ['[ｃａｒｅ.example](https://other.example)', 'care.example'],
    ['[care.example/a](https://other.example/a "third.example/a")', 'care.example'],
    ['[ask@care.example](mailto:other@care.example)', 'ask@care.example'],
    ['[ask@care.example](https://care.example)', 'ask@care.example'],
    ['[care.example](mailto:ask@other.example)', 'care.example'],
  ])('is refused where it opens another: %s', (text, shown) => {
    const [found, ...more] = saysOf(text);
    expect(found).toMatch(/^INLINE_INVALID The link shows .* and opens (?:https|mailto):/);
    expect(found).toContain(` ${shown} `);
    expect(more).toEqual([]);
  });

  it.each([
    '[Node.js](https://care.example)',
    '[leaflet.pdf](https://care.example/leaflet.pdf)',
    '[z.B. Mr.Smith](https://care.example)',
    '[2.5 mg](https://care.example)',
    '[care](https://care.example)',
  ])('shows none: %s', (text) => {
    parseInline(text);
  });

  it.each([
    '**care**[.example](https://other.example)',
    '[care](https://other.example).example',
    '[my](https://other.example)care.org',
  ])('is no part of one: %s', (text) => {
    expect(saysOf(text).join()).toContain('A link has a part of the address');
  });
});

describe('a mail', () => {
  it.each([
    '?cc=a',
    '?subject=a&cc=b',
    '?bcc=x%40other.example',
    ',other%40other.example',
    '%2Cx',
    ';x',
    '?to=b',
  ])('goes to the one address that is seen: %s', (more) => {
    expect(saysOf(`[write](mailto:ask@care.example${more})`).join()).toContain('is not allowed');
  });

  it('may have a subject or a text', () => {
    expect(
      saysOf('[write](mailto:ask@care.example?subject=a%20b) [or](mailto:ask@care.example?body=c)'),
    ).toEqual([]);
  });
});

describe('the host of an address', () => {
  const hosts: readonly [string, string | undefined][] = [
    ['care.example', undefined],
    ['münchen.de', undefined],
    ['пример.рф', undefined],
    ['例え.jp'.replace('jp', 'テスト'), undefined],
    ['xn--exmple-4nf.org', 'is written in code, and says'],
    ['help.xn--exmple-4nf.org', 'is written in code, and says'],
    ['exаmple.org', 'has letters of several scripts'],
    ['соре.com', 'has letters of several scripts'],
    ['ｅxample.org', 'has letters that look like others'],
    ['exampıe.org', 'has letters that look like others'],
    ['ɡood.org', 'has letters that look like others'],
    ['ex⁄ample.org', 'has letters that look like others'],
  ];
  it.each(hosts)('of a link is read and typed: %s', (host, says) => {
    const found = saysOf(`[a page](https://${host}/a)`);
    if (says === undefined) expect(found).toEqual([]);
    else expect(found.join()).toContain(says);
    expect(saysOf(`[a mail](mailto:a@${host})`).length > 0).toBe(says !== undefined);
  });

  it.each([
    'Open exаmple.org now.',
    'Write to ask@cаre.example.',
    'Open xn--exmple-4nf.org.',
    'Open https://ɡood.org/a.',
  ])('that is typed is one too: %s', (text) => {
    expect(saysOf(text).join()).toMatch(/INLINE_INVALID The address "[^"]+" (?:has letters|is written)/);
  });

  it('is no word of a sentence', () => {
    expect(saysOf('Конец. Open care.example, or münchen.de.')).toEqual([]);
  });

  const guideWith = (from: string, to: string) => problemsOf(() => loadGuide(changed([from, to])));
  it.each([
    ['publisher: { name: Care, web: "https://exаmple.org" }', 'publisher.web'],
    ['publisher: { name: Care, web: "https://xn--exmple-4nf.org" }', 'publisher.web'],
  ])('of a field is one too: %s', (field, key) => {
    const found = guideWith('title: Every', `${field}\ntitle: Every`);
    expect(found.map(({ code, place }) => `${code} ${place.key}`)).toEqual([`CONTENT_INVALID ${key}`]);
  });
});

describe('a country', () => {
  it.each(['GB', 'NO', 'XK'])('is one by ISO 3166: %s', (code) => {
    expect(() => loadGuide(changed(['country: US', `country: ${code}`]))).not.toThrow(/ISO 3166/);
  });

  it.each([
    ['XX', 'no country'],
    ['UK', 'no country'],
    ['ZZ', 'no country'],
    ['gb', 'two capital letters'],
    ['GBR', 'two capital letters'],
  ])('is no %s', (code, says) => {
    const found = problemsOf(() => loadGuide(changed(['country: US', `country: ${code}`])));
    expect(found.filter(({ message }) => message.includes(says))).toHaveLength(1);
    expect(found.every(({ code: known }) => known === 'CONTENT_INVALID')).toBe(true);
  });
});

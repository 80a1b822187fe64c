import { describe, expect, it } from 'vitest';
import {
  addressesOf,
  addressOf,
  declaredNumbers,
  helplineNumbers,
  loadGuide,
} from '../../src/content/index.ts';
import { changed, problemsOf } from './folder.ts';

const main = '    call: Call now\n';
const reached = (yaml: string) => changed([main, `${main}${yaml}`]);
const said = (yaml: string) =>
  problemsOf(() => loadGuide(reached(yaml))).map(({ code, message }) => `${code} ${message}`);

describe('a helpline is reached by', () => {
  it('a text to a number, with a word', () => {
    const { data } = loadGuide(reached('    text: { to: "741741", word: HOME }\n'));
    const text = helplineNumbers(data)['main.text']!;
    expect(text).toEqual({
      ...{ name: 'main.text', kind: 'helpline', way: 'text' },
      ...{ display: '741741', dial: '741741' },
    });
    expect(addressOf(text)).toBe('sms:741741');
  });

  it('a text to a long number, which is dialled in full', () => {
    const { data } = loadGuide(reached('    text: { to: (855) 208-4673, dial: "+18552084673" }\n'));
    expect(addressOf(helplineNumbers(data)['main.text']!)).toBe('sms:+18552084673');
  });

  it('a TTY, which is dialled', () => {
    const { data } = loadGuide(reached('    tty: { display: 800-487-4889, dial: "+18004874889" }\n'));
    expect(addressOf(helplineNumbers(data)['main.tty']!)).toBe('tel:+18004874889');
    expect(declaredNumbers(data).map(({ name }) => name)).toEqual([
      'main',
      'main.tty',
      'crisis',
      'emergency',
    ]);
  });

  it('addresses, as people type them', () => {
    const yaml = `    web: https://www.example.org/
    email: help@example.org
    chat: https://chat.example.org/now
    messenger: { name: Signal, address: "https://signal.me/help" }
`;
    expect(addressesOf(loadGuide(reached(yaml)).data.helplines.main)).toEqual([
      { kind: 'messenger', href: 'https://signal.me/help', shown: 'Signal: signal.me/help' },
      { kind: 'chat', href: 'https://chat.example.org/now', shown: 'chat.example.org/now' },
      { kind: 'email', href: 'mailto:help@example.org', shown: 'help@example.org' },
      { kind: 'web', href: 'https://www.example.org/', shown: 'example.org' },
    ]);
  });

  it.each([
    [
      'a text to a number that is not dialled so',
      '    text: { to: "741741", dial: "741742" }\n',
      'HELPLINE_INVALID',
    ],
    ['a text to a long number without its country', '    text: { to: (855) 208-4673 }\n', 'HELPLINE_INVALID'],
    ['a word with digits', '    text: { to: "741741", word: HOME2 }\n', 'CONTENT_INVALID'],
    [
      'a TTY that is no number',
      '    tty: { display: 800-487-4880, dial: "+18004874889" }\n',
      'HELPLINE_INVALID',
    ],
    ['an address without https', '    chat: http://example.org\n', 'CONTENT_INVALID'],
    ['an address that bears a name', '    web: https://a@example.org/\n', 'CONTENT_INVALID'],
    [
      'a chat with a number that nobody declares',
      '    chat: https://wa.me/15552084673\n',
      'NUMBER_UNDECLARED',
    ],
    ['a mail that is none', '    email: help\n', 'CONTENT_INVALID'],
    ['a field that is none', '    fax: "1"\n', 'CONTENT_INVALID'],
  ])('and not by %s', (_, yaml, code) => {
    const problems = said(yaml);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${code} `));
  });

  it('a number that texts name and link', () => {
    const way = `${main}    text: { to: "741741", word: HOME }\n`;
    const text = (words: string) =>
      problemsOf(() => loadGuide(changed([main, way], ['text: Go well.', `text: "${words}"`]))).map(
        ({ code }) => code,
      );
    expect(text('Go well, or text <helpline:main.text>.')).toEqual([]);
    expect(text('Go well, or text [741741](sms:741741).')).toEqual([]);
    expect(text('Go well, or call <helpline:main.tty>.')).toEqual(['HELPLINE_INVALID']);
    expect(text('Go well, or call <helpline:main.fax>.')).toEqual(['INLINE_INVALID']);
    expect(text('Go well, or text [741741](sms:741742).')).toEqual(['NUMBER_NEAR_MISS']);
    expect(text('Go well, or text [741741](tel:911).')).toEqual(['LINK_DIALS_OTHER']);
  });

  it('at most twelve helplines', () => {
    const lines = (count: number) =>
      Array.from(
        { length: count },
        (_, i) =>
          `  n${i}: { display: "${20001 + i * 1370}", dial: "${20001 + i * 1370}", call: A, answers: B }\n`,
      ).join('');
    const told = (count: number) =>
      problemsOf(() => loadGuide(changed(['helplines:\n', `helplines:\n${lines(count)}`])))
        .map(({ message }) => message)
        .filter((message) => message.includes('at most 12'));
    // Two are there.
    expect(told(10)).toEqual([]);
    expect(told(11)).toHaveLength(1);
  });
});

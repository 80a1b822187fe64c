import { describe, expect, it } from 'vitest';
import { parseJson, parseYaml, writingFault } from '../../src/files/index.ts';
import { problemsOf } from './folder.ts';

describe('a text', () => {
  it.each([
    ['as long as may be', 'ab '.repeat(1666)],
    ['with twelve marks on a letter', `e${'\u0301'.repeat(12)}`],
    ['with the deepest stacks of Tibetan', 'ཧྐྵྨླྺྼྻྂ'],
    ['with vowels and accents of Hebrew', 'בְּרֵאשִׁ֖ית בָּרָ֣א'],
    ['with stacks and tones of Burmese', 'ကျွန်ုပ်တို့၏ ဩဝါဒ'],
    ['with an address of five hundred characters', `https://${'a/'.repeat(246)}`],
    ['without spaces, as Thai has none', 'การเลิกเฮโรอีน'.repeat(100)],
    ['without spaces, as Chinese has none', '戒毒需要帮助。'.repeat(200)],
    ['of an emoji of many parts', '👩🏽‍👩🏽‍👧🏽‍👦🏽'],
    ['that is empty', ''],
  ])('%s is taken', (_, text) => expect(writingFault(text)).toBeUndefined());

  it.each([
    ['longer than a page', 'ab '.repeat(1667), 'has 5001 characters; a text may have 5000'],
    ['with thirteen marks on a letter', `ae${'\u0301'.repeat(13)}`, 'has 13 marks on one letter, "e"'],
    [
      'with marks of different kinds',
      `e${'\u0301\u0903\u20dd'.repeat(5)}`,
      'has 15 marks on one letter, "e"',
    ],
    ['without a space', `so ${'1-'.repeat(251)}`, 'more than 500 characters without a space, from "1-1-'],
    ['of digits as wide as ideographs', '１'.repeat(501), 'more than 500 characters without a space'],
    ['with half a character', 'a\ud83d', 'half a character'],
  ])('%s is not', (_, text, said) => expect(writingFault(text)).toContain(said));

  it('that no writing is is told with its key and place, in YAML and in JSON', () => {
    const marks = `A${'\u0302'.repeat(40)}`;
    expect(
      problemsOf(() => parseYaml(`a:\n  - b: c\n    d: "${marks}"\ne: ${marks}`, 'g.yaml')),
    ).toMatchObject([
      { code: 'TEXT_UNNATURAL', place: { file: 'g.yaml', line: 3, key: 'a.0.d' } },
      { code: 'TEXT_UNNATURAL', place: { file: 'g.yaml', line: 4, key: 'e' } },
    ]);
    expect(parseJson(`{"a": {\n"b": "${marks}", "c": "d"}}`, 'es.json')).toMatchObject({
      problems: [{ code: 'TEXT_UNNATURAL', place: { file: 'es.json', line: 2, key: 'a.b' } }],
      leaves: new Map([['a.c', 'd']]),
    });
  });
});

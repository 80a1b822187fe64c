import { expect, it } from 'vitest';
import type { Locale } from '../../src/locale/index.ts';
import { isFew } from '../../src/template/amount.ts';

/** A locale whose texts are as long as their keys say. */
const locale = (tag: string) => ({ tag, text: (key: string) => 'x'.repeat(Number(key)) }) as Locale;
const thing = (...lengths: number[]) => ({
  id: 'a',
  number: 1,
  line: { key: String(lengths[0]) },
  blocks: lengths.slice(1).map((length) => ({ kind: 'paragraph', text: { key: String(length) } })),
});

it.each([
  ['three things of 300 letters', 'en', [thing(20, 280), thing(300), thing(10, 30)], true],
  ['one letter more in one of them', 'en', [thing(20, 280), thing(301), thing(10, 30)], false],
  ['one letter less in one of them', 'en', [thing(20, 280), thing(300), thing(10, 29)], false],
  ['four things', 'en', [thing(50), thing(50), thing(50), thing(50)], false],
  ['one thing', 'en', [thing(40)], true],
  ['none', 'en', [], true],
  ['125 signs that are words', 'zh-Hans', [thing(25, 100)], true],
  ['one more of them', 'zh-Hans', [thing(26, 100)], false],
  ['125 of the others', 'zh-Hant', [thing(125)], true],
  ['126 of them', 'zh-Hant', [thing(126)], false],
  ['136 signs of three scripts', 'ja', [thing(136)], true],
  ['137 of them', 'ja', [thing(137)], false],
  ['176 syllables', 'ko', [thing(176)], true],
  ['177 of them', 'ko', [thing(177)], false],
  ['300 letters that are letters', 'th', [thing(300)], true],
  ['301 of them', 'th', [thing(301)], false],
])('%s in %s', (_, tag, sections, few) => {
  expect(isFew(sections, locale(tag))).toBe(few);
});

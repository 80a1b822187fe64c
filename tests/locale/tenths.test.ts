/** 六成 and 6割 are 60 percent, and no other share. */
import { describe, expect, it } from 'vitest';
import { faultOfText } from '../../src/locale/broken.ts';

const fault = (source: string, from: string, translated: string, to: string) =>
  faultOfText(source, from, translated, to, []);

describe('a share by tenths', () => {
  it.each([
    ['60 to 70 percent sleep.', 'en', '6〜7割が眠れます。', 'ja'],
    ['60% sleep.', 'en', '六成的人能睡着。', 'zh-Hans'],
    ['六割が眠れます。', 'ja', '60 percent sleep.', 'en'],
    ['六成到七成的人能睡着。', 'zh-Hans', '60 to 70% sleep.', 'en'],
  ])('%s is %s %s %s', (source, from, translated, to) => {
    expect(fault(source, from, translated, to)).toBeUndefined();
  });

  it.each([
    ['60 percent sleep.', 'en', '7割が眠れます。', 'ja', 'has the number 7'],
    ['六割が眠れます。', 'ja', '70 percent sleep.', 'en', 'has the number 70'],
    ['60% sleep.', 'en', '七成的人能睡着。', 'zh-Hans', 'lacks the number 60'],
    ['Do 60 of 70.', 'en', '六成本是七。', 'zh-Hans', 'lacks the number 60'],
  ])('%s: %s %s', (source, from, translated, to, told) => {
    expect(fault(source, from, translated, to)).toContain(told);
  });
});

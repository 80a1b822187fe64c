import { describe, expect, it } from 'vitest';
import { remembered, rememberedPair } from '../../src/content/index.ts';

describe('a function of a text that remembers', () => {
  it('is asked once for each text', () => {
    const asked: string[] = [];
    const upper = remembered((text) => {
      asked.push(text);
      return text.toUpperCase();
    });
    expect(['a', 'b', 'a', '', ''].map(upper)).toEqual(['A', 'B', 'A', '', '']);
    expect(asked).toEqual(['a', 'b', '']);
  });

  it('takes no pair for another that is as long together', () => {
    const joined = rememberedPair((one, other) => `${one}|${other}`);
    expect([
      joined('ab', 'c'),
      joined('a', 'bc'),
      joined('', 'abc'),
      joined('1 a', ''),
      joined('', '1 a'),
    ]).toEqual(['ab|c', 'a|bc', '|abc', '1 a|', '|1 a']);
  });

  it('forgets when it has too many, keeps no long text, and gives the same', () => {
    let asked = 0;
    const count = () => String(asked++);
    const one = remembered(count);
    for (let i = 0; i <= 4000; i++) one(`text ${i}`);
    expect([one('text 4000'), one('text 0')]).toEqual(['4000', '4001']);
    const long = 'x'.repeat(4001);
    const pair = rememberedPair(count);
    expect([one(long), one(long), pair(long, ''), pair(long, '')].map(Number)).toEqual([
      4002, 4003, 4004, 4005,
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { Stock } from '../../src/files/index.ts';

/** Asks for a value and says which making of it came back. */
function asker(stock: Stock) {
  let made = 0;
  return (kind: string, parts: readonly (string | Uint8Array)[], weight?: number) =>
    stock.of(kind, parts, () => ++made, weight === undefined ? undefined : () => weight);
}

describe('the stock', () => {
  it('gives what was made of the same parts of the same kind, and counts', () => {
    const stock = new Stock();
    const ask = asker(stock);
    expect([ask('a', ['x', 'y']), ask('a', ['x', 'y']), ask('b', ['x', 'y'])]).toEqual([1, 1, 2]);
    expect(Object.fromEntries(stock.counts)).toEqual({ a: { made: 1, given: 1 }, b: { made: 1, given: 0 } });
  });

  it.each([
    [['x', 'y'], ['xy']],
    [
      ['x', 'y'],
      ['y', 'x'],
    ],
    [['x', ''], ['x']],
    [['x'], [Buffer.from('x')]],
    [['a\0b'], ['a', 'b']],
    [[Buffer.from([1])], [Buffer.from([2])]],
    [['a1\0b'], ['a', '1\0b']],
  ])('keeps %j apart from %j', (one, other) => {
    const ask = asker(new Stock());
    expect(ask('k', one)).not.toBe(ask('k', other));
  });

  it('keeps kinds apart whose names run into the parts', () => {
    const ask = asker(new Stock());
    expect(ask('k', ['x'])).not.toBe(ask('kx', ['']));
  });

  it('keeps a value that is undefined, and nothing where the making fails', () => {
    const stock = new Stock();
    let made = 0;
    const none = () => stock.of('k', ['a'], () => void made++);
    none();
    none();
    expect(made).toBe(1);
    const fails = () =>
      stock.of('k', ['b'], () => {
        made++;
        throw new Error('no');
      });
    expect(fails).toThrow('no');
    expect(fails).toThrow('no');
    expect(made).toBe(3);
  });

  it('lets go of what was not asked for the longest when it weighs more than its bound', () => {
    const stock = new Stock(10);
    const ask = asker(stock);
    for (const name of ['a', 'b']) ask('k', [name], 5);
    expect(stock.size).toEqual({ values: 2, weight: 10 });
    ask('k', ['a'], 5);
    ask('k', ['c'], 1);
    expect([ask('k', ['a'], 5), ask('k', ['c'], 1)]).toEqual([1, 3]);
    expect(ask('k', ['b'], 4)).toBe(4);
    expect(stock.size).toEqual({ values: 3, weight: 10 });
  });

  it('weighs the parts where nobody says what a value weighs', () => {
    const stock = new Stock();
    asker(stock)('k', ['abc', new Uint8Array(4)]);
    expect(stock.size.weight).toBe(7);
  });

  it('does not keep what is heavier than the whole bound, and nothing else goes for it', () => {
    const stock = new Stock(10);
    const ask = asker(stock);
    ask('k', ['a'], 10);
    ask('k', ['b'], 11);
    expect([ask('k', ['a'], 10), ask('k', ['b'], 11)]).toEqual([1, 3]);
  });

  it('keeps nothing where its bound is 0, and nothing after it was closed', () => {
    const none = asker(new Stock(0));
    expect([none('k', [''], 0), none('k', [''], 0)]).toEqual([1, 2]);
    const stock = new Stock();
    const ask = asker(stock);
    ask('k', ['a']);
    stock.close();
    expect(stock.size).toEqual({ values: 0, weight: 0 });
    expect([ask('k', ['a']), ask('k', ['a'])]).toEqual([2, 2]);
  });

  it('may be asked while it makes', () => {
    const stock = new Stock();
    const outer = () => stock.of('k', ['a'], () => `${stock.of('k', ['b'], () => 'inner')} of outer`);
    expect([outer(), outer()]).toEqual(['inner of outer', 'inner of outer']);
    expect(stock.counts.get('k')).toEqual({ made: 2, given: 1 });
  });
});

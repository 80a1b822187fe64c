import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { everydayOf, isEveryday, kinds } from '../../src/letters/everyday.ts';
import { Lettered } from '../../src/letters/index.ts';

/** All everyday signs there are. */
const signs = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isEveryday);

describe('everyday signs', () => {
  it('are those of Latin-1 and the marks of good typography', () => {
    expect(signs).toHaveLength(256 + 10 + 4 + 2);
    for (const text of ['', 'Call 911 — it’s free…', 'Línea «de» ayuda ß ÿ µ', '“a” ‘b’ • „c“ ‚d‘ – e'])
      expect(isEveryday(text), text).toBe(true);
    for (const text of ['Ž', 'call مرحبا', '٣', 'a\u0301', 'x\u200b', '\u{1f600}', 'œ'])
      expect(isEveryday(text), text).toBe(false);
  });

  for (const flags of ['u', 'iu'])
    for (const name of [...Object.keys(kinds), 'sc=Latn', 'Script=Han', 'Script=Devanagari', 'sc=Zyyy'])
      for (const form of ['\\p{}', '[\\p{}]', '[^\\p{}]', '[^\\p{}\\d]', '[\\p{}x-]', '\\P{}', '[\\P{}1]'])
        it(`are of ${form} ${name}, ${flags}, where V8 says so`, () => {
          const source = form.replace('{}', `{${name}}`);
          const own = everydayOf(source, flags) ?? source;
          expect(signs.filter((sign) => new RegExp(own, flags).test(sign))).toEqual(
            signs.filter((sign) => new RegExp(source, flags).test(sign)),
          );
        });

  it('knows each kind in its own form', () => {
    for (const name of Object.keys(kinds)) {
      expect(everydayOf(`[\\p{${name}}]`, 'u'), name).toBe(`[${kinds[name]}]`);
      if (!/^L[ult]$/.test(name)) expect(everydayOf(`\\p{${name}}`, 'iu'), name).toBe(`[${kinds[name]}]`);
    }
    for (const source of ['\\P{L}', '\\P{Nd}', '\\p{sc=Han}'])
      expect(everydayOf(source, 'u'), source).not.toContain('\\p');
    for (const source of ['\\p{Emoji}', '\\P{M}', '\\p{scx=Han}', '\\p{Script=Latin}', '\\P{sc=Han}'])
      expect(everydayOf(source, 'u'), source).toBeUndefined();
    expect(everydayOf('[\\p{Lu}\\d]', 'iu')).toBeUndefined();
  });
});

describe('a lettered pattern', () => {
  const whole = /(?<![\p{L}\p{M}\d\\])\p{L}[\p{L}\p{M}'’-]*(?=\P{L}|$)|[[\]\p{Nd}]+/gu;
  const words = new Lettered(whole.source, 'gu');

  it('finds what the pattern finds, in everyday texts and in all others', () => {
    const everyday = fc.array(fc.constantFrom(...signs), { maxLength: 30 });
    const others = fc.array(
      fc.constantFrom('a', ' ', 'é', 'e\u0301', 'ش', '٣', 'क', 'ि', '9', '[', '\\', '’', '\u{10ffff}'),
    );
    fc.assert(
      fc.property(fc.oneof(everyday, others), (parts) => {
        const text = parts.join('');
        expect(text.match(words.for(text))).toEqual(text.match(whole));
      }),
      { numRuns: 500 },
    );
  });

  it('is made once for everyday texts and once for others', () => {
    expect(words.for('one')).toBe(words.for('two — ö'));
    expect(words.for('один')).toBe(words.for('два'));
    expect(words.for('один')).not.toBe(words.for('one'));
    expect(words.for('один').source).toBe(whole.source);
    expect(words.for('one').flags).toBe('gu');
  });

  it('is the pattern itself where it asks for what is not known of everyday signs', () => {
    const capitals = new Lettered(String.raw`\p{Lu}`, 'iu');
    expect(capitals.for('a').source).toBe(String.raw`\p{Lu}`);
    expect([capitals.test('ß'), capitals.test('1'), capitals.exec('9ÿ')?.index]).toEqual([true, false, 1]);
  });
});

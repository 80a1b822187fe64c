import { describe, expect, it } from 'vitest';
import { languages, numberFamily } from '../../src/locale/index.ts';

const rows = Object.entries(languages);
const people = rows.filter(([, { pseudo }]) => pseudo === undefined);

describe('the table of languages', () => {
  it('has forty of people, and two made for developers', () => {
    expect(people.map(([tag]) => tag).join(' ')).toBe(
      'en es zh-Hans zh-Hant vi ko fil ru ar ht fr pl pt-BR it ja de fa uk hi ne ur bn gu pa ta te th lo km my am hy ka he el so sw ps tr ro',
    );
    expect(rows.filter(([, { pseudo }]) => pseudo !== undefined)).toMatchObject([
      ['en-XA', { pseudo: 'longer', direction: 'ltr', script: 'Latn' }],
      ['en-XB', { pseudo: 'mirrored', direction: 'rtl', script: 'Latn' }],
    ]);
  });

  it('names each in itself, once', () => {
    const names = rows.map(([, { name }]) => name);
    expect(new Set(names).size).toBe(rows.length);
    for (const name of ['Tiếng Việt', 'Polski', '日本語', 'Soomaali', 'Türkçe'])
      expect(names).toContain(name);
  });

  it('has the script of each, and its direction', () => {
    const scripts = new Set(people.map(([, { script }]) => script).filter((script) => script !== 'Latn'));
    const tagsOf = (wanted: string) => people.flatMap(([tag, { script }]) => (script === wanted ? tag : []));
    expect(Object.fromEntries([...scripts].map((script) => [script, tagsOf(script).join(' ')]))).toEqual({
      Hans: 'zh-Hans',
      Hant: 'zh-Hant',
      Kore: 'ko',
      Jpan: 'ja',
      Cyrl: 'ru uk',
      Arab: 'ar fa ur ps',
      Deva: 'hi ne',
      Guru: 'pa',
      Gujr: 'gu',
      Beng: 'bn',
      Taml: 'ta',
      Telu: 'te',
      Thai: 'th',
      Laoo: 'lo',
      Khmr: 'km',
      Mymr: 'my',
      Ethi: 'am',
      Armn: 'hy',
      Geor: 'ka',
      Hebr: 'he',
      Grek: 'el',
    });
    const leftwards = people.filter(([, { direction }]) => direction === 'rtl').map(([tag]) => tag);
    expect(leftwards.join(' ')).toBe('ar fa ur he ps');
  });

  it.each(rows)('sets %s about as large as the others, its lines apart as its letters are high', (_, row) => {
    const isLoose = /Arab|Mymr|Laoo|Thai|Khmr/.test(row.script);
    for (const [{ size, leading }, least] of [
      [row.text, 1.29],
      [row.display, 1.09],
    ] as const) {
      expect(size).toBeGreaterThan(0.8);
      expect(size).toBeLessThan(1.2);
      expect(leading).toBeGreaterThan(least);
      expect(leading).toBeLessThan(row.script === 'Arab' ? 2.2 : 1.55);
    }
    // Headings stand closer than text.
    expect(row.display.leading).toBeLessThan(row.text.leading + 0.1);
    if (isLoose) expect(row.text.leading).toBeGreaterThan(1.35);
  });

  it('sets numbers of helplines in bold letters of one face, as large as text', () => {
    expect(numberFamily).toMatchObject({ size: 1, leading: 1.25 });
    expect(numberFamily.bold).toEqual(numberFamily.regular);
    expect(numberFamily.bold).toEqual([languages.en!.text.digits!.bold]);
  });

  it('breaks lines of each as it is written', () => {
    const strict = people.filter(([, { breaking }]) => breaking.strictness === 'strict').map(([tag]) => tag);
    expect(strict).toEqual(['zh-Hans', 'zh-Hant', 'ja']);
    const kept = people.filter(([, { breaking }]) => breaking.words === 'keep-all').map(([tag]) => tag);
    expect(kept).toEqual(['ko']);
    const dashes = people.filter(([, { breaking }]) => breaking.bindsDashes === true).map(([tag]) => tag);
    expect(dashes).toEqual(['ru', 'pl', 'uk', 'ka']);
    const words = people.flatMap(
      ([
        tag,
        {
          breaking: { withNext, withPrevious },
        },
      ]) =>
        withNext === undefined && withPrevious === undefined
          ? []
          : [`${tag}: ${(withNext ?? []).join(' ')} | ${(withPrevious ?? []).join(' ')}`],
    );
    for (const line of ['es: no | ', 'vi: không | ', 'tr:  | için ile', 'pl: nie we ze do na za od po | '])
      expect(words).toContain(line);
  });

  it('knows the words that a dictionary of lines lacks', () => {
    const whole = (tag: string) => languages[tag]!.breaking.whole ?? [];
    const known = people.flatMap(([tag]) => (whole(tag).length > 0 ? [tag] : []));
    expect(known).toEqual(['zh-Hans', 'th', 'my']);
    expect(whole('zh-Hans')).toEqual(['可承受']);
    expect([...whole('th')].join(' ')).toBe(
      'ทางเลือก ต้องรู้ ค่าใช้จ่าย ผ่านพ้น ทุกข์ทรมาน ตอนนี้ ผู้ลงโฆษณา จากนั้น บางครั้ง มานาน แพทย์บอก',
    );
    expect([...whole('my')].join(' ')).toBe(
      'သိထား သိထားရမယ့် သင်သိထားရမယ့် ကျော်ဖြတ်ဖို့ ကုသ ကာကွယ် မဖြစ်မနေ ဝမ်းလျှော ကြော်ငြာ ဖုန်းခေါ် စင်တာ စိတ်ကုထုံး ပိုလွယ် ဆေးပြန်စွဲ အကြီးဆုံး သင့်ခန္ဓာကိုယ် ဖုန်းလိုင်း',
    );
  });
});

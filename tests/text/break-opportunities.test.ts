import { describe, expect, it } from 'vitest';
import { breakOpportunities } from '../../src/text/break-opportunities.ts';
import type { Paragraph } from '../../src/text/index.ts';
import { paragraph } from './faces.ts';

/** The text with `|` where a line may end, `‖` where it must. */
function shown(given: Paragraph): string {
  const breaks = breakOpportunities(given);
  let out = '';
  for (let i = 0; i < given.text.length; i++) out += `${['', '|', '‖'][breaks[i]!]}${given.text[i]}`;
  return out;
}

const strict = { breaking: { strictness: 'strict', words: 'normal' } } as const;
const keepAll = { breaking: { strictness: 'normal', words: 'keep-all' } } as const;

describe('breakOpportunities', () => {
  it('are after spaces and hyphens, and forced at U+000A', () => {
    expect(shown(paragraph('one doctor-patient\nplace'))).toBe('one |doctor-|patient\n‖place');
  });

  it.each([
    '1-800-662-4357',
    '(800) 662-4357',
    '+1 800 662 4357',
    '1-800-662-HELP',
    '1 800 662 HELP',
    '116 123',
    '0800.111.222',
    '٠٨٠٠ ١١١ ٢٢٢',
  ])('are not inside the number %s', (number) => {
    expect(shown(paragraph(`call ${number} now`))).toBe(`call |${number} |now`);
    expect(shown(paragraph(`call \u2066${number}\u2069 now`))).toBe(`call |\u2066${number}\u2069 |now`);
  });

  it.each([
    ['a mark behind a space', 'a \u0301b'],
    ['a skin tone behind any picture', '\u{1f600}\u{1f3fd}'],
    ['a flag', '\u{1f1f2}\u{1f1fd}'],
    ['pictures that are joined', '\u{1f468}\u200d\u{1f469}\u200d\u{1f467}'],
    ['a conjunct', 'क\u094dष'],
    ['a syllable of single letters', '\u1112\u1161\u11ab'],
  ])('are not inside a grapheme: %s', (_, text) => {
    expect(shown(paragraph(text))).toBe(text);
  });

  it('leave short numbers alone', () => {
    expect(shown(paragraph('10 12'))).toBe('10 |12');
  });

  it('keep a bidi control with its text: openers with what follows, closers with what they close', () => {
    expect(shown(paragraph('a \u2067b\u2069 c'))).toBe('a |\u2067b\u2069 |c');
    expect(shown(paragraph('\u2066日本\u2069語'))).toBe('\u2066日|本\u2069|語');
  });

  it('are not inside a span that does not wrap, but may be around it', () => {
    const text = 'see page 12 now';
    const [whole] = paragraph(text).spans;
    const spans = [
      { ...whole!, end: 4 },
      { ...whole!, start: 4, end: 12, noWrap: true },
      { ...whole!, start: 12 },
    ];
    expect(shown({ ...paragraph(text), spans })).toBe('see |page 12 |now');
  });

  it('keep Korean words whole when asked to', () => {
    expect(shown(paragraph('도움 전화'))).toBe('도|움 |전|화');
    expect(shown(paragraph('도움 전화', keepAll))).toBe('도움 |전화');
  });

  it('hold small kana to the character before them when strict', () => {
    expect(shown(paragraph('キャ'))).toBe('キ|ャ');
    expect(shown(paragraph('キャ', strict))).toBe('キャ');
  });

  it('are between the phrases of a Japanese heading, and anywhere in its text', () => {
    const phrases = { breaking: { strictness: 'strict', words: 'auto-phrase' }, language: 'ja' } as const;
    expect(shown(paragraph('解毒施設は手ごろで良い選択です。', phrases))).toBe(
      '解毒施設は|手ごろで|良い|選択です。',
    );
    expect(shown(paragraph('解毒施設', { ...strict, language: 'ja' }))).toBe('解|毒|施|設');
  });

  it('are anywhere in a Japanese name or place that no narrow column holds', () => {
    const phrases = { breaking: { strictness: 'strict', words: 'auto-phrase' }, language: 'ja' } as const;
    expect(shown(paragraph('住所は東京都新宿区歌舞伎町', phrases))).toBe(
      '住所は|東|京|都|新|宿|区|歌|舞|伎|町',
    );
    expect(shown(paragraph('東京都新宿区霞', phrases))).toBe('東京都新宿区霞');
    expect(shown(paragraph('サポートセンターサポートセンター', phrases))).toContain('|');
    expect(shown(paragraph('過剰摂取したかもしれない', phrases))).toBe('過剰摂取したかもしれない');
  });

  it('are between the words of a Chinese heading', () => {
    const words = { breaking: { strictness: 'strict', words: 'auto-phrase' }, language: 'zh-Hans' } as const;
    expect(shown(paragraph('您必须知道的事', words))).toBe('您|必须|知道|的|事');
  });

  it('leave Japanese and Chinese punctuation where it may stand (JIS X 4051, GB/T 15834)', () => {
    expect(shown(paragraph('「はい」、と。', { ...strict, language: 'ja' }))).toBe('「は|い」、|と。');
    expect(shown(paragraph('拨打“热线”。好吗？', { ...strict, language: 'zh-Hans' }))).toBe(
      '拨|打|“热|线”。|好|吗？',
    );
    expect(shown(paragraph('（電話）《書》……', { ...strict, language: 'zh-Hant' }))).toBe(
      '（電|話）|《書》……',
    );
  });

  it('are at Thai words, not before the repetition sign, not inside a grapheme', () => {
    expect(shown(paragraph('โทรสายด่วนได้ทันที', { language: 'th' })).split('|').length).toBeGreaterThan(3);
    expect(shown(paragraph('คนต่างๆ', { language: 'th' }))).not.toContain('|ๆ');
    const graphemes = new Intl.Segmenter('th', { granularity: 'grapheme' });
    for (const text of ['ช่วยเหลือผู้ที่ใช้ยาเกินขนาดได้', 'ຊ່ວຍເຫຼືອຜູ້ທີ່ໃຊ້ຢາ', 'ជំនួយសម្រាប់អ្នកប្រើប្រាស់']) {
      const starts = new Set([...graphemes.segment(text)].map(({ index }) => index));
      const breaks = breakOpportunities(paragraph(text));
      for (let i = 1; i < text.length; i++) if (breaks[i] !== 0) expect(starts.has(i)).toBe(true);
    }
  });

  it.each([
    ['Burmese: a consonant with asat', 'ကလိုနီဒင်းက', 'my'],
    ['Burmese: one with a dot below too', 'တကယ့်', 'my'],
    ['Lao: a consonant without a vowel', 'ໂຄລນິດີນ', 'lo'],
    ['Khmer: the same', 'អូភីអូអ៊ីត', 'km'],
  ])('are not before what ends a syllable, whatever the dictionary says. %s', (_, text, language) => {
    const parts = shown(paragraph(text, { language })).split('|');
    for (const part of parts) expect(part).not.toMatch(/^(?:[\u1000-\u1021]\u1037?\u103a|[ນຕតក]$)/u);
    expect(parts.join('')).toBe(text);
  });

  it('are not inside a word that the language’s row keeps whole', () => {
    const text = 'แม้ใช้โอปิออยด์เพียงเล็กน้อย';
    expect(shown(paragraph(text, { language: 'th' }))).toContain('โอ|ปิ|ออยด์');
    const whole = { strictness: 'normal', words: 'normal', whole: ['โอปิออยด์'] } as const;
    expect(shown(paragraph(text, { language: 'th', breaking: whole }))).toBe('แม้|ใช้|โอปิออยด์|เพียง|เล็ก|น้อย');
    const twice = `${text}${text}`;
    expect(shown(paragraph(twice, { language: 'th', breaking: whole })).match(/\|โอปิออยด์\|/g)?.length).toBe(
      2,
    );
  });

  it('are not at a hyphen that would leave four letters or less', () => {
    expect(shown(paragraph('e-mail well-known кто-то peut-être doctor-patient 1-2'))).toBe(
      'e-mail |well-known |кто-то |peut-être |doctor-|patient 1-2',
    );
  });

  it('keep a short number with the word before it, but no long one and no list of numbers', () => {
    expect(shown(paragraph('Call 911 now, 100% in 4–6 hours'))).toBe('Call 911 |now, |100% |in 4–6 |hours');
    expect(shown(paragraph('in 2026 or 1 800 662 4357, 10 12'))).toBe(
      'in |2026 |or |1 800 662 4357, |10 |12',
    );
  });

  it('keep words with the next or the one before, as the language’s row says', () => {
    const breaking = { strictness: 'normal', words: 'normal' } as const;
    const polish = { ...breaking, withNext: ['nie', 'na'] } as const;
    expect(shown(paragraph('Nie uzależnia, a nie na zawsze nie', { breaking: polish }))).toBe(
      'Nie uzależnia, |a |nie na zawsze |nie',
    );
    const hindi = { ...breaking, withPrevious: ['के', 'लिए'] } as const;
    expect(shown(paragraph('गुज़रने के लिए जानना', { breaking: hindi }))).toBe('गुज़रने के लिए |जानना');
  });

  it.each([
    ['th', 'การบำบัดที่อันตรายที่สุด', ['การบำบัด', 'อันตรายที่สุด']],
    ['lo', 'ບໍ່ແມ່ນການປິ່ນປົວ', ['ບໍ່ແມ່ນ', 'ການປິ່ນປົວ']],
    ['km', 'អ្នកផ្តល់ការព្យាបាល', ['អ្នកផ្តល់', 'ការព្យាបាល']],
    ['my', 'ဆေးဝါးကို မမှီခိုရတော့ပါတယ်', ['ကို', 'မမှီခို', 'ပါတယ်']],
  ])('keep prefixes and particles with their word in %s', (language, text, kept) => {
    const parts = shown(paragraph(text, { language })).split('|');
    for (const word of kept) expect(parts.some((part) => part.includes(word))).toBe(true);
  });

  it('keep words of one letter with the next, and dashes with the word before, where the language does', () => {
    const slavic = { strictness: 'normal', words: 'normal', bindsLetters: true, bindsDashes: true } as const;
    const text = 'Доля — 100%, а теперь в группе и у а б друга';
    expect(shown(paragraph(text))).toContain('|— |');
    expect(shown(paragraph(text, { language: 'ru', breaking: slavic }))).toBe(
      'Доля — |100%, |а теперь |в группе |и у а б друга',
    );
    expect(shown(paragraph('z góry, 5 z 7', { language: 'pl', breaking: slavic }))).toBe('z góry, |5 |z 7');
  });

  it('are at soft hyphens between letters that are written from left to right, and at no others', () => {
    expect(shown(paragraph('help\u00adline'))).toBe('help\u00ad|line');
    expect(shown(paragraph('8\u00ad9 a\u00ad, \u00adb'))).toBe('8\u00ad9 |a\u00ad, |\u00adb');
    expect(shown(paragraph('سلا\u00adم'))).toBe('سلا\u00adم');
    expect(shown(paragraph('help\u00adline', { direction: 'rtl' }))).toBe('help\u00adline');
  });

  it('keep words of one letter in a row with the word behind them, but no more of them than a line can hold', () => {
    const bound = { strictness: 'normal', words: 'normal', bindsLetters: true } as const;
    const polish = (text: string) => shown(paragraph(text, { language: 'pl', breaking: bound }));
    expect(polish('kot a w domu')).toBe('kot |a w domu');
    expect(polish('kot i „w domu” z 5')).toBe('kot |i „w domu” |z 5');
    expect(polish('dom a b c d e f g kot')).toBe('dom |a b c d e |f g kot');
    expect(polish('à la')).toBe('à la');
    expect(polish('a\u0300 la')).toBe('a\u0300 la');
    // What stands with the word before it goes no further: Haitian w, Armenian է.
    const both = { ...bound, withPrevious: ['w'] };
    expect(shown(paragraph('pou w pase', { breaking: both }))).toBe('pou w |pase');
    expect(shown(paragraph('pou n pase', { breaking: both }))).toBe('pou |n pase');
    // A syllable of Devanagari is a word of more than one letter.
    expect(polish('का एक')).toBe('का |एक');
  });

  it.each([
    ['Thai', 'มาก ๆ ๆ นะ', 'ๆ'],
    ['Lao', 'ຫຼາຍ ໆ ນະ', 'ໆ'],
    ['Khmer', 'ណាស់ ៗ ។', 'ៗ។'],
    ['Hindi', 'वह है । वह', '।'],
    ['Burmese', 'သည် ။ သည်', '။'],
    ['Amharic', 'ነው ። ነው', '።'],
  ])(
    'are not before a sign that never begins a line, with a space before it or not: %s',
    (_, text, signs) => {
      for (const part of shown(paragraph(text)).split('|').slice(1)) expect(signs).not.toContain(part[0]);
    },
  );

  it('are not before a dot or bar that parts what stands beside each other, and before one that begins an item', () => {
    expect(shown(paragraph('tea 1.0 · 2026 · en'))).toBe('tea |1.0 · |2026 · |en');
    expect(shown(paragraph('tea | milk'))).toBe('tea | |milk');
    // What no space follows is a part of the next word, and a bullet stands before its item.
    expect(shown(paragraph('tea ·milk'))).toBe('tea |·milk');
    expect(shown(paragraph('tea • milk'))).toBe('tea |• |milk');
  });

  it('are not within an amount', () => {
    expect(shown(paragraph('du 5 000 $ och 25 % av § 5'))).toBe('du |5 000 $ |och 25 % |av |§ 5');
    expect(shown(paragraph('5 0001 or 5 00'))).toBe('5 |0001 |or |5 |00');
    expect(shown(paragraph('10–15 mg/kg/Tag, ab 1,60 m oder 9 h 30'))).toBe(
      '10–15 mg/kg/Tag, |ab 1,60 m |oder |9 h 30',
    );
    expect(shown(paragraph('до 1 000 грн/міс. або und/oder, Belo Horizonte/MG'))).toBe(
      'до |1 000 |грн/міс. |або |und/oder, |Belo |Horizonte/MG',
    );
    expect(shown(paragraph('訪問は13時30分~17時'))).toMatch(/時30.*分~17/);
    expect(shown(paragraph('Basel/Bienne, example.org/to/a/page'))).toBe(
      'Basel/|Bienne, |example.org/|to/|a/|page',
    );
    expect(shown(paragraph('Paracetamol 500 mg, quá 60 mg/kg'))).toBe('Paracetamol |500 mg, |quá |60 mg/kg');
    expect(shown(paragraph('5 mgs, 5 mal, 30 l’été, 12 marks'))).toBe(
      '5 |mgs, |5 |mal, |30 |l’été, |12 |marks',
    );
    expect(shown(paragraph('loi n° 2024-536, Art. 6 Abs. 1, + 10 %, ≥ 20 mm'))).toBe(
      'loi |n° 2024-536, |Art. 6 |Abs. 1, |+ 10 %, |≥ 20 mm',
    );
    expect(shown(paragraph('106 82 Αθήνα, 106 8 ή 60 82'))).toBe('106 82 |Αθήνα, |106 |8 |ή |60 |82');
    expect(shown(paragraph('z. B. hier, i. d. R. dort, p. ex. là, Haus. So. Ja'))).toBe(
      'z. B. |hier, |i. d. R. |dort, |p. ex. |là, |Haus. |So. |Ja',
    );
    expect(shown(paragraph('から20㎝²を2週間、9時～17時、第103号'))).toBe(
      'か|ら|20㎝²|を|2|週|間、|9|時～|17|時、|第103|号',
    );
  });
});

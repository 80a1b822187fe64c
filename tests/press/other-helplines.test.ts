/** Scripts whose faces are set smaller than others, and Nastaliq, which reaches above its lines: what only guides of others have. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'other-helplines-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true, force: true });
});

function guideIn(
  locale: string,
  country: string,
  word: string,
  cell: string,
  changes: Readonly<Record<string, unknown>> = {},
): string {
  const section = (id: string, ...blocks: object[]) => ({ id, line: `${word} ${word}`, blocks });
  const cells = (id: string) => ({ id, cells: ['a', 'b'].map((of) => ({ id: of, text: cell })) });
  const place = mkdtempSync(join(folder, `${locale}-`));
  writeFileSync(
    join(place, 'guide.yaml'),
    JSON.stringify({
      id: 'others',
      version: '1.0.0',
      date: '2026-01-31',
      locale,
      country,
      title: word,
      publisher: { name: word, address: cell },
      helplines: {
        main: { display: '988', dial: '988', call: word, answers: word },
        other: { display: '1415', dial: '1415', call: word, answers: word },
      },
      sections: [
        section('one', {
          id: 'hours',
          kind: 'table',
          caption: word,
          head: 'row',
          rows: ['x', 'y', 'z'].map(cells),
        }),
        section('two', { id: 'b', kind: 'paragraph', text: word }),
        section('three', { id: 'b', kind: 'paragraph', text: word }),
      ],
      emergency: [{ id: 'at', country, text: `${word} [112](tel:112)` }],
      numbers: { aid: { display: '112', dial: '112' } },
      disclosure: { version: '1', heading: cell, blocks: [{ id: 'b', kind: 'paragraph', text: cell }] },
      sources: [],
      ...changes,
    }),
  );
  return place;
}

describe.each([
  ['ur', 'PK', 'کوئی سنتا ہے', '۲۴ گھنٹے'],
  ['ta', 'IN', 'ஒருவர் கேட்கிறார்', 'இருபத்து நான்கு மணி நேரம்'],
  ['my', 'MM', 'တစ်ယောက်ယောက် နားထောင်သည်', 'တစ်နေ့လုံး'],
  ['ka', 'GE', 'ვიღაც გისმენთ', 'მთელი დღე'],
  ['hy', 'AM', 'Ինչ-որ մեկը լսում է', 'ամբողջ օրը'],
])('another helpline, a table, and who hands it out, in %s', (locale, country, word, cell) => {
  const guide = loadGuide(guideIn(locale, country, word, cell));

  it.each(['poster', 'sticker', 'pamphlet-trifold', 'handout'])('are printed by %s', (product) => {
    const { proof } = press.run(guide, { ...defaultJob, product, locale });
    expect(proof.verdict).toBe('proved');
  });
});

/** What other agencies have, and the guide that ships has not. */
describe('a guide of another agency', () => {
  const main = { display: '1121', dial: '1121', call: 'بچہ', answers: 'عملہ' };
  const section = (id: string, text: string, more = {}) => ({
    ...{ id, line: text },
    blocks: [{ id: 'b', kind: 'paragraph', text, ...more }],
  });
  const others = [section('two', 'محفوظ جگہ۔'), section('three', 'وکیل کی مدد مفت ہے۔')];
  const figure =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1200 40"><rect width="1200" height="40"/></svg>';
  const proved = (place: string, product: string, locale: string, paper = 'a4') =>
    press.run(loadGuide(place), { ...defaultJob, product, locale, paper }).proof.verdict;

  it('may say what to do in danger in one line of Nastaliq', () => {
    const danger = section('one', 'فوراً [112](tel:112) پر کال کریں۔', { danger: true });
    const place = guideIn('ur', 'PK', 'زہر', 'عملہ', { helplines: { main }, sections: [danger, ...others] });
    expect(proved(place, 'pamphlet-bifold', 'ur')).toBe('proved');
  });

  it('may have nothing about emergencies, in Nastaliq, on a poster that lies', () => {
    const none = { emergency: undefined, publisher: undefined, numbers: undefined, helplines: { main } };
    const place = guideIn('ur', 'PK', 'زہر', 'حکومت چلاتی ہے', {
      ...none,
      sections: [section('one', 'یہ جرم ہے۔'), ...others],
    });
    expect(proved(place, 'poster', 'ur')).toBe('proved');
  });

  it.each(['poster', 'door-card', 'poster-tearoff', 'pamphlet-accordion'])(
    'may name a helpline by its hours in %s',
    (product) => {
      const night = {
        display: '6688 0033',
        dial: '+85366880033',
        call: '24小時熱線',
        answers: '輔導員接聽。',
      };
      const day = { display: '2832 3998', dial: '+85328323998', call: '找人談談', answers: '輔導員接聽。' };
      const place = guideIn('zh-Hant', 'MO', '停一停', '社工', { helplines: { main: day, night } });
      expect(proved(place, product, 'zh-Hant')).toBe('proved');
    },
  );

  it('may have a logo thirty times as wide as high, and a messenger by its own name', () => {
    const messenger = { name: 'واتساب', address: 'https://wa.me/96181123456' };
    const place = guideIn('ar', 'LB', 'عيادة', 'يوم', {
      publisher: { name: 'عيادة', logo: 'logo.svg', web: 'https://www.example.org' },
      helplines: { main: { display: '1564', dial: '1564', call: 'موعد', answers: 'ممرضات', messenger } },
      numbers: {
        aid: { display: '112', dial: '112' },
        chat: { display: '81 123 456', dial: '+96181123456' },
      },
    });
    writeFileSync(join(place, 'logo.svg'), figure);
    expect(proved(place, 'handout', 'ar')).toBe('proved');
  });
});

/** Scripts whose faces are set smaller than others, and Nastaliq, which reaches above its lines: what only guides of others have. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

function guideIn(locale: string, country: string, word: string, cell: string): string {
  const section = (id: string, ...blocks: object[]) => ({ id, line: `${word} ${word}`, blocks });
  const cells = (id: string) => ({ id, cells: ['a', 'b'].map((of) => ({ id: of, text: cell })) });
  const place = join(folder, locale);
  mkdirSync(place);
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

/** A list of numbers is the most ordinary one of such a guide: each number keeps off the mark, or the numeral, of its item. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { defaultJob, Press } from '../../src/press/index.ts';

const folder = mkdtempSync(join(tmpdir(), 'lists-of-numbers-'));
const press = new Press();
afterAll(() => {
  press.close();
  rmSync(folder, { recursive: true, force: true });
});

function guideIn(locale: string, word: string, answers: string): string {
  const items = [`<helpline:main> ${word}`, `[112](tel:112): ${word}`, '+1 888 555 0134', '[15](tel:15)'].map(
    (text, i) => ({ id: `i${i}`, text }),
  );
  const section = (id: string, ...blocks: object[]) => ({ id, line: `${word} ${word}`, blocks });
  const place = join(folder, locale);
  mkdirSync(place);
  writeFileSync(
    join(place, 'guide.yaml'),
    JSON.stringify({
      id: 'numbers',
      version: '1.0.0',
      date: '2026-01-31',
      locale,
      country: 'US',
      title: word,
      helplines: { main: { display: '988', dial: '988', call: word, answers: word } },
      numbers: {
        aid: { display: '112', dial: '112' },
        samu: { display: '15', dial: '15' },
        other: { display: '+1 888 555 0134', dial: '+18885550134' },
      },
      sections: [
        section('list', { id: 'list', kind: 'list', items }),
        section('steps', { id: 'steps', kind: 'steps', items }),
        section('last', { id: 'last', kind: 'paragraph', text: word }),
      ],
      emergency: [{ id: 'us', country: 'US', text: `${word} [112](tel:112)` }],
      disclosure: {
        version: '1',
        heading: answers,
        blocks: [{ id: 'b', kind: 'paragraph', text: `${answers} ${answers}` }],
      },
      sources: [],
    }),
  );
  return place;
}

describe.each([
  ['en', 'people who listen', 'Where do calls go?'],
  ['ar', 'أشخاص يستمعون إليك', 'من يجيب على المكالمة'],
])('a list that begins with numbers, in %s', (locale, word, answers) => {
  const guide = loadGuide(guideIn(locale, word, answers));

  it.each(['pamphlet-trifold', 'pamphlet-bifold', 'handout'])('is printed by %s', (product) => {
    const { proof } = press.run(guide, { ...defaultJob, product, locale });
    expect(proof.verdict).toBe('proved');
  });
});

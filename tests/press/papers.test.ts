/** Papers for those who work on a guide: a review of a translation, a working paper, the names that stand on them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReviewGroup } from '../../src/press/index.ts';
import { inspect } from '../../src/proof/index.ts';
import { problemsOf } from '../content/folder.ts';
import { openStand, type Stand } from './stand.ts';

let stand: Stand;
beforeAll(() => {
  stand = openStand();
  stand.translate('es', { status: 'machine-draft' });
  mkdirSync(join(stand.folder, 'templates/sheet'));
  writeFileSync(join(stand.folder, 'templates/sheet/template.hbs'), paper);
  writeFileSync(join(stand.folder, 'templates/sheet/style.css'), css);
});
afterAll(() => stand.clear());

const paper = `<!doctype html>
<html lang="en" dir="ltr"><head><title>{{review.title}}</title></head>
<body class="it"><footer class="foot"><p>Working paper {{review.imprint}}</p><p>{{page}} / {{pages}}</p></footer>
<h1>{{review.heading}}</h1>{{#each review.rows}}<p>{{what}} {{number}}</p>{{/each}}
{{#if review.pictures}}{{#each review.pictures}}<p><img src="template:{{src}}" alt="{{alt}}"></p>{{/each}}{{/if}}
</body></html>`;
const css = `@page sheet { margin: 36pt 36pt 60pt; @bottom-center { content: element(foot) } }
.it { page: sheet; font-size: 12pt; }
.it img { height: 100pt; }
.foot { position: running(foot); padding: 8pt 36pt 24pt; }
.foot p { font-size: 9pt; }
`;

const groups = (): ReviewGroup[] => [
  {
    heading: 'Title',
    pairs: [
      { key: 'guide:title', note: 'Title.', source: 'Every kind of block', target: 'Todo tipo de bloque' },
      { key: 'press:call', note: 'A word.', source: 'Call {{number}}', target: 'Llame al {{number}}' },
    ],
  },
  {
    heading: 'Section 1',
    pairs: [
      {
        key: 'guide:sections.one.list.first',
        note: 'Item.',
        source: 'Call <helpline:main> or [911](tel:911).',
        target: 'Llame al <helpline:main> o al [911](tel:911).',
      },
    ],
  },
];

describe('a review of a translation', () => {
  const review = (tag = 'es', date?: string) =>
    stand.press.review(stand.guide, tag, groups(), 'letter', date);

  it('is one file, called by guide, language and paper, proved with every pair in its language', () => {
    const { name, bytes, proof, warnings } = review();
    expect([name, proof.passed, warnings]).toEqual(['whole.review.es.letter.pdf', true, []]);
    expect(proof.expectation!.texts).toEqual([
      {
        key: 'state',
        text: 'This translation is a machine draft: it needs review by a qualified translator.',
        language: 'en',
      },
      { key: 'guide:title (source)', text: 'Every kind of block', language: 'en' },
      { key: 'guide:title (translation)', text: 'Todo tipo de bloque', language: 'es' },
      { key: 'press:call (source)', text: 'Call {{number}}', language: 'en' },
      { key: 'press:call (translation)', text: 'Llame al {{number}}', language: 'es' },
      { key: 'guide:sections.one.list.first (source)', text: 'Call 800-315-1376 or 911.', language: 'en' },
      {
        key: 'guide:sections.one.list.first (translation)',
        text: 'Llame al 800-315-1376 o al 911.',
        language: 'es',
      },
    ]);
    expect(proof.expectation).toMatchObject({
      title: 'Review of the translation into Spanish: Every kind of block',
      locale: 'en',
      paper: 'letter',
      purpose: 'office',
      numbers: [{ display: '800-315-1376' }, { display: '988' }, { display: '911' }],
      links: [
        { uri: 'tel:911', text: '911' },
        { uri: 'tel:911', text: '911' },
      ],
      translation: { status: 'machine-draft' },
    });
    const { metadata, text } = inspect(bytes);
    expect(metadata.title).toBe('Review of the translation into Spanish: Every kind of block');
    expect(text).toContain('Español');
    // Only the promises of products are not asked for: none of what is asked failed, and much is asked.
    const codes = proof.checks.map(({ code }) => code);
    for (const code of ['DISCLOSURE_MISSING', 'DISCLOSURE_SCATTERED', 'TEXT_FOREIGN', 'GLYPH_OTHER'])
      expect(codes).not.toContain(code);
    for (const code of ['TEXT_LOST', 'CONTRAST_LOW', 'TEXT_TOO_SMALL']) expect(codes).toContain(code);
  });

  it('bears the date that is asked for', () => {
    expect(inspect(review('es', '2026-05-06T07:08:09Z').bytes).metadata.xmp).toContain('2026-05-06T07:08:09');
    expect(inspect(review().bytes).metadata.xmp).toContain('2026-01-31');
  });

  it('names who reviewed before, in the letters that they sign in; who cannot be set is told', () => {
    const by = (name: string) => {
      stand.translate('es', { status: 'reviewed', reviewed: { by: name, on: '2026-02-03' } });
      const { proof, warnings } = review();
      return [proof.expectation!.texts[0]!.text, warnings.map(({ code, place }) => [code, place.locale])];
    };
    expect(by('Ana Ruiz')).toEqual(['Reviewed by Ana Ruiz on 2026-02-03.', []]);
    expect(by('Ana Ρούμπη')).toEqual(['Reviewed by Ana Ρούμπη on 2026-02-03.', []]);
    expect(by('Ana \ue000')).toEqual(['Reviewed on 2026-02-03.', [['GLYPH_MISSING', 'es']]]);
    stand.translate('es', { status: 'machine-draft' });
  });

  it('asks for two translators where drafts are less sure', () => {
    stand.translate('tr', { status: 'machine-draft' });
    const { text } = review('tr').proof.expectation!.texts[0]!;
    expect(text).toBe(
      'This translation is a machine draft: it needs review by two qualified translators: drafts into this language are less sure.',
    );
  });
});

describe('a working paper', () => {
  const number = { display: '202-555-0101', dial: '+12025550101' };
  const print = (more: object = {}, rows: object[] = [], said: string[] = []) =>
    stand.press.workingPaper({
      guide: stand.guide,
      template: 'sheet',
      paper: 'a4',
      title: 'Numbers of a campaign',
      numbers: [],
      view: () => ({ heading: 'All of it', rows, pictures: [] }) as never,
      texts: ['All of it', ...said].map((text) => ({ text, language: 'en' })),
      everyday: [],
      languages: [],
      imprint: 'of today',
      date: undefined,
      ...more,
    });

  it('is proved with its texts and its numbers, and promises nothing of products', () => {
    const { proof, bytes } = print(
      {
        numbers: [number],
        view: (call: (index: number) => unknown) => ({
          heading: 'All of it',
          pictures: [],
          rows: [{ what: 'North', number: call(0) }],
        }),
      },
      [],
      ['North'],
    );
    expect(proof.passed).toBe(true);
    const codes = proof.checks.map(({ code }) => code);
    expect(proof.checks[0]).toEqual({
      code: 'HELPLINE_MISSING',
      status: 'passed',
      detail: 'Each of 1 numbers is printed.',
    });
    for (const code of [
      'HELPLINE_REVERSED',
      'DISCLOSURE_MISSING',
      'DISCLOSURE_SCATTERED',
      'TEXT_FOREIGN',
      'QR_UNREADABLE',
    ])
      expect(codes).not.toContain(code);
    expect(codes.filter((code) => code === 'HELPLINE_MISSING')).toHaveLength(1);
    for (const code of ['HELPLINE_WRONG', 'TEXT_LOST', 'CONTRAST_LOW']) expect(codes).toContain(code);
    expect(proof.expectation).toMatchObject({
      product: 'sheet',
      paper: 'a4',
      title: 'Numbers of a campaign',
      helpline: { display: '202-555-0101', uri: 'tel:+12025550101', minSize: 11.5 },
      numbers: [{ display: '202-555-0101', uri: 'tel:+12025550101' }],
      numbered: true,
    });
    expect(inspect(bytes).metadata.xmp).toContain('2026-01-31');
  });

  it('is refused where a number or a text is not there, with which', () => {
    expect(
      problemsOf(() => print({ numbers: [number] })).map(({ code, message }) => [code, message]),
    ).toEqual([['HELPLINE_MISSING', '202-555-0101 is not there.']]);
    expect(problemsOf(() => print({}, [], ['Nowhere'])).map(({ code }) => code)).toEqual(['TEXT_LOST']);
  });

  it('without a number has the guide’s to look for; of several the longest', () => {
    expect(print().proof.checks[0]!.detail).toBe('Each of 0 numbers is printed.');
    expect(print().proof.expectation).toMatchObject({
      helpline: { display: '800-315-1376' },
      numbers: [{ display: '800-315-1376' }],
    });
    const short = { display: '112', dial: '112' };
    const { proof } = print({
      numbers: [short, number],
      view: (call: (index: number) => unknown) => ({
        heading: 'All of it',
        pictures: [],
        rows: [
          { what: 'A', number: call(0) },
          { what: 'B', number: call(1) },
        ],
      }),
    });
    expect(proof.expectation).toMatchObject({ helpline: { display: '202-555-0101' } });
  });

  it('may say what is no number, where that is said to be everyday', () => {
    const rows = [{ what: 'list-2026-11.csv, 212 555 0199 rows', number: '' }];
    expect(problemsOf(() => print({}, rows)).length).toBeGreaterThan(0);
    const { proof } = print({ everyday: ['list-2026-11.csv', 'none'] }, [
      { what: 'list-2026-11.csv', number: '' },
    ]);
    expect(proof.expectation).toMatchObject({
      words: ['list-2026-11.csv', 'none'],
      everyday: ['list-2026-11.csv'],
    });
  });

  it('shows first pages in small', () => {
    const pictures = [{ src: 'page-1', alt: 'A note' }];
    const { proof } = print(
      {
        pages: new Map([['template:page-1', stand.plate()]]),
        view: () => ({ heading: 'All of it', rows: [], pictures }),
      },
      [],
    );
    expect(proof.passed).toBe(true);
  });
});

describe('a name as it is set', () => {
  const parts = (name: string) =>
    stand.press.nameParts(name)?.map(({ text, language, direction }) => `${text} ${language} ${direction}`);

  it('is one part in one script, in English where that has its letters', () => {
    expect(parts('  Ana   Ruiz ')).toEqual(['Ana Ruiz en ltr']);
    expect(parts('ليلى حداد')).toEqual([expect.stringMatching(/^ليلى حداد \w+ rtl$/)]);
    expect(parts('Анна')).toEqual([expect.stringMatching(/ ltr$/)]);
  });

  it('is a part for each script, words of one together', () => {
    expect(parts('ไทย ليلى حداد')).toEqual(['ไทย th ltr', 'ليلى حداد ar rtl']);
    expect(parts('ไทย ليلى ไทย')).toEqual(['ไทย th ltr', 'ليلى ar rtl', 'ไทย th ltr']);
  });

  it('is divided within words longer than 40 letters, marks not counted', () => {
    const broken = (name: string) =>
      stand.press
        .nameParts(name)![0]!
        .text.split('\u200b')
        .map(({ length }) => length);
    expect(broken('a'.repeat(40))).toEqual([40]);
    expect(broken('a'.repeat(41))).toEqual([40, 1]);
    expect(broken('a'.repeat(81))).toEqual([40, 40, 1]);
    expect(broken(`${'a'.repeat(40)} ${'b'.repeat(40)}`)).toEqual([81]);
  });

  it.each(['', ' ', 'Ana\u0007', 'Ana \ue000', 'Ana \ufffc', 'Ana \u0378', 'Ana \u{1f600}'])(
    'is none of %j',
    (name) => {
      expect(parts(name)).toBeUndefined();
    },
  );
});

/** What a translator's file says, to the letter. */
import { join } from 'node:path';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { PressError, type Problem } from '../../src/diagnostics/index.ts';
import { pieces } from '../../src/translations/codes.ts';
import type { Exchange, Unit, UnitState } from '../../src/translations/index.ts';
import { glossaryOf, readReturned, writeExchange, writeGlossary } from '../../src/translations/index.ts';
import { groupOf, reviewNote, textNote, wordNote } from '../../src/translations/note.ts';
import { whole } from '../content/folder.ts';
import { folderOf } from '../files/folder.ts';

const unit = (state: UnitState, more: Partial<Unit> = {}): Unit => ({
  key: `guide:${state}`,
  source: `One ${state}`,
  target: state === 'missing' ? '' : `Uno ${state}`,
  state,
  note: `Note ${state}.`,
  optional: false,
  ...more,
});
const states = ['missing', 'stale', 'broken', 'offered', 'translated', 'reviewed'] as const;
const exchange = (units: readonly Unit[], more: Partial<Exchange> = {}): Exchange => ({
  guide: 'rest',
  version: '1.2.0',
  sourceLanguage: 'en-US',
  targetLanguage: 'zh-Hans',
  numbers: [],
  units,
  ...more,
});

async function problemsOfAll(call: () => Promise<unknown>): Promise<readonly Problem[]> {
  try {
    await call();
    return [];
  } catch (error) {
    if (error instanceof PressError) return error.problems;
    throw error;
  }
}

describe('PO', () => {
  it('says its languages, and of each text what it is and whether it needs work', async () => {
    const { name, text } = await writeExchange(exchange(states.map((state) => unit(state))), 'po');
    expect(name).toBe('rest.zh-Hans.po');
    const [head, ...entries] = text.trimEnd().split('\n\n');
    expect(head).toBe(
      [
        'msgid ""',
        'msgstr ""',
        '"Project-Id-Version: rest 1.2.0\\n"',
        '"Language: zh_Hans\\n"',
        '"X-Source-Language: en_US\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
      ].join('\n'),
    );
    const remarks: Partial<Record<UnitState, string>> = {
      stale: 'The source changed after this was translated. The earlier source is not known: compare whole.',
      broken: 'This translation lost or changed something that must stay.',
      offered: 'The same source was translated elsewhere: does that fit here?',
    };
    expect(entries).toEqual(
      states.map((state) =>
        [
          `#. Note ${state}.`,
          ...(remarks[state] === undefined ? [] : [`#. ${remarks[state]}`, '#, fuzzy']),
          `msgctxt "guide:${state}"`,
          `msgid "One ${state}"`,
          `msgstr "${state === 'missing' ? '' : `Uno ${state}`}"`,
        ].join('\n'),
      ),
    );
  });

  it('keeps a long text in one line', async () => {
    const source = 'Go well and rest. '.repeat(20).trim();
    const { text } = await writeExchange(exchange([unit('translated', { source })]), 'po');
    expect(text).toContain(`msgid "${source}"`);
  });
});

describe('XLIFF', () => {
  it('says its languages, and of each text its state, its codes and its note', async () => {
    const more = { source: 'Call 911 & **rest**', target: 'Llame 911 y **"rest"**', note: 'A <b> & "c"' };
    const units = [unit('translated', more), unit('missing', { key: 'a"<b' })];
    const numbers = [
      { name: 'e', kind: 'number', display: '911', dial: '911' },
    ] as unknown as Exchange['numbers'];
    const { name, text } = await writeExchange(exchange(units, { numbers, guide: 'r&d' }), 'xliff');
    expect(name).toBe('r&d.zh-Hans.xlf');
    expect(text).toContain(
      '<file original="r&amp;d" datatype="plaintext" source-language="en-US" target-language="zh-Hans">',
    );
    const [, first, second] = text.split(/(?=<trans-unit)/);
    expect(first!.split('</trans-unit>')[0]).toBe(
      [
        '<trans-unit id="guide:translated" xml:space="preserve">',
        '        <source>Call <ph id="2" ctype="x-number">911</ph> &amp; <bpt id="1" ctype="bold">**</bpt>rest<ept id="1">**</ept></source>',
        '        <target state="translated">Llame <ph id="2" ctype="x-number">911</ph> y <bpt id="1" ctype="bold">**</bpt>&quot;rest&quot;<ept id="1">**</ept></target>',
        '        <note>A &lt;b&gt; &amp; &quot;c&quot;</note>',
        '      ',
      ]
        .join('\n')
        .replaceAll('id="2"', `id="${/<ph id="(\d)"/.exec(first!)![1]}"`)
        .replaceAll(/(<[be]pt id=)"1"/g, `$1"${/<bpt id="(\d)"/.exec(first!)![1]}"`),
    );
    expect(second).toContain('id="a&quot;&lt;b"');
    expect(second).toContain('<target state="needs-translation"></target>');
  });

  it('says each state in its own words', async () => {
    const { text } = await writeExchange(exchange(states.map((state) => unit(state))), 'xliff');
    expect([...text.matchAll(/target state="([^"]+)"/g)].map(([, state]) => state)).toEqual([
      'needs-translation',
      'needs-review-translation',
      'needs-review-translation',
      'needs-review-translation',
      'translated',
      'signed-off',
    ]);
  });
});

describe('CSV and JSON', () => {
  const units = [unit('stale', { target: '=1+1', note: 'a, "b"' }), unit('missing')];

  it('CSV has its mark, its columns, its languages, and no formula', async () => {
    const { name, text } = await writeExchange(exchange(units), 'csv');
    expect(name).toBe('rest.zh-Hans.csv');
    expect(text).toBe(
      [
        '\uFEFFkey,source,target,state,note',
        'file:languages,en-US,zh-Hans,,Leave this row as it is.',
        `guide:stale,One stale,'=1+1,stale,"a, ""b"""`,
        'guide:missing,One missing,,missing,Note missing.',
        '',
      ].join('\r\n'),
    );
  });

  it('JSON has all that there is, and of a text what is not of our own doing', async () => {
    const { name, text } = await writeExchange(exchange(units), 'json');
    expect(name).toBe('rest.zh-Hans.json');
    expect(text).toMatch(/^\{\n {2}"guide": "rest",\n.*\}\n$/s);
    expect(JSON.parse(text)).toEqual({
      guide: 'rest',
      version: '1.2.0',
      sourceLanguage: 'en-US',
      targetLanguage: 'zh-Hans',
      numbers: [],
      units: units.map(({ optional: _, ...rest }) => rest),
    });
  });
});

describe('codes of a text', () => {
  const drawn = (text: string, numbers: readonly string[], known?: Parameters<typeof pieces>[2]) =>
    pieces(text, numbers, known).map((piece) => (piece.is === 'words' ? piece.text : [piece.id, piece.text]));

  it('are counted from 1, and on from those of the source', () => {
    expect(drawn('{{a}}', [], pieces('plain', []))).toEqual([[1, '{{a}}']]);
    expect(drawn('{{b}}', [], pieces('{{a}}', []))).toEqual([[2, '{{b}}']]);
  });

  it('are the longest number that stands there', () => {
    const numbers = ['800 315', '800 315 1376', ''];
    expect(drawn('Dial 800 315 1376.', numbers)).toEqual(['Dial ', [1, '800 315 1376'], '.']);
    expect(drawn('Dial 800 315.', numbers)).toEqual(['Dial ', [1, '800 315'], '.']);
    expect(drawn('Dial 800 315.', [])).toEqual(['Dial 800 315.']);
  });
});

describe('a workbook', () => {
  it('has its columns wide enough to read in, keeps its head in sight, and is called by its language', async () => {
    const { name, text } = await writeExchange(exchange([unit('stale')], { guide: 'r'.repeat(40) }), 'xlsx');
    expect(name).toBe(`${'r'.repeat(40)}.zh-Hans.xlsx`);
    const [sheet] = (await readXlsx(text, { readStyles: true })).sheets;
    expect(sheet!.name).toBe('r'.repeat(31));
    expect(sheet!.columns?.map(({ width }) => width)).toEqual([28, 60, 60, 12, 50]);
    expect(sheet!.freezePane).toMatchObject({ rows: 1 });
    expect(sheet!.rows[2]).toEqual(['guide:stale', 'One stale', 'Uno stale', 'stale', 'Note stale.']);
  });

  it('is refused where a cell is no text: each cell is told, with what it is and the row', async () => {
    const rows = [
      ['key', 'source', 'target'],
      ['file:languages', 'en', 'es'],
      ['guide:a', 'A', null],
    ];
    const refused = async (cell: object) => {
      const folder = folderOf({
        'a.xlsx': await writeXlsx({ sheets: [{ name: 'es', rows, cells: new Map([['2,2', cell]]) }] }),
      });
      return problemsOfAll(() => readReturned(join(folder, 'a.xlsx')));
    };
    const hint = "Write it again, with an apostrophe (') before it.";
    const [formula] = await refused({ formula: 'A1', formulaResult: 'x'.repeat(80) });
    expect(formula).toMatchObject({ hint, place: { line: 3 } });
    expect(formula!.message).toBe(`A cell of row 3 is a formula, and no text: ${'x'.repeat(60)}`);
    const [date] = await refused({
      value: new Date('2026-01-31T00:00:00Z'),
      style: { numFmt: 'yyyy-mm-dd' },
    });
    expect(date!.message).toMatch(/^A cell of row 3 is a date, and no text: /);
    const [error] = await refused({ type: 'error', value: '#REF!' });
    expect(error!.message).toMatch(/^A cell of row 3 is a formula that failed, and no text: #REF!/);
  });
});

describe('a note', () => {
  const guide = loadGuide(whole);

  it('says what a text is, where it stands, and what must stay in it', () => {
    expect(textNote(guide, 'title')).toBe('Title.');
    expect(textNote(guide, 'opening.heading')).toBe('Opening: heading.');
    expect(textNote(guide, 'opening.word.text')).toBe(
      'Opening: explanation of a word. Must stay: ** ** (bold words).',
    );
    expect(textNote(guide, 'sections.one.list.first')).toBe(
      'Section 1: item of a list. Must stay: <helpline:main> (the number), [ ](tel:911) (the link to 911).',
    );
    expect(textNote(guide, 'sections.one.list.second')).toBe(
      'Section 1: item of a list. Must stay: [ ](lang:es) (words in Spanish).',
    );
  });

  it('says what a word of the products is', () => {
    expect(wordNote('who', 'Who answers?')).toBe('Words of the products: the same in every guide.');
    expect(wordNote('call', 'Call {{ number }} or {{number}}')).toBe(
      'Words of the products: the same in every guide. Must stay: {{ number }}, {{number}}.',
    );
    const picture = 'says what a picture shows, read aloud to those who do not see it';
    expect(wordNote('art.door', 'A door')).toBe(`Words of the products: ${picture}.`);
    expect(wordNote('code.pageAlt', 'A code')).toBe(`Words of the products: ${picture}.`);
    expect(wordNote('start.door', 'A door')).toBe('Words of the products: the same in every guide.');
    expect(wordNote('altitude', 'High')).toBe('Words of the products: the same in every guide.');
  });

  it('says it to a reviewer under a heading, of what is seen, each thing once', () => {
    expect(groupOf(guide, 'press:who')).toBe('Words of the products');
    expect(groupOf(guide, 'guide:opening.heading')).toBe('Opening');
    expect(reviewNote(guide, 'guide:opening.heading', 'First')).toBe('Heading.');
    expect(reviewNote(guide, 'guide:title', 'A')).toBe('Title.');
    expect(reviewNote(guide, 'press:who', 'Who?')).toBe('The same in every guide.');
    expect(reviewNote(guide, 'press:art.door', 'A door')).toMatch(/^Says what a picture shows/);
    expect(
      reviewNote(
        guide,
        'guide:title',
        '**a** **b** [c](mailto:a@b.org) [d](https://e.org) <helpline:main> {{f}}',
      ),
    ).toBe(
      'Title. Must stay: {{f}}, bold words, the link to a@b.org, the link to https://e.org, the number.',
    );
  });
});

describe('a glossary', () => {
  const text = (key: string, source: string, target = `~${source}`) =>
    unit('translated', { key, source, target });

  it('has the words that are explained, the names, and what stays in its language, each once', () => {
    const guide = loadGuide(whole);
    const units = [
      text('guide:title', 'Every kind of block'),
      text('guide:opening.word.term', 'Rest', 'Descanso'),
      text('press:other.term', 'Calm', 'Calma'),
      text('press:again.term', 'Rest', 'Otra cosa'),
      text('guide:sources.book', 'National Institute on Drug Abuse', 'Instituto'),
      text(
        'guide:sections.one.list.second',
        'Say [hola **a** *todos* <helpline:main>](lang:es), [hi](lang:en-GB)',
      ),
    ];
    expect(glossaryOf(guide, { ...exchange(units), sourceLanguage: 'en' })).toEqual([
      { term: 'Rest', translation: 'Descanso', note: 'A word that the guide explains' },
      { term: 'Calm', translation: 'Calma', note: 'A word that the guide explains' },
      {
        term: 'National Institute on Drug Abuse',
        translation: 'Instituto',
        note: 'Name of a source',
      },
      { term: 'hola a todos ', translation: 'hola a todos ', note: 'Words in es' },
      { term: 'hi', translation: 'hi', note: 'Stays as it is, marked [ ](lang:en-GB)' },
    ]);
  });

  it('has no name that is nothing but marked words, twice', () => {
    const guide = loadGuide(whole);
    const named = text('guide:sources.book', '[NIDA](lang:en)', 'NIDA');
    expect(glossaryOf(guide, { ...exchange([named]), sourceLanguage: 'en' })).toEqual([
      { term: 'NIDA', translation: 'NIDA', note: 'Stays as it is, marked [ ](lang:en)' },
    ]);
  });

  it('is CSV that no spreadsheet runs', async () => {
    expect(await writeGlossary([{ term: '-a', translation: '=b', note: 'c, d' }])).toBe(
      `\uFEFFterm,translation,note\r\n'-a,'=b,"c, d"\r\n`,
    );
  });
});

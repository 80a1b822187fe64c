import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { changed, codesOf, problemsOf } from './folder.ts';

/** A block in the place of the last one of the second section. */
const withBlock = (yaml: string) =>
  changed(['      - id: loud\n        kind: callout\n        text: You can do it.\n', `${yaml}\n`]);
const table = (head: string, rows: string) =>
  withBlock(`      - id: hours
        kind: table
        caption: When we are open
        head: ${head}
        rows:
${rows}`);
const row = (id: string, ...cells: string[]) =>
  `          - { id: ${id}, cells: [${cells.map((cell, i) => `{ id: c${i}${cell === '' ? '' : `, ${cell}`} }`).join(', ')}] }`;

describe('a table', () => {
  it('has the keys of its caption, and of each cell by its row', () => {
    const { texts } = loadGuide(
      table(
        'row',
        [row('days', 'text: Day', 'text: Hours'), row('monday', 'text: Monday', 'text: 9 to 5')].join('\n'),
      ),
    );
    expect(
      [...texts.values()]
        .filter(({ key }) => key.startsWith('sections.two.hours'))
        .map(({ key, text }) => `${key}: ${text}`),
    ).toEqual([
      'sections.two.hours.caption: When we are open',
      'sections.two.hours.days.c0: Day',
      'sections.two.hours.days.c1: Hours',
      'sections.two.hours.monday.c0: Monday',
      'sections.two.hours.monday.c1: 9 to 5',
    ]);
  });

  it.each([
    [
      'spans over columns and rows',
      'row',
      [
        row('a', 'text: A, columns: 2', 'text: B'),
        row('b', 'text: a, rows: 2', 'text: b', 'text: c'),
        row('c', 'text: d', 'text: e'),
      ],
    ],
    ['an empty cell', 'row', [row('a', 'text: A', 'text: B'), row('b', 'text: a', '')]],
    ['an empty corner of two heads', 'both', [row('a', '', 'text: B'), row('b', 'text: a', 'text: b')]],
    [
      'a head that is one of two rows',
      'column',
      [row('a', 'text: A, rows: 2', 'text: B'), row('b', 'text: c')],
    ],
    ['no row below its head', 'row', [row('a', 'text: A')]],
  ])('may have %s', (_, head, rows) => {
    expect(problemsOf(() => loadGuide(table(head, rows.join('\n'))))).toEqual([]);
  });

  it.each([
    ['a row too short', 'row', [row('a', 'text: A', 'text: B'), row('b', 'text: a')], 'b'],
    ['a row too long', 'row', [row('a', 'text: A'), row('b', 'text: a', 'text: b')], 'b'],
    [
      'a row too short by what a cell above leaves',
      'row',
      [
        row('a', 'text: A', 'text: B', 'text: C'),
        row('b', 'text: a, rows: 2', 'text: b', 'text: c'),
        row('c', 'text: d'),
      ],
      'c',
    ],
    ['a cell that reaches out below', 'row', [row('a', 'text: A'), row('b', 'text: a, rows: 2')], 'b'],
    [
      'a cell over one from above',
      'row',
      [
        row('a', 'text: A', 'text: B', 'text: C'),
        row('b', 'text: a', 'text: b, rows: 2', 'text: c'),
        row('c', 'text: d, columns: 2', 'text: e'),
      ],
      'c',
    ],
    ['a head of two rows', 'row', [row('a', 'text: A, rows: 2', 'text: B'), row('b', 'text: a')], 'a'],
    ['a head row without words', 'row', [row('a', 'text: A', ''), row('b', 'text: a', 'text: b')], 'a'],
    ['a head column without words', 'column', [row('a', 'text: A', 'text: B'), row('b', '', 'text: b')], 'b'],
  ])('is refused with %s', (_, head, rows, at) => {
    const line = 62 + rows.findIndex((text) => text.includes(`id: ${at},`));
    expect([...new Set(codesOf(() => loadGuide(table(head, rows.join('\n')))))]).toEqual([
      `TABLE_UNEVEN:${line}`,
    ]);
  });
});

describe('the cells of a table', () => {
  const hard = 'Considerable pharmacological complications necessitate hospitalization';
  const told = (cell: string) => {
    const rows = [row('a', 'text: A', 'text: B'), row('b', 'text: C', `text: "${cell}"`)].join('\n');
    return problemsOf(() => loadGuide(table('row', rows))).map(({ code, place }) => `${code} ${place.key}`);
  };

  it('count for how hard a section is to read where they are sentences', () => {
    expect(told(hard)).toEqual([]);
    for (const end of ['.', '!', '?', '.”'])
      expect(told(`${hard}${end}`)).toEqual(['READING_LEVEL sections.two.hours.b.c1']);
  });

  it('do not make a section easier that is hard', () => {
    const names = Array.from({ length: 40 }, (_, i) => row(`r${i}`, 'text: Ann', 'text: 9 to 5'));
    const rows = [row('a', 'text: A', 'text: B'), ...names, row('z', 'text: C', `text: "${hard}."`)];
    expect(codesOf(() => loadGuide(table('row', rows.join('\n')))).map((code) => code.split(':')[0])).toEqual(
      ['READING_LEVEL'],
    );
  });
});

describe('a list in a list', () => {
  const list = (items: string) => withBlock(`      - id: gives\n        kind: list\n        items: ${items}`);
  const deep = (a: string, b: string, c: string) =>
    list(
      `[{ id: ${a}, text: A., items: [{ id: ${b}, text: B., items: [{ id: ${c}, text: C. }] }] }, { id: end, text: D. }]`,
    );

  it('has keys beside those of the list, in reading order', () => {
    const keys = [...loadGuide(deep('one', 'two', 'three')).texts.keys()];
    expect(keys.filter((key) => key.startsWith('sections.two.gives'))).toEqual(
      ['one', 'two', 'three', 'end'].map((id) => `sections.two.gives.${id}`),
    );
  });

  it('goes three deep, and no deeper', () => {
    const four = deep('one', 'two', 'three, text: C., items: [{ id: four, text: E. }]').replace(
      ', text: C. }',
      ' }',
    );
    expect(problemsOf(() => loadGuide(deep('one', 'two', 'three')))).toEqual([]);
    expect(codesOf(() => loadGuide(four)).length).toBeGreaterThan(0);
  });

  it.each([
    ['one', 'one', 'three'],
    ['one', 'two', 'one'],
    ['one', 'two', 'end'],
  ])('has ids of its own on all levels: %s, %s, %s', (a, b, c) => {
    expect(codesOf(() => loadGuide(deep(a, b, c)))).toEqual(['ID_DUPLICATE:59']);
  });

  it('is no table whose row is called as its caption is', () => {
    expect(codesOf(() => loadGuide(table('row', row('caption', 'text: A'))))).toEqual(['ID_DUPLICATE:62']);
  });
});

describe('a paragraph marked as danger', () => {
  const paragraph = (id: string, danger: string) =>
    `      - id: ${id}\n        kind: paragraph\n        text: It can kill.${danger}\n`;
  const marked = '\n        danger: true';

  it.each([
    ['stands alone in its part', paragraph('one', marked) + paragraph('two', ''), []],
    ['has none beside it', paragraph('one', marked) + paragraph('two', marked), ['CONTENT_INVALID']],
    ['is marked or not, and nothing else', paragraph('one', '\n        danger: false'), ['CONTENT_INVALID']],
  ])('%s', (_, blocks, codes) => {
    const found = problemsOf(() => loadGuide(withBlock(blocks.trimEnd()))).map(({ code }) => code);
    expect(found).toEqual(codes);
  });

  it('is no other kind of block', () => {
    const found = problemsOf(() =>
      loadGuide(
        changed(['        text: You can do it.', '        text: You can do it.\n        danger: true']),
      ),
    );
    expect(found.map(({ code }) => code)).toEqual(['CONTENT_INVALID']);
  });
});

describe('forms', () => {
  it.each([
    [
      'a block',
      '        kind: callout',
      '        kind: callout\n        forms: [long]',
      'sections.two.loud',
      ['long'],
    ],
    ['a section', '  - id: two', '  - id: two\n    forms: [short]', 'sections.two.loud', ['short']],
    [
      'both',
      '        kind: callout',
      '        kind: callout\n        forms: [long, short]',
      'sections.two.loud',
      ['short', 'long'],
    ],
    [
      'a part whose blocks are all long',
      'id: bye',
      'id: bye\n      forms: [long]',
      'closing.heading',
      ['long'],
    ],
    ['nothing', 'id: bye', 'id: bye', 'closing.heading', ['short', 'long']],
  ])('of %s', (_, from, to, key, forms) => {
    expect(loadGuide(changed([from, to])).texts.get(key)?.forms).toEqual(forms);
  });

  it('of a block are of those of its section', () => {
    const guide = loadGuide(
      changed(
        ['  - id: two', '  - id: two\n    forms: [short]'],
        ['        kind: callout', '        kind: callout\n        forms: [long]'],
      ),
    );
    expect(guide.texts.get('sections.two.loud')?.forms).toEqual([]);
  });

  it('are not said of the disclosure', () => {
    expect(
      codesOf(() => loadGuide(changed(['    - id: who', '    - id: who\n      forms: [long]']))),
    ).toEqual(['CONTENT_INVALID:75']);
  });

  it('have no table in the disclosure, which is read line by line', () => {
    const rows = 'caption: C, head: row, rows: [{ id: a, cells: [{ id: b, text: A }] }]';
    const from = '    - id: who\n      kind: paragraph\n      text: One of these answers.\n';
    expect(codesOf(() => loadGuide(changed([from, `    - { id: who, kind: table, ${rows} }\n`])))).toEqual([
      'CONTENT_INVALID:74',
    ]);
  });

  it.each(['[]', '[tall]', '{}'])('are none of %s', (forms) => {
    expect(codesOf(() => loadGuide(changed(['  - id: two', `  - id: two\n    forms: ${forms}`])))).toEqual([
      expect.stringMatching(/^CONTENT_INVALID:/),
    ]);
  });
});

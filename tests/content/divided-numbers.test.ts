import { describe, expect, it } from 'vitest';
import { loadGuide, withHelpline } from '../../src/content/index.ts';
import { changed, codesOf, problemsOf } from './folder.ts';

const loud = '    - id: loud\n        kind: callout\n        text: You can do it.\n'.replace(
  /^ {4}/,
  '      ',
);
const block = (yaml: string) => changed([loud, `${loud}${yaml.replace(/^(?=.)/gm, '      ')}`]);
const table = (rows: readonly (readonly string[])[]) =>
  block(
    `- id: desk\n  kind: table\n  caption: Our desk\n  head: row\n  rows:\n${[
      rows[0]!.map((_, i) => `H${'abcdefghijklm'[i]}`),
      ...rows,
    ]
      .map(
        (cells, i) =>
          `    - id: r${i}\n      cells: [${cells.map((text, j) => `{ id: c${j}${text === '' ? '' : `, text: "${text}"`} }`).join(', ')}]\n`,
      )
      .join('')}`,
  );
const list = (items: readonly string[], kind = 'list') =>
  block(
    `- id: desk\n  kind: ${kind}\n  items:\n${items.map((text, i) => `    - { id: i${i}, text: "${text}" }\n`).join('')}`,
  );
const codes = (folder: string) => codesOf(() => loadGuide(folder)).map((code) => code.replace(/:.*/, ''));

/** An eye that goes along a row, down a column or a list reads one number. */
describe('a number that is divided over several texts', () => {
  it.each([
    ['along a row', table([['800', '315', '1367']]), 'NUMBER_NEAR_MISS'],
    ['along a row, sign by sign', table([[...'8003151366']]), 'NUMBER_NEAR_MISS'],
    ['along a row, with an empty cell', table([['800', '', '315', '1377']]), 'NUMBER_NEAR_MISS'],
    ['along a row, with a sign between', table([['800', '–', '315', '1377']]), 'NUMBER_NEAR_MISS'],
    ['along a row, as it is', table([['800', '315', '1376']]), 'NUMBER_DISGUISED'],
    [
      'down a column',
      table([
        ['800', 'a place to sit'],
        ['315', 'something to drink'],
        ['1367', 'one to talk to'],
      ]),
      'NUMBER_NEAR_MISS',
    ],
    ['down a list', list([...'8003151367']), 'NUMBER_NEAR_MISS'],
    ['down the steps', list(['Around 800', '315', '1367 more'], 'steps'), 'NUMBER_NEAR_MISS'],
  ])('is refused %s', (_, folder, code) => {
    expect(codes(folder)).toEqual([code]);
  });

  it.each([
    ['with a 0 first', table([['Our desk', '0800', '1111']])],
    ['with a 0 first, in three', table([['0170', '555', '0199']])],
    ['after a word that asks', table([['Phone', '276', '555', '0199']])],
    ['after a word that asks, without an area', table([['Call', '555', '0199']])],
    ['after a word that asks, with a 1', table([['Tel', '1', '276', '555', '0199']])],
    ['after a word that asks, sign by sign', table([['Phone', ...'5550199']])],
    ['among others', table([['Phone', '12', '276', '555', '0199', '7']])],
    ['down a list', list(['Ask us', '0800', '555', '019'])],
  ])('is refused where it is none of the guide: %s', (_, folder) => {
    const found = problemsOf(() => loadGuide(folder));
    expect(found.map(({ code }) => code)).toEqual(['NUMBER_UNDECLARED']);
    expect(found[0]!.message).toContain(' | ');
    expect(found[0]!.hint).toContain('under numbers');
  });

  it.each([
    ['figures', table([['Beds', '276', '555', '1299']])],
    ['figures with a year', table([['Calls', '276', '555', '2019']])],
    ['figures after a word that asks', table([['Phone', '120', '3400', '12']])],
    ['three digits before a 0', table([['Our desk', '080', '12']])],
    ['groups with units', table([['Phone', '276 mg', '555', '0199 g']])],
    ['six single digits', table([['Phone', ...'555019']])],
  ])('is none: %s', (_, folder) => {
    expect(codes(folder)).toEqual([]);
  });

  it('is told at its first part', () => {
    const [problem] = problemsOf(() => loadGuide(table([['Sit', '800', '315', '1367']])));
    expect(problem).toMatchObject({
      message:
        '“800 | 315 | 1367”, read from one text to the next, is nearly 800-315-1376, the helpline “main”.',
      place: { key: 'sections.two.desk.r1.c1' },
    });
  });

  it.each([
    ['amounts that are far from it', table([['120', '415', '1367']])],
    [
      'parts with words between',
      table([['800', 'people came to us', '315', 'of them twice', '1367', 'in all our years']]),
    ],
    [
      'columns that are not one',
      table([
        ['800', 'a place to sit', '7'],
        ['12', 'something to drink', '315'],
        ['1367', 'one to talk to', '5'],
      ]),
    ],
    ['the number whole, with an amount in the next cell', table([['800-315-1376', '1']])],
    ['the number whole, twice', list(['800-315-1376', '800-315-1376'])],
  ])('is none: %s', (_, folder) => {
    expect(codes(folder)).toEqual([]);
  });

  it('is refused where another number for the helpline makes one of it', () => {
    const guide = loadGuide(table([['844', '289', '0879']]));
    expect(
      codesOf(() => withHelpline(guide, 'main', { display: '844-289-0897', dial: '+18442890897' })),
    ).toEqual([expect.stringMatching(/^NUMBER_NEAR_MISS:/)]);
    expect(
      codesOf(() => withHelpline(guide, 'main', { display: '844-398-0897', dial: '+18443980897' })),
    ).toEqual([]);
  });
});

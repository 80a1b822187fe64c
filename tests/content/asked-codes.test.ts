/** A short code by itself, which the text beside it asks to dial: in a table, a list, an answer. */
import { describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { changed, codesOf } from './folder.ts';

const loud = '      - id: loud\n        kind: callout\n        text: You can do it.\n';
const block = (...lines: readonly string[]) =>
  changed([loud, `${loud}${lines.map((line) => `      ${line}\n`).join('')}`]);
const table = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
  block(
    ...['- id: desk', '  kind: table', '  caption: Our desk', '  head: row', '  rows:'],
    ...[head, ...rows].map(
      (cells, i) =>
        `    - { id: r${i}, cells: [${cells.map((text, j) => `{ id: c${j}${text === '' ? '' : `, text: "${text}"`} }`).join(', ')}] }`,
    ),
  );
const list = (...items: readonly string[]) =>
  block(
    ...['- id: desk', '  kind: list', '  items:'],
    ...items.map((text, i) => `    - { id: i${i}, text: "${text}" }`),
  );
const asked = (question: string, answer: string) =>
  block(
    ...['- id: desk', '  kind: questions', '  items:'],
    `    - { id: one, question: "${question}", answer: "${answer}" }`,
  );
const codes = (folder: string) => codesOf(() => loadGuide(folder)).map((code) => code.replace(/:.*/, ''));
const head = ['Who', 'How'];

describe('a code by itself', () => {
  it.each([
    ['beside who comes', table(head, ['Ambulance', '1185'])],
    ['before who comes', table(head, ['1185', 'Ambulance'])],
    ['two cells on', table(['Who', 'When', 'How'], ['Poison center', 'Day and night', '1185'])],
    ['beside a hotline', table(head, ['Drug hotline', '1333'])],
    ['beside a line and its hours', table(head, ['Crisis line (24/7)', '1333'])],
    ['after what names a line', list('Our crisis line is:', '1333')],
    ['below what asks', table(['Who', 'Call'], ['The clinic', '1333'])],
    ['in brackets', table(head, ['Ambulance', '(1185)'])],
    ['in groups', table(head, ['Ambulance', '11 85'])],
    ['like a year, beside a hotline', table(head, ['Drug hotline', '1933'])],
    ['down a list', list('The emergency number:', '1185')],
    ['beside a longer number', table(['Who', 'How', 'Or'], ['Poison center', '1185', '800-315-1376'])],
    ['down a list, after this', list('Call this number:', '1333')],
    ['in an answer', asked('Whom do I call?', '1333.')],
    ['in an answer about an emergency', asked('What number is there for an emergency?', '1185')],
    ['in a column with a declared one', table(['Who', 'How'], ['Shelter', '800-315-1376'], ['Mind', '1333'])],
    ['in a list with a declared one', list('Shelter: 800-315-1376', 'Mind: 1333')],
    ['in a list, with dashes', list('Shelter – <helpline:main>', 'Mind – 1333')],
    ['alone in a list of declared ones', list('800-315-1376', '988', '1333')],
    ['as a title', changed(['title: Every kind of block', 'title: "394"'])],
    ['as a heading', changed(['  heading: First', '  heading: "394!"'])],
    ['as a line', changed(['    line: One line can be read alone.', '    line: "3947"'])],
  ])('is told %s', (_, folder) => {
    expect(codes(folder)).toEqual(['NUMBER_UNDECLARED']);
  });

  it.each([
    ['a declared one', table(head, ['Ambulance', '911'])],
    ['under what is counted', table(['Line', 'Number', 'Calls'], ['Samaritans', '800-315-1376', '394'])],
    [
      'under what is counted, in a column with a declared one',
      table(['Month', 'Calls'], ['May', '911'], ['June', '394']),
    ],
    ['of what is counted in a day', list('Lifeline: 988', 'Calls a day: 394', 'Number of beds: 120')],
    ['of a row of counts', table(['Who', '2024', '2025'], ['Police', '118', '131'])],
    ['among amounts', table(['Who', '2024', '2025'], ['Phone', '276 mg', '555'])],
    ['that counts', table(head, ['Police', '118 people'])],
    ['a share', table(head, ['Police', '118%'])],
    ['a year', table(head, ['Last emergency', '1998'])],
    ['two digits', table(head, ['Ambulance', '18'])],
    ['beside what asks for none', table(head, ['Beds', '118'])],
    ['beside visits', table(head, ['Emergency visits', '118'])],
    ['in an answer', asked('How many people came?', '118')],
    ['a year as a heading', changed(['  heading: First', '  heading: "2026"'])],
    ['a round number as a heading', changed(['  heading: First', '  heading: "100"'])],
    ['a declared one as a heading', changed(['  heading: First', '  heading: "988"'])],
    ['of what counts, with a declared one', table(['What', 'How'], ['Phone', '988'], ['Beds', '1333'])],
    ['of callers, with a declared one', table(['What', 'How'], ['Shelter', '988'], ['Volunteers', '1333'])],
    ['of a room in a list with a declared one', list('Shelter: 988', 'Room: 1333')],
    ['a year in a list with a declared one', list('Shelter: 988', 'Since: 1933')],
    ['behind what names a telephone', list('Phone: 988', 'Capacity: 1333')],
    ['after a text between', list('Call us.', 'We listen to you, day and night.', '118')],
  ])('is left as it is: %s', (_, folder) => {
    expect(codes(folder)).toEqual([]);
  });
});

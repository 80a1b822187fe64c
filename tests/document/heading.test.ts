import { describe, expect, it } from 'vitest';
import {
  elementsOf,
  goesOnInHeading,
  headingLevel,
  isOfHeading,
  parseDocument,
} from '../../src/document/index.ts';
import { page, problemsOf } from './problems.ts';

const read = (body: string) => [...elementsOf(parseDocument(page(body), { file: 'page.hbs' }).body)];
const faults = (body: string) => problemsOf(page(body)).map(({ code }) => code);

describe('a heading by its role', () => {
  it('has the level that it names, and its paragraph is no text of its own', () => {
    const elements = read('<h1>A</h1><div role="heading" aria-level="2"><p class="call">B</p></div><p>C</p>');
    expect(elements.map(headingLevel)).toEqual([undefined, 1, 2, undefined, undefined]);
    expect(elements.map(isOfHeading)).toEqual([false, false, false, true, false]);
  });

  it.each([
    ['text', 'B <strong>C</strong>'],
    ['a paragraph', ' <p>B</p> '],
    ['paragraphs', '<p>B</p> <p>C</p>'],
  ])('is %s', (_, inside) => {
    expect(faults(`<h1>A</h1><div role="heading" aria-level="2">${inside}</div>`)).toEqual([]);
  });

  it('goes on from each of its paragraphs but the last', () => {
    const elements = read(
      '<h1>A</h1><div role="heading" aria-level="2"><p>B</p> <p>C</p> </div><p>D</p><p>E</p>',
    );
    expect(elements.filter(goesOnInHeading)).toEqual([elements[3]]);
    expect(elements[3]).toMatchObject({ name: 'p' });
  });

  it.each([
    ['nothing', ' '],
    ['another block', '<p>B</p><ul><li>C</li></ul>'],
    ['text beside it', '<p>B</p> C'],
    ['a heading', '<h2>B</h2>'],
  ])('is refused with %s', (_, inside) => {
    expect(faults(`<h1>A</h1><div role="heading" aria-level="2">${inside}</div>`)).toContain('HTML_NESTING');
  });

  it.each([
    'role="heading"',
    'role="heading" aria-level="0"',
    'role="heading" aria-level="7"',
    'role="heading" aria-level="22"',
    'role="note" aria-level="2"',
    'aria-level="2"',
    'role="group" aria-level="2"',
  ])('is refused as <div %s>', (attributes) => {
    expect(faults(`<h1>A</h1><div ${attributes}><p>B</p></div>`)).toEqual(['HTML_ATTRIBUTE_UNKNOWN']);
  });

  it('is none as a group', () => {
    const elements = read('<h1>A</h1><div role="group"><p>B</p><p>C</p></div>');
    expect(elements.filter((element) => headingLevel(element) !== undefined || isOfHeading(element))).toEqual(
      [elements[1]],
    );
  });

  it('counts among the levels, which leave none out', () => {
    const heading = (level: number) => `<div role="heading" aria-level="${level}"><p>B</p></div>`;
    expect(faults(`<h1>A</h1>${heading(2)}${heading(3)}`)).toEqual([]);
    expect(faults(`<h1>A</h1>${heading(3)}`)).toEqual(['HEADING_SKIPPED']);
    expect(faults(heading(2))).toEqual(['HEADING_SKIPPED']);
  });
});

/** Other helplines: for products of one form alone where they say so, and printed with their numbers wherever their words are. */
import { afterAll, describe, expect, it } from 'vitest';
import { loadGuide } from '../../src/content/index.ts';
import { changed, codesOf, problemsOf } from '../content/folder.ts';
import { openWorkshop } from './workshop.ts';

const workshop = openWorkshop();
afterAll(() => workshop.clear());
const main = '  main:\n    display: 800-315-1376\n';
const other =
  '  other:\n    display: "1415"\n    dial: "1415"\n    call: For families\n    answers: Parents answer.\n';
workshop.change('guide/guide.yaml', main, `${other}    forms: [long]\n${main}`);

const printed = (product: string) => workshop.set({ product }).print({ purpose: 'screen' });

describe('a helpline for long products', () => {
  it('is left out of short ones, and told of to nobody', () => {
    const { proof, warnings } = printed('poster');
    expect(proof.verdict).toBe('proved');
    expect(proof.expectation).not.toHaveProperty('others');
    expect(proof.expectation!.texts.some(({ key }) => key.startsWith('helplines.other'))).toBe(false);
    expect(warnings.filter(({ code }) => code === 'CONTENT_UNUSED')).toEqual([]);
  });

  it('is printed by long ones', () => {
    expect(printed('handout').proof).toMatchObject({
      verdict: 'proved',
      expectation: { others: [{ display: '1415', uri: 'tel:1415' }] },
    });
  });
});

describe('a helpline whose words are printed', () => {
  it('is printed with its number, or there is no file', () => {
    workshop.change('templates/partials/lines.hbs', '<p class="other">{{number}}</p>', '');
    expect(problemsOf(() => printed('handout')).map(({ code, message }) => [code, message])).toEqual([
      ['HELPLINE_MISSING', '1415 is not there as a link to tel:1415'],
    ]);
  });
});

it('the main helpline is in every product', () => {
  const line = '    call: Call now\n';
  expect(codesOf(() => loadGuide(changed([line, `${line}    forms: [long]\n`])))).toEqual([
    'CONTENT_INVALID:14',
  ]);
});

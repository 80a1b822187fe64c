import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadProduct } from '../../src/product/index.ts';
import { openWorkshop, type Workshop } from './workshop.ts';

/** A second and a third helpline, each with all that one may say. */
const others = `    hours: Every day, day and night
    cost: Free of charge
    languages: English and Spanish
  crisis:
    display: "988"
    dial: "988"
    call: I cannot go on
    answers: Trained listeners of the crisis line answer.
    text: { to: "988" }
    chat: https://chat.example.org/
    hours: Every day, day and night
    cost: Free of charge
    languages: English, Spanish, and 240 more with an interpreter
    for: Anyone who thinks of suicide, or fears for someone
  family:
    display: 855-208-4673
    dial: "+18552084673"
    call: I am worried about someone close to me
    answers: Parents who went through it themselves answer.
    email: help@family.example.org
    web: https://family.example.org/
    hours: Monday to Friday, 9 a.m. to 9 p.m.
    cost: Free of charge
    languages: English and Spanish
    for: Parents, partners and friends
`;

describe('posters for a desk printer, on every paper, each way up', () => {
  let w: Workshop;
  beforeAll(() => {
    w = openWorkshop();
  });
  afterAll(() => w.clear());

  /** Verdicts of the prints of each paper and way up. */
  function verdicts() {
    const { papers, orientations = [] } = loadProduct('poster', `${w.folder}/templates`);
    return papers.flatMap((paper) =>
      orientations.map(
        (orientation) =>
          w.set({ product: 'poster', paper, orientation }).print({ purpose: 'office' }).proof.verdict,
      ),
    );
  }

  it('keep their texts off the edge', () => {
    expect(verdicts()).toEqual(Array(12).fill('proved'));
  });

  it('hold three helplines that say all that they may', () => {
    w.change('guide/guide.yaml', /(?<=and a response time of about 1 minute\.\n)/, others);
    expect(verdicts()).toEqual(Array(12).fill('proved'));
  });
});

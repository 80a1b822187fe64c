import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isLabel, loadGuide, withHelpline, withPublisher } from '../../src/content/index.ts';
import { PressError } from '../../src/diagnostics/index.ts';

const guide = loadGuide(resolve(import.meta.dirname, '../../guides/heroin-detox'));

/** Codes of what is wrong with a name of which these words are said to be no number. */
function wrong(name: string, undialled: readonly string[], of = guide): string[] {
  try {
    withPublisher(of, { name, undialled });
    return [];
  } catch (error) {
    if (!(error instanceof PressError)) throw error;
    return error.problems.map(({ code }) => code);
  }
}

describe('words with a number that nobody dials', () => {
  it.each([
    ['Clinic 910', 'Clinic 910'],
    ['School 912', 'School 912'],
    ['Elm House 912', 'Elm House 912'],
    ['North of Clinic 910, Springfield', 'Clinic 910'],
    ["St. Mary's & Sons 919", "Mary's & Sons 919"],
  ])('“%s” is refused, and taken where somebody answers for it', (name, words) => {
    expect(wrong(name, [])).toEqual(['NUMBER_NEAR_MISS']);
    expect(wrong(name, [words])).toEqual([]);
  });

  it.each([
    ['a call', 'Call 910', 'Call 910'],
    ['a call before the words', 'Call Clinic 910', 'Clinic 910'],
    ['a telephone’s name', 'Clinic Tel 910', 'Clinic Tel 910'],
    ['a text', 'Text HELP to 910', 'HELP to 910'],
    ['an emergency', 'Emergency 910', 'Emergency 910'],
    ['who comes then', 'Police 910', 'Police 910'],
    ['a code beside a declared one', 'Clinic 911 or 910', 'or 910'],
    ['a code that people know', 'House 112', 'House 112'],
    ['another one', 'House 999', 'House 999'],
    ['words that stand elsewhere', 'Clinic 910', 'Clinic 919'],
    ['words inside of others', 'Clinic 9100 or 910', 'Clinic 910'],
    ['the same number once more, outside of the words', 'Clinic 910, 910', 'Clinic 910'],
    ['no word', '910', '910'],
    ['more digits beside', 'Clinic 910 555 0199', 'Clinic 910'],
    ['digits of another script', 'Clinic ٩١٠', 'Clinic ٩١٠'],
    ['a disguised code', 'Clinic 9-1-0', 'Clinic 9-1-0'],
  ])('%s stays refused', (_, name, words) => {
    expect(wrong(name, [words])).not.toEqual([]);
  });

  it('no long number is let pass', () => {
    for (const name of ['Clinic 276-555-0199', 'Clinic 2765550199', 'Clinic 5550199', 'Clinic 800-315-1377'])
      expect(wrong(name, [name]), name).not.toEqual([]);
  });

  it('nothing that is nearly the helpline is let pass, also where that is a short code', () => {
    const short = withHelpline(guide, 'main', { display: '988', dial: '988' });
    expect(wrong('School 986', ['School 986'], short)).toEqual(['NUMBER_NEAR_MISS']);
    expect(wrong('School 912', ['School 912'], short)).toEqual([]);
  });

  it('what was let pass is looked at again when the helpline changes', () => {
    const named = withPublisher(guide, { name: 'School 986', undialled: ['School 986'] });
    expect(() => withHelpline(named, 'main', { display: '988', dial: '988' })).toThrow(/988/);
    const far = withPublisher(guide, { name: 'School 912', undialled: ['School 912'] });
    expect(() => withHelpline(far, 'main', { display: '988', dial: '988' })).not.toThrow();
  });

  it('three and four digits are a label, with a word beside', () => {
    expect(['School 912', '912 School', 'PS 4711', 'Ward 911 B'].map(isLabel)).toEqual(Array(4).fill(true));
    const none = [
      'School 12',
      'School 91234',
      'School',
      '912',
      'A 912',
      'School 912 913',
      'School+912',
      'https://x.example/ 912',
    ];
    expect(none.map(isLabel)).toEqual(Array(none.length).fill(false));
  });
});

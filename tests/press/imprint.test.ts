import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWorkshop, type Workshop } from './workshop.ts';

let w: Workshop;
beforeEach(() => {
  w = openWorkshop();
});
afterEach(() => w.clear());

/** What a product says of a guide with these changes, in order; its problems are told by their codes. */
function printed(product: string, ...changes: readonly (readonly [from: string, to: string])[]) {
  for (const [from, to] of changes) w.change('guide/guide.yaml', from, to);
  const { guide, print } = w.set({ product });
  const { proof, warnings } = print();
  const unused = warnings.filter(({ code }) => code === 'CONTENT_UNUSED').map(({ message }) => message);
  return { verdict: proof.verdict, texts: proof.expectation!.texts.map(({ text }) => text), unused, guide };
}

const sender = `publisher:
  name: Northside Health Center
  logo: figures/week.svg
  address: 12 Main Street, Springfield
  web: https://www.northside.example.org/help
  orderNumber: NHC-2026/117
review: { by: Dr. Ann Lee, on: 2026-11-01, next: 2028-11-01 }
`;

describe('the imprint', () => {
  it.each(['pamphlet-trifold', 'poster'])('of a %s says who publishes it and who reviewed it', (product) => {
    const { verdict, texts, unused } = printed(product, ['sources:\n', `${sender}sources:\n`]);
    expect(verdict).toBe('proved');
    expect(unused).toEqual([]);
    for (const text of ['Northside Health Center', '12 Main Street, Springfield', 'Dr. Ann Lee'])
      expect(texts).toContain(text);
  });

  it('holds the number of an order, and no number that could be dialled', () => {
    const at = (number: string) => {
      try {
        return printed('poster', [
          'sources:\n',
          `publisher: { name: N, orderNumber: "${number}" }\nsources:\n`,
        ]).verdict;
      } catch (error) {
        return (error as { problems: { code: string }[] }).problems.map(({ code }) => code);
      }
    };
    expect(at('800-315-1377')).toContain('NUMBER_NEAR_MISS');
  });
});

describe('what to do in an emergency', () => {
  const canada = '  - { id: ca, country: CA, text: "In Canada, call [911](tel:911)." }\n';

  it('is printed of each country that the guide is for', () => {
    const { texts, unused, guide } = printed(
      'pamphlet-trifold',
      ['country: US\n', 'country: US\ncountries: [CA]\n'],
      ['\nemergency:\n', `\nemergency:\n${canada}`],
    );
    expect(texts.filter((text) => text.includes('911'))).toEqual([
      'In Canada, call 911.',
      expect.stringContaining('In danger?'),
    ]);
    expect(unused).toEqual([]);
    expect(guide.warnings.map(({ code }) => code)).not.toContain('EMERGENCY_MISSING');
  });

  it('is printed of the guide’s own country where it is for no other', () => {
    const { texts, unused } = printed('pamphlet-trifold', ['\nemergency:\n', `\nemergency:\n${canada}`]);
    expect(texts.filter((text) => text.includes('911'))).toHaveLength(1);
    expect(unused).toEqual([expect.stringContaining('emergency.ca')]);
  });

  it('is told to be missing, with what to write, and loses no other text', () => {
    const { verdict, guide, unused } = printed('pamphlet-trifold', ['country: US\n', 'country: CA\n']);
    expect(verdict).toBe('proved');
    const missing = guide.warnings.find(({ code }) => code === 'EMERGENCY_MISSING')!;
    expect(missing.message).toContain('for CA, and that for US is not printed');
    expect(missing.hint).toContain('country: CA');
    expect(missing.place.line).toBeGreaterThan(0);
    expect(unused).toEqual([expect.stringContaining('emergency.us')]);
  });
});

describe('a form', () => {
  it('leaves a block out of short products, and it is neither lost nor unused', () => {
    const { verdict, texts, unused } = printed('pamphlet-trifold', [
      '      - id: rest\n        kind: paragraph\n',
      '      - id: rest\n        kind: paragraph\n        forms: [long]\n',
    ]);
    expect(verdict).toBe('proved');
    expect(texts.some((text) => text.startsWith('When the worst'))).toBe(false);
    expect(unused).toEqual([]);
  });

  it('that no section is for is told, with the products that suit', () => {
    const yaml = w
      .read('guide/guide.yaml')
      .replace(/^ {2}- id: (center|support|after|time|medicine)$/gm, '  - id: $1\n    forms: [long]');
    w.write('guide/guide.yaml', yaml);
    expect(() => printed('poster')).toThrow(
      'poster is a short product, and every section of the guide is for long ones.',
    );
  });

  it('leaves a part without blocks out, heading and all', () => {
    const { texts } = printed(
      'pamphlet-trifold',
      ['    - id: many\n', '    - id: many\n      forms: [long]\n'],
      [
        '    - id: easier\n      kind: paragraph\n      text: Medicine',
        '    - id: easier\n      forms: [long]\n      kind: paragraph\n      text: Medicine',
      ],
    );
    expect(texts.some((text) => text.includes('Success'))).toBe(false);
  });
});

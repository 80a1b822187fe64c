/** What a guide says is all asked of its files: a part that only few guides have was left out once, and no proof asked for it. */
import { afterAll, expect, it } from 'vitest';
import { openWorkshop } from './workshop.ts';

const workshop = openWorkshop();
afterAll(() => workshop.clear());

/** What is told beside, for other checks. */
const beside = ['showsNumber', 'languages', 'mostDigits', 'lettered'];

it('holds the codes of two digits, the other helplines and the everyday numbers of a guide that has them', () => {
  const main = '  main:\n    display: 800-315-1376\n';
  const other = '  other: { display: "1415", dial: "1415", call: For families, answers: Parents answer. }\n';
  workshop.change('guide/guide.yaml', main, `${other}${main}`);
  workshop.change('guide/guide.yaml', '\nnumbers:\n', '\nnumbers:\n  fire: { display: "18", dial: "18" }\n');
  const many = '    - id: many\n      kind: paragraph\n';
  const fire = '    - { id: fire, kind: paragraph, text: "In a fire: [18](tel:18). Take 100/250/400 mg." }\n';
  workshop.change('guide/guide.yaml', many, `${fire}${many}`);
  const { forme, print } = workshop.set({ product: 'handout' });
  const { verdict, expectation } = print({ purpose: 'screen' }).proof;
  expect(verdict).toBe('proved');
  const told = Object.entries(forme.told).filter(([key]) => !beside.includes(key));
  expect(told.filter(([, value]) => value === undefined)).toEqual([]);
  expect(expectation).toMatchObject(Object.fromEntries(told));
});

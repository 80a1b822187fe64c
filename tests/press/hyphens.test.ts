import { afterAll, expect, it } from 'vitest';
import { openWorkshop } from './workshop.ts';

const workshop = openWorkshop();
afterAll(() => workshop.clear());

it('divides words where a style asks for it, also in the disclosure, and is proved: hyphens are no text', () => {
  const file = 'templates/pamphlet-trifold/style.css';
  workshop.write(file, `${workshop.read(file)}\np, li { hyphens: auto }\n`);
  const { print, forme } = workshop.set({ product: 'pamphlet-trifold', locale: 'es' });
  expect(print({ purpose: 'screen' }).proof.verdict).toBe('proved');
  const ends = forme.pages.flatMap(({ items }) =>
    items.flatMap((item) =>
      item.kind === 'text' ? [item.paragraph.text.slice(item.start, item.end).at(-1)] : [],
    ),
  );
  expect(ends.filter((end) => end === '\u00ad').length).toBeGreaterThan(3);
});

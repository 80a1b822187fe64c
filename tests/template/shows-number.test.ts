import { describe, expect, it } from 'vitest';
import type { DeclaredNumber } from '../../src/content/index.ts';
import { beginsWithNumber, showsNumber } from '../../src/template/shows-number.ts';

const number = (display: string, dial = display): DeclaredNumber => ({
  name: dial,
  kind: 'number',
  display,
  dial,
});
const numbers = [number('112'), number('15'), number('*4141'), number('116 123', '116123')];

describe('a text', () => {
  it.each([
    '<helpline:main>: someone listens',
    '**116 123** is free',
    '[112](tel:112) in danger',
    '[15](tel:15): an ambulance',
    '“112”, day and night',
    '\\*4141',
  ])('begins with a number: %s', (text) => {
    expect(beginsWithNumber(text, numbers)).toBe(true);
    expect(showsNumber(text, numbers)).toBe(true);
  });

  it.each(['Call 112', 'À **116 123**', 'Dial [15](tel:15)', 'A nurse: <helpline:main>'])(
    'shows one further on: %s',
    (text) => {
      expect(beginsWithNumber(text, numbers)).toBe(false);
      expect(showsNumber(text, numbers)).toBe(true);
    },
  );

  it.each(['112 000 people', '15 minutes', '**7** days', '[a page](https://example.org/112)', '—'])(
    'has none: %s',
    (text) => {
      expect(beginsWithNumber(text, numbers)).toBe(false);
      expect(showsNumber(text, numbers)).toBe(false);
    },
  );
});

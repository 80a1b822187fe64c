import { describe, expect, it } from 'vitest';
import { holdsGroupsOfLetters } from '../../src/content/index.ts';

describe('a text in which a number could be written in letters', () => {
  it.each(['BOO-EIS-IEGG', 'Call BOO EIS', 'OBOO IIII'])('%s', (text) => {
    expect(holdsGroupsOfLetters(text)).toBe(true);
  });
  it.each(['BOO', 'BOO and EIS', 'BOO, and EIS', 'People feel better.', ''])('is not %j', (text) => {
    expect(holdsGroupsOfLetters(text)).toBe(false);
  });
});

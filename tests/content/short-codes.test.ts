/** Up to how many digits a code has, and from where on a host may be a number: from both sides of each limit. */
import { describe, expect, it } from 'vitest';
import { type DeclaredNumber, dialableFaults } from '../../src/content/index.ts';
import { findDialable } from '../../src/content/search/find-dialable.ts';

const declared: readonly DeclaredNumber[] = [
  { name: 'main', kind: 'helpline', display: '855-208-4673', dial: '+18552084673' },
  { name: 'aid', kind: 'number', display: '911', dial: '911' },
];
const digitsIn = (text: string, ...known: string[]) =>
  findDialable(text, declared, new Set(known)).map(({ digits }) => digits);

describe('a short code', () => {
  it.each([
    ['Call 55501.', ['55501']],
    ['Call 555019.', ['555019']],
    // From seven digits on it is a number, wherever it stands.
    ['In all 5550199', ['5550199']],
    ['In all 555019', []],
  ])('has six digits at most: %s', (text, digits) => {
    expect(digitsIn(text)).toEqual(digits);
  });

  it('of seven digits or more is everyday where the source of a translation has it', () => {
    expect(digitsIn('Call 5550199.', '5550199')).toEqual([]);
    expect(digitsIn('Call 55501990.', '55501990')).toEqual([]);
    expect(digitsIn('Call 5550199.', '5550198')).toEqual(['5550199']);
    // Of fewer it is still a code where people are asked to dial it.
    expect(digitsIn('Call 555019.', '555019')).toEqual(['555019']);
  });
});

describe('a host', () => {
  it.each([
    ['a123456.org', []],
    ['123456a.org', []],
    ['www.a123456.org/a', []],
    ['a1234567.org', ['NUMBER_UNDECLARED']],
    ['www.a1234567.org/a', ['NUMBER_UNDECLARED']],
    ['help-911-911.org', []],
    ['help-911-9110.org', ['NUMBER_UNDECLARED']],
  ])('with seven digits may be a number with an ending: %s', (host, codes) => {
    expect(dialableFaults(`See ${host}`, declared, {}).map(({ code }) => code)).toEqual(codes);
  });
});
